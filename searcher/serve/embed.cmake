# Writes OUT, a source that holds the files named in FILES for embedded.h:
#   cmake "-DFILES=openapi.yaml;page/page.css" -DOUT=embedded.cpp -P embed.cmake
set(source "// Made by embed.cmake.\n#include \"searcher/serve/embedded.h\"\n\n")
string(APPEND source "namespace warraq::searcher::serve::embedded {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  string(REPLACE . _ name "${name}")
  file(READ "${file}" content)
  file(SHA256 "${file}" hash)
  string(SUBSTRING "${hash}" 0 16 hash)
  string(APPEND source "\nFile ${name}() { return {R\"embedded(${content})embedded\", \"${hash}\"}; }\n")
endforeach()
string(APPEND source "\n}  // namespace warraq::searcher::serve::embedded\n")
file(WRITE "${OUT}" "${source}")
