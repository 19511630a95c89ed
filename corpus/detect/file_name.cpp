#include "corpus/detect/file_name.h"

#include <algorithm>
#include <array>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

/// Takes the last extension off `name`.
std::string take_extension(std::string_view& name) {
  const std::size_t dot = name.find_last_of("./");
  if (dot == std::string_view::npos || name[dot] == '/') return {};
  std::string extension = lower_ascii(name.substr(dot + 1));
  name = name.substr(0, dot);
  return extension;
}

}  // namespace

std::string extension_of(std::string_view name) {
  constexpr std::array<std::string_view, 4> kCompressed{"gz", "bz2", "xz", "zst"};
  std::string extension = take_extension(name);
  const bool compressed =
      std::find(kCompressed.begin(), kCompressed.end(), extension) != kCompressed.end();
  return compressed ? take_extension(name) : extension;
}

}  // namespace warraq::corpus
