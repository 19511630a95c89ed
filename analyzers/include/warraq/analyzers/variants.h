// The spellings that a word, above all a foreign name, may have elsewhere. Rules, not lists: what
// they make need not be a word at all, and whoever uses them must look for it. VARIANTS.md has the
// rules and where they come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::analyzers {

/// What a spelling was made by.
enum class VariantRule : std::uint8_t {
  hamza_seat,  ///< مسؤول مسئول, هيئة هيأة
  hundred,     ///< مئة مائة, ثلاثمئة ثلاثمائة
  g_sound,     ///< غوغل جوجل قوقل, إنجلترا إنكلترا
  s_sound,     ///< غوتيريس غوتيريش, كازارين كاسارين
  consonant,  ///< other consonants that one foreign sound is written with: أنتونين أنطونين
  long_vowel,   ///< there or not: ترامب ترمب
  vowel,        ///< another: ديوجانس ديوجينس
  ending,       ///< سوريا سورية, أمريكا أمريكة, شوهي شوهيه
  tanwin_alef,  ///< رحيما رحيم
  split,        ///< عبدالله عبد الله
  joined,       ///< the other way
  number,       ///< 20 عشرون
  month,        ///< يناير كانون الثاني
  listed        ///< in the small table of names that no rule makes of one another
};

/// The rule in a word for programs: "hamza_seat".
[[nodiscard]] std::string_view name_of(VariantRule rule);

/// A spelling of one word.
struct Spelling {
  std::string word;                ///< normalised level
  std::vector<VariantRule> rules;  ///< that were applied, in their order; at least one
  unsigned cost = 0;               ///< how much was changed: spellings come in its order
  bool operator==(const Spelling&) const = default;
};

/// Longer words, in letters, have no variants.
inline constexpr std::size_t kMaxVariantLetters = 24;

/// The other spellings of `word`, an Arabic word of the normalised level, cheapest first, `limit`
/// at most, each once, never the word itself. What the stemmer takes off its front stays as it is.
[[nodiscard]] std::vector<Spelling> spellings_of(std::string_view word, std::size_t limit);

/// Whether what the rule makes of a word is that word and no other wherever it is one at all.
[[nodiscard]] bool is_certain(VariantRule rule);

/// A word written as two.
struct SplitWord {
  std::string_view first;
  std::string_view second;
  bool particle = false;  ///< `first` is what names begin with: عبد, أبو, بن
  bool operator==(const SplitWord&) const = default;
};

/// Where `word`, of the normalised level, may be parted: two letters or more on either side. The
/// views point into it.
[[nodiscard]] std::vector<SplitWord> splits_of(std::string_view word);

/// Whether `word`, of the normalised level, is what a name of two words begins with.
[[nodiscard]] bool is_name_particle(std::string_view word);

/// Names that mean the same and that no rule makes of one another, at the normalised level, those
/// of several words with single spaces between them: بولندا for بولونيا. Empty for a name not
/// listed.
[[nodiscard]] std::span<const std::string_view> listed_names(std::string_view name);

/// The other names of a month of the Gregorian calendar, at the normalised level with a space in
/// names of two words: of يناير, كانون الثاني and جانفي. Empty for what is none. To be used beside
/// a day or a year alone, for some are other words too (ماي, جوان).
[[nodiscard]] std::vector<std::string_view> other_month_names(std::string_view name);

}  // namespace warraq::analyzers
