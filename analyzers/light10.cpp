// light10, as Larkey, Ballesteros and Connell (2007) publish it; stemmer.h has the reference.
#include <bit>
#include <cstddef>
#include <cstring>

#include "warraq/analyzers/stemmer.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

// The conjunction goes where three letters or more remain, everything else where two remain.
constexpr std::size_t kLeftByConjunction = 3;
constexpr std::size_t kLeftByAffix = 2;

// Whether `word` has at least `count` letters; looks no further than it must, so that a very long
// word costs no more than a short one.
bool has_letters(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  while (count > 0 && at < word.size()) {
    at += utf8_length(word[at]);
    --count;
  }
  return count == 0;
}

// Affixes are literals, for their lengths then are constants and a comparison one or two
// instructions: with views in a table, comparing was a third of the whole analysis.
template <std::size_t N>
bool is_at(const char* bytes, const char (&affix)[N]) {
  constexpr std::size_t kSize = N - 1;
  constexpr std::size_t kFirst = std::bit_floor(kSize);  // compilers inline only powers of two
  return std::memcmp(bytes, affix, kFirst) == 0 &&
         std::memcmp(bytes + kFirst, affix + kFirst, kSize - kFirst) == 0;
}

template <std::size_t N>
bool drop_prefix(std::string_view& word, const char (&prefix)[N], std::size_t left) {
  constexpr std::size_t kSize = N - 1;
  if (word.size() < kSize || !is_at(word.data(), prefix)) return false;
  const std::string_view rest = word.substr(kSize);
  if (!has_letters(rest, left)) return false;
  word = rest;
  return true;
}

template <std::size_t N>
void drop_suffix(std::string_view& word, const char (&suffix)[N]) {
  constexpr std::size_t kSize = N - 1;
  if (word.size() < kSize) return;
  const std::string_view rest = word.substr(0, word.size() - kSize);
  if (!is_at(word.data() + rest.size(), suffix)) return;
  if (has_letters(rest, kLeftByAffix)) word = rest;
}

bool drop_article(std::string_view& word) {
  return drop_prefix(word, "ال", kLeftByAffix) || drop_prefix(word, "وال", kLeftByAffix) ||
         drop_prefix(word, "بال", kLeftByAffix) || drop_prefix(word, "كال", kLeftByAffix) ||
         drop_prefix(word, "فال", kLeftByAffix) || drop_prefix(word, "لل", kLeftByAffix);
}

// Whether `word` ends in a letter that ends a suffix; most words do not.
bool may_have_suffix(std::string_view word) {
  if (word.size() < 2) return false;
  const char* last = word.data() + word.size() - 2;
  return is_at(last, "ا") || is_at(last, "ن") || is_at(last, "ت") || is_at(last, "ه") ||
         is_at(last, "ة") || is_at(last, "ي");
}

void drop_suffixes(std::string_view& word) {
  if (!may_have_suffix(word)) return;
  drop_suffix(word, "ها");
  drop_suffix(word, "ان");
  drop_suffix(word, "ات");
  drop_suffix(word, "ون");
  drop_suffix(word, "ين");
  drop_suffix(word, "يه");
  drop_suffix(word, "ية");
  drop_suffix(word, "ه");
  drop_suffix(word, "ة");
  drop_suffix(word, "ي");
}

class Light10 final : public Stemmer {
 public:
  std::string_view stem(std::string_view word, std::string& /*scratch*/) const override {
    drop_prefix(word, "و", kLeftByConjunction);
    drop_article(word);
    drop_suffixes(word);
    return word;
  }
};

}  // namespace

std::unique_ptr<const Stemmer> make_light10() { return std::make_unique<const Light10>(); }

}  // namespace warraq::analyzers
