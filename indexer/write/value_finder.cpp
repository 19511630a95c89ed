#include "indexer/write/value_finder.h"

#include <algorithm>
#include <cstring>

namespace warraq::indexer {
namespace {

constexpr std::size_t kBlock = 8192;
constexpr std::size_t kNearBlocks = 3;

// A longer value shares no item of a block, which takes a quarter of it: it lies in pieces.
constexpr std::size_t kMaxPiece = 2020;

// What stands between values in one item, and between items.
constexpr std::size_t kBetween = 24;

// A large file goes through memory in such parts.
constexpr std::size_t kPart = std::size_t{16} << 20;

// The C library looks for short strings several times faster than for long ones.
constexpr std::size_t kShort = 32;

}  // namespace

std::optional<std::size_t> ValueFinder::find(std::string_view value) {
  if (value.size() <= kMaxPiece) {
    auto place = last_ && missed_ == 0 ? find_beside(value) : std::nullopt;
    if (!place) place = find_near(value);
    if (place) {
      last_ = place;
      last_size_ = value.size();
      missed_ = 0;
      return place;
    }
  }
  // What comes behind is so much further on.
  missed_ += value.size() + value.size() / 8;
  return std::nullopt;
}

// Right behind the last one, where both lie in one item; else before it, because the items of a
// block are laid down from its end.
std::optional<std::size_t> ValueFinder::find_beside(std::string_view value) const {
  const std::size_t end = *last_ + last_size_;
  if (auto place = find_between(end, end + kBetween + value.size(), value)) return place;
  const std::size_t before = kBetween + value.size();
  return find_between(*last_ - std::min(*last_, before), *last_, value);
}

std::optional<std::size_t> ValueFinder::find_near(std::string_view value) {
  if (!last_) return find_anywhere(value);
  const std::size_t begin = *last_ / kBlock * kBlock;
  if (begin > let_go_ + kPart) let_go_before(begin);
  return find_between(begin, begin + missed_ + kNearBlocks * kBlock, value);
}

std::optional<std::size_t> ValueFinder::find_anywhere(std::string_view value) {
  if (searches_left_-- <= 0) return std::nullopt;
  let_go_ = 0;
  for (std::size_t begin = 0; begin < file_.bytes().size(); begin += kPart) {
    if (auto place = find_between(begin, begin + kPart + value.size(), value)) return place;
    let_go_before(begin);
  }
  return std::nullopt;
}

void ValueFinder::let_go_before(std::size_t end) {
  file_.let_go_before(end);
  let_go_ = end;
}

std::optional<std::size_t> ValueFinder::find_between(std::size_t begin, std::size_t end,
                                                     std::string_view value) const {
  const std::string_view bytes = file_.bytes().substr(0, end);
  const std::string_view beginning = value.substr(0, kShort);
  while (begin < bytes.size()) {
    const void* const found =
        memmem(bytes.data() + begin, bytes.size() - begin, beginning.data(), beginning.size());
    if (found == nullptr) return std::nullopt;
    begin = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    if (bytes.substr(begin, value.size()) == value) return begin;
    ++begin;
  }
  return std::nullopt;
}

}  // namespace warraq::indexer
