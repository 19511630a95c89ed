// The words of an archive that begin with the letters of a prefix.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "indexer/archive/word_stream.h"
#include "searcher/query/query.h"

namespace warraq::searcher {

/// A word of an archive in one spelling.
struct FoundForm {
  std::string normalised;
  std::string exact;
};

/// Any of many words, looked for in articles' streams of words.
class StreamForms {
 public:
  /// `exact`: in just these spellings.
  StreamForms(const std::vector<FoundForm>& forms, bool exact, TextField field);

  /// How often they stand in the stream, by their hashes; looks no further than `at_most`.
  [[nodiscard]] std::uint32_t count(std::string_view stream, std::uint32_t at_most) const;
  [[nodiscard]] bool stands_in(std::string_view stream) const { return count(stream, 1) > 0; }
  /// Calls `found(mark)` wherever one of them stands, until it returns true.
  void find(std::string_view stream,
            const std::function<bool(const archive::WordMark&)>& found) const;

 private:
  [[nodiscard]] bool has(const archive::WordMark& mark) const;

  bool exact_;
  TextField field_;
  std::vector<archive::WordMark> marks_;  // in their order
  std::shared_ptr<const std::bitset<65536>> forms_;
};

/// Words past so many stems are not searched, of one prefix and of all in a query; nor words of
/// other stems past as many of those.
inline constexpr std::size_t kMaxPrefixStems = 1'000;
inline constexpr std::size_t kMaxStemsOfPrefixes = 5'000;
/// Prefixes of a query past so many are not searched.
inline constexpr std::size_t kMaxPrefixes = 20;

struct PrefixWords {
  std::vector<std::string> stems;  ///< all of whose words begin so: the most frequent first
  /// The words of other stems that begin so, and those stems.
  std::vector<FoundForm> forms;
  std::vector<std::string> stems_of_forms;
  std::size_t other_stems = 0;  ///< of the forms, as they are counted against a bound
  bool incomplete = false;  ///< a database has no vocabulary: there, texts must be looked at
  bool cut = false;         ///< there are more
};

/// Looks up the `prefix` clause: no more than `most` stems, and as many of the forms. Throws what
/// Xapian throws.
[[nodiscard]] PrefixWords words_with_prefix(const AnalysedClause& prefix,
                                            const archive::OpenArchive& archive, std::size_t most);

}  // namespace warraq::searcher
