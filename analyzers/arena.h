// Storage for the words of one text: blocks that never move, so views into them stay valid.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace warraq::analyzers {

/// Bytes are written at the end of the current block; a full block is kept and a new one begun.
class Arena {
 public:
  /// A place to go back to.
  struct Mark {
    std::size_t block = 0;
    char* next = nullptr;
  };

  /// Room for `size` bytes in one piece, not yet taken: write there, then take() what was written.
  [[nodiscard]] char* room(std::size_t size) {
    if (static_cast<std::size_t>(end_ - next_) < size) next_block(size);
    return next_;
  }

  /// Keeps the `size` bytes written at the place that room() gave.
  std::string_view take(std::size_t size) {
    const std::string_view taken(next_, size);
    next_ += size;
    return taken;
  }

  /// A copy of `bytes`.
  std::string_view store(std::string_view bytes);

  [[nodiscard]] Mark mark() const { return {current_, next_}; }

  /// Gives up what was taken since `mark`; views into it are void.
  void rewind(Mark mark);

  /// Gives up everything and keeps a moderate amount of memory for the next text.
  void clear();

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  void next_block(std::size_t size);
  void enter(std::size_t block);

  std::vector<Block> blocks_;
  std::size_t current_ = 0;
  char* next_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace warraq::analyzers
