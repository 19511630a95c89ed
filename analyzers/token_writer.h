// Finishes tokens: both tokenisers hand their words over here, so the levels are made in one place.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/analysis_storage.h"
#include "analyzers/stop_words.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::analyzers {

/// The bytes of the original text that a token covers.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Appends tokens to a storage. The views it is given must lie in the storage's arena.
class TokenWriter {
 public:
  TokenWriter(const Stemmer& stemmer, const WordSet& stop_words, Analysis::Storage& storage,
              Levels levels = Levels::all)
      : stemmer_(&stemmer), stop_words_(&stop_words), storage_(&storage), levels_(levels) {}

  [[nodiscard]] Analysis::Storage& storage() const { return *storage_; }

  /// An Arabic word at the exact level; `folds` tells whether any letter of it may fold.
  void add_arabic(ByteRange range, std::string_view exact, bool folds);

  /// A number: ASCII digits with . or , between them; `has_separator` tells whether any is there.
  void add_number(ByteRange range, std::string_view exact, bool has_separator);

  /// A word of any other script, whose stem is its normalised form.
  void add_word(ByteRange range, TokenKind kind, std::string_view exact,
                std::string_view normalised);

  /// Sets what add_arabic() leaves where only the exact level is made.
  void complete(Token& token, bool folds);

  /// Sets `normalised` and `stem` of a token that is an Arabic word from its `exact`.
  void finish_arabic(Token& token, bool folds);

 private:
  Token& add(ByteRange range, TokenKind kind);

  const Stemmer* stemmer_;
  const WordSet* stop_words_;
  Analysis::Storage* storage_;
  Levels levels_;
};

}  // namespace warraq::analyzers
