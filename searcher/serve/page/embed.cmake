# Writes OUT, a source that holds the files CSS and JS for assets.h:
#   cmake -DCSS=page.css -DJS=page.js -DOUT=embedded.cpp -P embed.cmake
set(source "// Made by embed.cmake.\n#include \"searcher/serve/page/assets.h\"\n\n")
string(APPEND source "namespace warraq::searcher::serve {\n")
foreach(kind css js)
  string(TOUPPER ${kind} file)
  file(READ "${${file}}" content)
  file(SHA256 "${${file}}" hash)
  string(SUBSTRING "${hash}" 0 16 hash)
  set(type text/css)
  if(kind STREQUAL js)
    set(type text/javascript)
  endif()
  string(APPEND source "\nconst Asset& page_${kind}() {\n"
    "  static constexpr Asset kAsset{\"page.${kind}\", \"${type}; charset=utf-8\", "
    "R\"asset(${content})asset\",\n                                \"${hash}\"};\n"
    "  return kAsset;\n}\n")
endforeach()
string(APPEND source "\n}  // namespace warraq::searcher::serve\n")
file(WRITE "${OUT}" "${source}")
