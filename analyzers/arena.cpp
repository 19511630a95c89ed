#include "analyzers/arena.h"

#include <algorithm>
#include <cstring>

namespace warraq::analyzers {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{64} << 10;
constexpr std::size_t kLargestGrowth = std::size_t{8} << 20;
/// What one large text must not leave behind for ever.
constexpr std::size_t kKept = std::size_t{16} << 20;

}  // namespace

std::string_view Arena::store(std::string_view bytes) {
  char* place = room(bytes.size());
  if (!bytes.empty()) std::memcpy(place, bytes.data(), bytes.size());
  return take(bytes.size());
}

void Arena::rewind(Mark mark) {
  if (blocks_.empty()) return;
  enter(mark.block);
  if (mark.next != nullptr) next_ = mark.next;
}

void Arena::clear() {
  std::size_t kept = 0;
  const auto too_much = std::find_if(blocks_.begin(), blocks_.end(), [&kept](const Block& block) {
    return (kept += block.size) > kKept;
  });
  blocks_.erase(too_much, blocks_.end());
  next_ = end_ = nullptr;
  current_ = 0;
  if (!blocks_.empty()) enter(0);
}

void Arena::next_block(std::size_t size) {
  const std::size_t following = blocks_.empty() ? 0 : current_ + 1;
  if (following == blocks_.size() || blocks_[following].size < size) {
    const std::size_t grown =
        blocks_.empty() ? kFirstBlock : std::min(blocks_.back().size * 2, kLargestGrowth);
    const std::size_t block_size = std::max(size, grown);
    // Blocks after this one are empty: a new one may stand before them.
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(following),
                   Block{std::unique_ptr<char[]>(new char[block_size]), block_size});
  }
  enter(following);
}

void Arena::enter(std::size_t block) {
  current_ = block;
  next_ = blocks_[block].bytes.get();
  end_ = next_ + blocks_[block].size;
}

}  // namespace warraq::analyzers
