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

struct NamedKind {
  std::string_view extension;
  std::string_view kind;
};

constexpr std::array<NamedKind, 31> kKinds{{
    {"css", "a style sheet"},   {"scss", "a style sheet"},   {"less", "a style sheet"},
    {"js", "a script"},         {"mjs", "a script"},         {"ts", "a script"},
    {"sh", "a script"},         {"bat", "a script"},         {"vbs", "a script"},
    {"py", "a program"},        {"php", "a program"},        {"pl", "a program"},
    {"rb", "a program"},        {"c", "a program"},          {"h", "a program"},
    {"cc", "a program"},        {"cpp", "a program"},        {"hpp", "a program"},
    {"cs", "a program"},        {"go", "a program"},         {"rs", "a program"},
    {"java", "a program"},      {"map", "a source map"},     {"sql", "a dump of a database"},
    {"ini", "a configuration"}, {"cfg", "a configuration"},  {"conf", "a configuration"},
    {"yml", "a configuration"}, {"yaml", "a configuration"}, {"toml", "a configuration"},
    {"log", "a log"},
}};

/// What sites tell crawlers.
constexpr std::array<std::string_view, 5> kOfCrawlers{"robots.txt", "humans.txt", "ads.txt",
                                                      "app-ads.txt", "security.txt"};

}  // namespace

std::string_view kind_of_name(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);  // npos + 1 is 0
  // wget puts "@" where a file system does not allow "?".
  name = name.substr(0, std::min(name.find('?'), name.find('@')));
  const std::string lower = lower_ascii(name);
  if (std::find(kOfCrawlers.begin(), kOfCrawlers.end(), lower) != kOfCrawlers.end() ||
      (lower.starts_with("sitemap") && lower.ends_with(".txt"))) {
    return "a file for crawlers";
  }
  const std::string extension = extension_of(name);
  const auto* known = std::find_if(kKinds.begin(), kKinds.end(), [&](const NamedKind& named) {
    return named.extension == extension;
  });
  return known == kKinds.end() ? std::string_view() : known->kind;
}

std::string extension_of(std::string_view name) {
  constexpr std::array<std::string_view, 4> kCompressed{"gz", "bz2", "xz", "zst"};
  std::string extension = take_extension(name);
  const bool compressed =
      std::find(kCompressed.begin(), kCompressed.end(), extension) != kCompressed.end();
  return compressed ? take_extension(name) : extension;
}

}  // namespace warraq::corpus
