// What a run found in its input, by source and by reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/reader.h"
#include "warraq/export.h"

namespace warraq::indexer {

/// How often each of some names came up. Names beyond kMostNames are counted together under kOther,
/// so that hostile input makes it no larger.
class Tally {
 public:
  static constexpr std::size_t kMostNames = 1'000;
  static constexpr std::string_view kOther = "(other)";

  void add(std::string_view name, std::uint64_t count = 1) {
    find_or_make(names_, name, kMostNames) += count;
  }
  /// In byte order of the names.
  [[nodiscard]] const std::map<std::string, std::uint64_t, std::less<>>& counts() const {
    return names_;
  }
  [[nodiscard]] bool empty() const { return names_.empty(); }

  /// The value of `name`, made where there is room for it; else that of kOther.
  template <typename Value>
  static Value& find_or_make(std::map<std::string, Value, std::less<>>& values,
                             std::string_view name, std::size_t most) {
    const auto found = values.find(name);
    if (found != values.end()) return found->second;
    return values[std::string(values.size() < most ? name : kOther)];
  }

 private:
  std::map<std::string, std::uint64_t, std::less<>> names_;
};

/// Articles of one source, by the name that they give.
struct SourceReport {
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;  ///< of title and body
  std::uint64_t dates_missing = 0;
  std::uint64_t dates_refused = 0;
  std::uint64_t dates_ambiguous = 0;
  std::uint64_t furniture_pieces = 0;
  std::uint64_t furniture_bytes = 0;
  std::uint64_t replaced_sequences = 0;  ///< invalid ones, replaced by U+FFFD
  /// That joined the group of an earlier near duplicate, of whatever source. Of one id, a build
  /// counts the last article alone.
  std::uint64_t duplicates_grouped = 0;
  Tally charsets;  ///< articles by character set
  Tally fields;    ///< articles by the fields that they have
};

/// All inputs of one format.
struct FormatReport {
  std::uint64_t inputs = 0;  ///< files, members of containers, standard input, containers
  std::uint64_t articles = 0;
  std::uint64_t rejected = 0;  ///< records, or inputs as wholes
  std::uint64_t bytes = 0;     ///< on disk, or in a container before it was packed
  corpus::PassedOver passed_over;
};

struct IngestReport {
  static constexpr std::size_t kMostSources = 10'000;
  static constexpr std::size_t kMostInputs = 10'000;
  /// The name under which inputs are counted whose format was not told.
  static constexpr std::string_view kNoFormat = "(none)";
  /// The name under which articles without a source are counted.
  static constexpr std::string_view kNoSource = "(none)";

  std::map<std::string, FormatReport, std::less<>> formats;
  std::vector<corpus::InputSummary> inputs;  ///< the first kMostInputs; `formats` counts all
  std::uint64_t inputs_not_listed = 0;
  std::map<std::string, SourceReport, std::less<>> sources;
  Tally reasons;        ///< rejections by their reasons, numbers in them written N
  Tally charset_bases;  ///< articles by what told their character set
  std::uint64_t doubly_encoded = 0;
};

/// Articles of all sources by their character sets.
[[nodiscard]] WARRAQ_EXPORT std::map<std::string, std::uint64_t> charsets_of(
    const IngestReport& report);

}  // namespace warraq::indexer
