#include "searcher/query/connectives.h"

#include <algorithm>
#include <array>

#include "analyzers/characters.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

using Kind = Connective::Kind;

struct NamedConnective {
  std::string_view word;
  Connective connective;
};

constexpr std::array<NamedConnective, 14> kConnectives = {{
    {"AND", {Kind::all, 0, false}},
    {"&&", {Kind::all, 0, false}},
    {"OR", {Kind::any, 0, false}},
    {"||", {Kind::any, 0, false}},
    {"NOT", {Kind::none, 0, false}},
    {"NEAR", {Kind::near, kUsuallyNear, false}},
    {"و", {Kind::all, 0, true}},
    {"أو", {Kind::any, 0, true}},
    {"او", {Kind::any, 0, true}},
    {"ليس", {Kind::none, 0, true}},
    {"وليس", {Kind::none, 0, true}},
    {"بدون", {Kind::none, 0, true}},
    {"وبدون", {Kind::none, 0, true}},
    {"دون", {Kind::none, 0, true}},
}};

constexpr std::string_view kNear = "NEAR/";

}  // namespace

std::optional<Connective> connective_named(std::string_view word) {
  const auto* const found =
      std::find_if(kConnectives.begin(), kConnectives.end(),
                   [word](const NamedConnective& known) { return known.word == word; });
  if (found != kConnectives.end()) return found->connective;
  if (!word.starts_with(kNear) || word.size() > kMaxConnectiveBytes) return std::nullopt;
  const auto number = near_number(word.substr(kNear.size()));
  if (!number) return std::nullopt;
  return Connective{Kind::near, *number, false};
}

std::optional<std::uint32_t> near_number(std::string_view digits) {
  if (digits.empty()) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < digits.size();) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(digits, at);
    if (analyzers::classify(character.code_point) != analyzers::CharacterClass::digit) {
      return std::nullopt;
    }
    number = std::min(number * 10 + analyzers::digit_value(character.code_point), kMostNear);
    at += character.length;
  }
  return number;
}

}  // namespace warraq::searcher
