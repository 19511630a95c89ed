// Names inside the databases: term prefixes, value slots, metadata keys. Nothing else spells them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "warraq/analyzers/analyzer.h"

namespace warraq::archive {

/// Term prefixes, after Xapian's conventions. Levels of the text's words:
namespace prefix {
/// The stem of a word of title or body that is no stop word.
inline constexpr std::string_view kStem = "Z";
/// A stop word's normalised form: apart, so that the name علي never finds على.
inline constexpr std::string_view kStopWord = "XW";
/// The stem of a title's word, once more.
inline constexpr std::string_view kTitleStem = "ZS";
/// Boolean terms: the article's id, and fields to filter by (field_key()).
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kSource = "XSRC";
inline constexpr std::string_view kCategory = "XCAT";
inline constexpr std::string_view kAuthor = "A";
inline constexpr std::string_view kAgency = "XAGY";
}  // namespace prefix

/// Value slots. Dates as YYYYMMDD, absent where the article has none; names as given.
namespace slot {
inline constexpr std::uint32_t kDate = 0;
inline constexpr std::uint32_t kSource = 1;
inline constexpr std::uint32_t kCategory = 2;
inline constexpr std::uint32_t kAuthor = 3;
inline constexpr std::uint32_t kAgency = 4;
/// The group of near duplicates that the article joined; absent where it is the first of its own
/// (duplicate_group.h).
inline constexpr std::uint32_t kDuplicateGroup = 5;
/// The article's words in their order (word_stream.h): phrases, exact words and closer forms.
inline constexpr std::uint32_t kWordStream = 6;
}  // namespace slot

/// Keys of the databases' metadata.
namespace metadata {
/// Before a dictionary's id: its bytes. In every database that has documents stored with it.
inline constexpr std::string_view kDictionaryPrefix = "dictionary/";
/// In live/ alone:
/// The manifest's generation that live/ belongs to, in decimal.
inline constexpr std::string_view kGeneration = "generation";
/// Before a key of near duplicates: its documents in live/ (duplicate_keys.h).
inline constexpr std::string_view kDuplicatesPrefix = "duplicates/";
/// Before a number from 0: a part of the vocabulary of live/ (live_vocabulary.h).
inline constexpr std::string_view kVocabularyPrefix = "vocabulary/";
/// Before a shard's folder as the manifest has it: its superseded documents (superseded.h).
inline constexpr std::string_view kSupersededPrefix = "superseded/";
}  // namespace metadata

/// The longest term that Xapian takes, in bytes, a NUL byte counting twice.
inline constexpr std::size_t kMaxTermBytes = 245;
/// The longest term that stands as it is. A longer one becomes its beginning and a hash, which is
/// always longer than this: so neither kind can be mistaken for the other.
inline constexpr std::size_t kMaxPlainTermBytes = 200;

/// prefix + text; where that is longer than kMaxPlainTermBytes, its beginning, cut between
/// characters, and a 128-bit hash (XXH3) of the whole text: distinct texts stay distinct terms.
/// `prefix` is one of those above.
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view text);
/// The same, appended to `terms`.
void append_term(std::string& terms, std::string_view prefix, std::string_view text);

/// The key under which a field's value (a source's name …) is filtered: its normalised words,
/// joined by single spaces, or the value as it is where it has no words.
[[nodiscard]] std::string field_key(const analyzers::Analyzer& analyzer, std::string_view value);

/// Where live/ keeps the superseded documents of `shard` (a folder as the manifest names it).
[[nodiscard]] std::string superseded_key(std::string_view shard);

/// Where a database keeps the dictionary `id` (stored_text.h).
[[nodiscard]] std::string dictionary_key(std::uint32_t id);

/// Where live/ keeps this part of its vocabulary, counted from 0.
[[nodiscard]] std::string vocabulary_key(std::size_t part);

/// Where live/ keeps the documents with this key of near duplicates: eight hexadecimal digits.
[[nodiscard]] std::string duplicates_key(std::uint32_t key);

}  // namespace warraq::archive
