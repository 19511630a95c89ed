# Run by CPack on the finished packages: packs each again with dpkg-deb, which gives the same bytes for
# the same files, and has ldconfig run by dpkg's trigger rather than by scripts of the package, as
# Debian's policy (8.1.1) asks of libraries.
foreach(package IN LISTS CPACK_PACKAGE_FILES)
  set(tree ${CPACK_TOPLEVEL_DIRECTORY}/repacked)
  file(REMOVE_RECURSE ${tree})
  execute_process(COMMAND dpkg-deb --raw-extract ${package} ${tree} COMMAND_ERROR_IS_FATAL ANY)
  if(EXISTS ${tree}/DEBIAN/shlibs)  # of a library: CPack's scripts, which do nothing but run ldconfig
    file(REMOVE ${tree}/DEBIAN/postinst ${tree}/DEBIAN/postrm)
    file(WRITE ${tree}/DEBIAN/triggers "activate-noawait ldconfig\n")
  endif()
  execute_process(COMMAND find ${tree}/DEBIAN -exec chmod u=rwX,go=rX {} + COMMAND_ERROR_IS_FATAL ANY)
  # One thread: more cut the compressed data elsewhere.
  execute_process(COMMAND dpkg-deb --root-owner-group --threads-max=1 -Zxz --build ${tree} ${package}
    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE_RECURSE ${tree})
endforeach()
