// The words of a database in their spellings: what wildcards, suggestions and variants choose from,
// and what tells which words share a mark in the streams (word_stream.h).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace warraq::archive {

/// A word in one spelling. The views are valid during the call that gives it.
struct VocabularyWord {
  std::string_view normalised;
  std::string_view exact;
  bool stop = false;  ///< a stop word, told on the exact form
  /// In the database, superseded articles included, and those that live/ replaced or deleted since
  /// it was made: after additions a word may count too much, and stay when its last article went.
  std::uint64_t occurrences = 0;
};

/// The order of words: less than 0 where `left` comes first, 0 for the same word.
[[nodiscard]] int compare_words(const VocabularyWord& left, const VocabularyWord& right);

/// Goes through words in their order. Used by one thread.
class WordCursor {
 public:
  WordCursor() = default;
  WordCursor(const WordCursor&) = delete;
  WordCursor& operator=(const WordCursor&) = delete;
  virtual ~WordCursor() = default;

  /// On to the first word, or the next; false after the last.
  [[nodiscard]] virtual bool next() = 0;
  /// Valid until the next call.
  [[nodiscard]] virtual const VocabularyWord& word() const = 0;
};

/// The vocabulary of one database: of a shard mapped from its file, of live/ from its metadata.
/// Whatever the bytes are, nothing is read outside them. A shard's is immutable: any number of
/// threads may read it; that of live/ is read when it is first asked, and is as little for several
/// threads as its database.
class Vocabulary {
 public:
  using Take = std::function<void(const VocabularyWord&)>;

  Vocabulary() = default;
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  virtual ~Vocabulary() = default;

  /// Calls `take` for every word whose normalised form begins with `prefix` (all for an empty one),
  /// in the bytes' order of normalised form and then of exact form.
  virtual void for_each(std::string_view prefix, const Take& take) const = 0;
  /// The spellings of one normalised form.
  virtual void find(std::string_view normalised, const Take& take) const = 0;
  /// The words whose form has this mark (form_mark()).
  virtual void with_mark(std::uint16_t mark, const Take& take) const = 0;
  /// The words from the first on whose normalised form is not before `from`, one by one; must not
  /// outlive the vocabulary. Slower than for_each(), for merging; this one gathers them all before.
  [[nodiscard]] virtual std::unique_ptr<WordCursor> words(std::string_view from) const;
};

}  // namespace warraq::archive
