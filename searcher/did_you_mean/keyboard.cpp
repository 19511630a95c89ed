#include "searcher/did_you_mean/keyboard.h"

#include <array>
#include <cstddef>
#include <cstdlib>
#include <optional>

#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

struct Key {
  char latin;
  char shifted;
  std::u32string_view arabic;
  std::u32string_view arabic_shifted;  // letters only: the rest are marks and punctuation
};

constexpr std::array<Key, 12> kUpperRow{{{'q', 'Q', U"ض", U""},
                                         {'w', 'W', U"ص", U""},
                                         {'e', 'E', U"ث", U""},
                                         {'r', 'R', U"ق", U""},
                                         {'t', 'T', U"ف", U"لإ"},
                                         {'y', 'Y', U"غ", U"إ"},
                                         {'u', 'U', U"ع", U""},
                                         {'i', 'I', U"ه", U""},
                                         {'o', 'O', U"خ", U""},
                                         {'p', 'P', U"ح", U""},
                                         {'[', '{', U"ج", U""},
                                         {']', '}', U"د", U""}}};
constexpr std::array<Key, 11> kHomeRow{{{'a', 'A', U"ش", U""},
                                        {'s', 'S', U"س", U""},
                                        {'d', 'D', U"ي", U""},
                                        {'f', 'F', U"ب", U""},
                                        {'g', 'G', U"ل", U"لأ"},
                                        {'h', 'H', U"ا", U"أ"},
                                        {'j', 'J', U"ت", U""},
                                        {'k', 'K', U"ن", U""},
                                        {'l', 'L', U"م", U""},
                                        {';', ':', U"ك", U""},
                                        {'\'', '"', U"ط", U""}}};
constexpr std::array<Key, 10> kLowerRow{{{'z', 'Z', U"ئ", U""},
                                         {'x', 'X', U"ء", U""},
                                         {'c', 'C', U"ؤ", U""},
                                         {'v', 'V', U"ر", U""},
                                         {'b', 'B', U"لا", U"لآ"},
                                         {'n', 'N', U"ى", U"آ"},
                                         {'m', 'M', U"ة", U""},
                                         {',', '<', U"و", U""},
                                         {'.', '>', U"ز", U""},
                                         {'/', '?', U"ظ", U""}}};
constexpr Key kBesideOne = {'`', '~', U"ذ", U""};

struct KeyPlace {
  int row = 0;
  int column = 0;
};

template <typename Visit>
void for_each_key(Visit visit) {
  for (std::size_t i = 0; i < kUpperRow.size(); ++i) visit(kUpperRow[i], KeyPlace{0, int(i)});
  for (std::size_t i = 0; i < kHomeRow.size(); ++i) visit(kHomeRow[i], KeyPlace{1, int(i)});
  for (std::size_t i = 0; i < kLowerRow.size(); ++i) visit(kLowerRow[i], KeyPlace{2, int(i)});
  visit(kBesideOne, KeyPlace{-1, -1});
}

bool is_on(const Key& key, char32_t character) {
  const auto is_alone = [character](std::u32string_view text) {
    return text.size() == 1 && text[0] == character;
  };
  return is_alone(key.arabic) || is_alone(key.arabic_shifted) ||
         static_cast<char32_t>(key.latin) == character;
}

std::optional<KeyPlace> place_of(char32_t character) {
  std::optional<KeyPlace> result;
  for_each_key([&](const Key& key, KeyPlace place) {
    if (is_on(key, character)) result = place;
  });
  return result;
}

std::u32string_view arabic_of(char32_t latin) {
  std::u32string_view result;
  for_each_key([&](const Key& key, KeyPlace) {
    if (static_cast<char32_t>(key.latin) == latin) result = key.arabic;
    if (static_cast<char32_t>(key.shifted) != latin) return;
    // A capital letter without a letter of its own is one typed under a locked shift key.
    const bool is_letter = key.shifted >= 'A' && key.shifted <= 'Z';
    result = key.arabic_shifted.empty() && is_letter ? key.arabic : key.arabic_shifted;
  });
  return result;
}

std::u32string characters_of(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    result += character.code_point;
    at += character.length;
  }
  return result;
}

// The key that begins `arabic`, and how much of it is on that key.
std::pair<char, std::size_t> latin_of(std::u32string_view arabic, bool one_key) {
  std::pair<char, std::size_t> result = {0, 0};
  for_each_key([&](const Key& key, KeyPlace) {
    for (const auto& [text, latin] :
         {std::pair{key.arabic, key.latin}, std::pair{key.arabic_shifted, key.shifted}}) {
      const bool fits = !text.empty() && arabic.substr(0, text.size()) == text;
      if (fits && (one_key || text.size() == 1) && text.size() > result.second) {
        result = {latin, text.size()};
      }
    }
  });
  return result;
}

}  // namespace

bool are_neighbouring_keys(char32_t a, char32_t b) {
  const auto first = place_of(a);
  const auto second = place_of(b);
  if (!first || !second) return false;
  if (first->row == second->row) return std::abs(first->column - second->column) == 1;
  // Each row stands half a key to the right of the one above.
  const bool first_above = first->row < second->row;
  const KeyPlace& above = first_above ? *first : *second;
  const KeyPlace& below = first_above ? *second : *first;
  if (below.row - above.row != 1) return false;
  return below.column == above.column || below.column == above.column - 1;
}

std::string typed_in_arabic(std::string_view latin) {
  std::string result;
  for (const char32_t character : characters_of(latin)) {
    const std::u32string_view arabic = arabic_of(character);
    if (arabic.empty()) analyzers::append_utf8(character, result);
    for (const char32_t letter : arabic) analyzers::append_utf8(letter, result);
  }
  return result;
}

std::string typed_in_latin(std::string_view arabic, bool one_key) {
  const std::u32string characters = characters_of(arabic);
  std::string result;
  for (std::size_t at = 0; at < characters.size();) {
    const auto [latin, length] = latin_of(std::u32string_view(characters).substr(at), one_key);
    if (length == 0) {
      analyzers::append_utf8(characters[at++], result);
      continue;
    }
    result += latin;
    at += length;
  }
  return result;
}

}  // namespace warraq::searcher
