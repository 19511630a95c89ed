// The words of a database in their spellings: what wildcards, suggestions and variants choose from,
// and what tells which words share a mark in the streams (word_stream.h).
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace warraq::archive {

/// A word in one spelling. The views are valid during the call that gives it.
struct VocabularyWord {
  std::string_view normalised;
  std::string_view exact;
  bool stop = false;              ///< a stop word, told on the exact form
  std::uint64_t occurrences = 0;  ///< in the database, superseded articles included
};

/// The vocabulary of one database: of a shard mapped from its file, of live/ from its metadata.
/// Whatever the bytes are, nothing is read outside them. Immutable: any number of threads may read
/// it.
class Vocabulary {
 public:
  using Take = std::function<void(const VocabularyWord&)>;

  virtual ~Vocabulary() = default;

  /// Calls `take` for every word whose normalised form begins with `prefix` (all for an empty one),
  /// in the bytes' order of normalised form and then of exact form.
  virtual void for_each(std::string_view prefix, const Take& take) const = 0;
  /// The spellings of one normalised form.
  virtual void find(std::string_view normalised, const Take& take) const = 0;
  /// The words whose form has this mark (form_mark()).
  virtual void with_mark(std::uint16_t mark, const Take& take) const = 0;
};

}  // namespace warraq::archive
