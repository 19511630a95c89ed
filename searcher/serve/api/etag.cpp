#include "searcher/serve/api/etag.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "searcher/serve/routes.h"
#include "warraq/archive/manifest.h"

namespace warraq::searcher::serve {
namespace {

std::string hash_of(std::string_view text) {
  constexpr std::size_t kDigits = 16;
  std::array<char, kDigits + 1> digits{};
  static_cast<void>(
      std::snprintf(digits.data(), digits.size(), "%016llx",
                    static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size()))));
  return digits.data();
}

void skip(std::string_view& text, std::string_view characters) {
  text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
}

std::string_view opaque(std::string_view tag) {
  if (tag.starts_with("W/")) tag.remove_prefix(2);
  return tag;
}

}  // namespace

std::string state_tag(const ArchiveState& state) {
  const std::string all = state.created + '\0' + std::to_string(state.generation) + '\0' +
                          std::to_string(state.live_revision) + '\0' + state.profile + '\0' +
                          state.fingerprint + '\0' + std::string(archive::version());
  return hash_of(all);
}

std::string target_tag(const HttpRequest& request, const ArchiveState& state) {
  return "W/\"" + hash_of(state_tag(state) + request.target) + '"';
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  std::string_view rest = if_none_match;
  for (skip(rest, ", \t"); !rest.empty(); skip(rest, ", \t")) {
    if (rest.starts_with("W/")) rest.remove_prefix(2);
    const std::size_t end = rest.starts_with('"') ? rest.find('"', 1) : std::string_view::npos;
    if (end == std::string_view::npos) return false;
    if (rest.substr(0, end + 1) == opaque(tag)) return true;
    rest.remove_prefix(end + 1);
  }
  return false;
}

bool names_all(std::string_view if_none_match) { return if_none_match == "*"; }

}  // namespace warraq::searcher::serve
