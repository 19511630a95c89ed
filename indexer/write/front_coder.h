// Writes a vocabulary as indexer/archive/front_coded_words.h reads it.
#pragma once

#include <xxhash.h>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/front_coded_words.h"
#include "indexer/words/word_counter.h"

namespace warraq::indexer {

/// Used by one thread. Memory: 6 bytes for each word, 10 while it finishes.
class FrontCoder {
 public:
  /// Where the bytes go, piece by piece; must outlive it.
  using Put = std::function<void(std::string_view)>;

  explicit FrontCoder(Put put);

  /// In order (archive::compare_words()), none twice.
  void add(const archive::VocabularyWord& word);
  /// After the last word: puts the tables, and returns what the bytes must end with.
  [[nodiscard]] archive::VocabularyContents finish();

 private:
  struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };

  void put_coded(const archive::VocabularyWord& word);
  void put_exact(const archive::VocabularyWord& word, bool raw);
  void put(std::string_view bytes);
  void put_block();
  void put_mark_index();

  Put put_;
  std::unique_ptr<XXH3_state_t, FreeState> checksum_;
  archive::VocabularyContents contents_;
  std::uint64_t size_ = 0;
  std::string block_;
  std::size_t words_in_block_ = 0;
  std::vector<std::uint32_t> block_begins_;
  std::vector<std::uint16_t> marks_;            ///< of distinct normalised forms,
  std::vector<std::uint32_t> blocks_of_marks_;  ///< and the blocks they stand in
  std::string last_;                            ///< the normalised form of the word before
  bool last_stop_ = false;
};

/// All words as one string, as the metadata of live/ has them.
[[nodiscard]] std::string front_coded(archive::WordCursor& words);
[[nodiscard]] std::string front_coded(const WordCounter& words);

}  // namespace warraq::indexer
