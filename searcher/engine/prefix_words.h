// The words of an archive that begin with the letters of a prefix.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "indexer/archive/word_stream.h"
#include "searcher/query/query.h"

namespace warraq::searcher {

/// A word of an archive in one spelling.
struct FoundForm {
  std::string normalised;
  std::string exact;  ///< where that is asked for
};

/// Any of many words, looked for in articles' streams of words.
class StreamForms {
 public:
  /// `forms`: the most frequent first; `exact`: in just these spellings.
  StreamForms(const std::vector<FoundForm>& forms, bool exact, TextField field);

  /// How often they stand in the stream, by their hashes; looks no further than `at_most`.
  [[nodiscard]] std::uint32_t count(std::string_view stream, std::uint32_t at_most) const;
  [[nodiscard]] bool stands_in(std::string_view stream) const { return count(stream, 1) > 0; }
  /// Calls `found(mark)` wherever one of them stands, until it returns true.
  template <typename Found>
  void find(const archive::WordStream& stream, Found found) const {
    archive::Spellings spellings(stream);
    const std::uint32_t first = field_ == TextField::body ? stream.title_words() : 0;
    const std::uint32_t last = field_ == TextField::title ? stream.title_words() : stream.size();
    for (std::uint32_t at = first; at < last; ++at) {
      const std::uint16_t form = stream.form(at);
      if (!forms_->test(form)) continue;
      const archive::WordMark mark{form, spellings.at(at)};
      if (has(mark) && found(mark)) return;
    }
    for (std::uint32_t i = 0; i < stream.joined_size(); ++i) {
      const std::uint32_t at = stream.joined_position(i);
      const archive::WordMark mark = stream.joined_mark(i);
      if (at >= first && at < last && has(mark) && found(mark)) return;
    }
  }
  /// The less, the more frequent are the words of this form.
  [[nodiscard]] std::size_t rank(std::uint16_t form) const;

 private:
  [[nodiscard]] bool has(const archive::WordMark& mark) const;

  bool exact_;
  TextField field_;
  std::vector<archive::WordMark> marks_;  // in their order
  std::shared_ptr<const std::bitset<65536>> forms_;
  std::unordered_map<std::uint16_t, std::size_t> ranks_;
};

/// Words past so many stems are not searched.
inline constexpr std::size_t kMaxPrefixStems = 1'000;
/// Nor so many words of other stems.
inline constexpr std::size_t kMaxPrefixForms = 300;
/// Nor past so many stems those of all the prefixes of a query.
inline constexpr std::size_t kMaxStemsOfPrefixes = 5'000;
/// Prefixes of a query past so many are not searched.
inline constexpr std::size_t kMaxPrefixes = 20;

struct PrefixWords {
  std::vector<std::string> stems;  ///< all of whose words begin so: the most frequent first
  /// The words of other stems that begin so, and those stems: likewise.
  std::vector<FoundForm> forms;
  std::vector<std::string> stems_of_forms;
  bool incomplete = false;  ///< a database has no vocabulary: there, texts must be looked at
  bool cut = false;         ///< there are more
};

/// Looks up the `prefix` clause: no more than `most` stems. Throws what
/// Xapian throws.
[[nodiscard]] PrefixWords words_with_prefix(const AnalysedClause& prefix,
                                            const archive::OpenArchive& archive, std::size_t most);

}  // namespace warraq::searcher
