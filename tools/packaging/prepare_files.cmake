# Run by CPack on the installed files of all packages, before they are packed.
# When the files were made: as tools/package has it, of the last commit, else of the changelog.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND git -C ${CPACK_WARRAQ_PACKAGING} log -1 --format=%ct
    OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT time)
    execute_process(COMMAND dpkg-parsechangelog --file ${CPACK_WARRAQ_PACKAGING}/changelog --show-field Timestamp
      OUTPUT_VARIABLE time OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  endif()
  set(ENV{SOURCE_DATE_EPOCH} ${time})
endif()
function(run)
  execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

list(TRANSFORM CPACK_COMPONENTS_ALL PREPEND ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/ OUTPUT_VARIABLE roots)
run(${CPACK_WARRAQ_PACKAGING}/document_links rewrite ${roots})

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component})
  set(documents ${root}/usr/share/doc/${package})
  file(COPY ${CPACK_WARRAQ_PACKAGING}/copyright DESTINATION ${documents})
  file(COPY_FILE ${CPACK_WARRAQ_PACKAGING}/changelog ${documents}/changelog.Debian)
  file(GLOB pages ${root}/usr/share/man/man?/*.?)
  run(gzip -9n ${documents}/changelog.Debian ${pages})
  run(find ${root} ! -type l -exec chmod u=rwX,go=rX {} +)
  run(find ${root} -exec touch --no-dereference --date=@$ENV{SOURCE_DATE_EPOCH} {} +)
endforeach()
