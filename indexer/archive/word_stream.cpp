#include "indexer/archive/word_stream.h"

#include <xxhash.h>
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "indexer/archive/numbers.h"

namespace warraq::archive {

using analyzers::Boundary;

namespace {

// Xapian keeps the least and the greatest value of a slot, whole. So a stream begins with a byte
// that makes short ones both: a huge article's never becomes a bound where there are others.
constexpr char kLeast = '\0';
constexpr char kBetween = '\x80';
constexpr char kGreatest = '\xff';
constexpr std::size_t kMaxBoundWords = 2'000;

constexpr std::size_t kJoinedBytes = 7;
constexpr std::uint32_t kBitsInByte = 8;

void append_bytes(std::string& bytes, std::uint32_t number, std::size_t count) {
  for (; count > 0; --count, number >>= 8U) bytes.push_back(static_cast<char>(number));
}

std::uint32_t long_number_at(const char* bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = sizeof number; i > 0; --i) {
    number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
  }
  return number;
}

template <typename Number>
Number never_zero(std::uint64_t hash) {
  const auto low = static_cast<Number>(hash);
  return low == 0 ? Number{1} : low;
}

unsigned ones_in(char byte) {
  return static_cast<unsigned>(std::popcount(static_cast<unsigned char>(byte)));
}

std::size_t ones_in(const char* bytes, std::size_t count) {
  std::size_t ones = 0;
  for (std::uint64_t eight = 0; count >= sizeof eight; count -= sizeof eight) {
    std::memcpy(&eight, bytes, sizeof eight);
    ones += static_cast<std::size_t>(std::popcount(eight));
    bytes += sizeof eight;
  }
  for (; count > 0; --count) ones += ones_in(*bytes++);
  return ones;
}

// A number of a stream, lowest byte first, as this machine reads it from memory.
std::uint16_t as_it_lies(std::uint16_t number) {
  const std::array<unsigned char, 2> bytes = {static_cast<unsigned char>(number),
                                              static_cast<unsigned char>(number >> 8U)};
  return std::bit_cast<std::uint16_t>(bytes);
}

}  // namespace

std::uint16_t form_mark(std::string_view normalised, bool stop) {
  return never_zero<std::uint16_t>(
      XXH3_64bits_withSeed(normalised.data(), normalised.size(), stop ? 1 : 0));
}

WordMark mark_of(std::string_view exact, std::string_view normalised, bool stop) {
  WordMark mark{form_mark(normalised, stop), 0};
  if (exact != normalised) {
    mark.spelling = never_zero<std::uint8_t>(XXH3_64bits(exact.data(), exact.size()));
  }
  return mark;
}

void WordStreamWriter::add(const WordMark& mark, std::uint32_t position, bool in_title, bool joined,
                           Boundary begins) {
  if (position >= kMaxStreamWords) return;
  if (begins != Boundary::none && position > last_boundary_) {
    const std::uint32_t distance = position - last_boundary_;
    append_number(boundaries_, distance << 1U | (begins == Boundary::paragraph ? 1U : 0U));
    last_boundary_ = position;
  }
  if (joined) {
    joined_.push_back({position, mark});
    return;
  }
  words_.resize(position);
  words_.push_back(mark);
  if (in_title) title_words_ = position + 1;
}

std::string_view WordStreamWriter::finish() {
  bytes_.clear();
  if (!words_.empty()) write();
  words_.clear();
  joined_.clear();
  boundaries_.clear();
  last_boundary_ = 0;
  title_words_ = 0;
  return bytes_;
}

void WordStreamWriter::write() {
  const bool may_be_bound = words_.size() <= kMaxBoundWords && joined_.empty();
  const char bound = words_.size() % 2 == 0 ? kLeast : kGreatest;
  bytes_.push_back(may_be_bound ? bound : kBetween);
  append_number(bytes_, static_cast<std::uint32_t>(words_.size()));
  append_number(bytes_, title_words_);
  append_number(bytes_, static_cast<std::uint32_t>(joined_.size()));
  for (const WordMark& word : words_) append_bytes(bytes_, word.form, 2);
  const std::size_t bits = bytes_.size();
  bytes_.resize(bits + (words_.size() + kBitsInByte - 1) / kBitsInByte);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].spelling == 0) continue;
    char& eight = bytes_[bits + i / kBitsInByte];
    eight = static_cast<char>(static_cast<unsigned char>(eight) | 1U << i % kBitsInByte);
    bytes_.push_back(static_cast<char>(words_[i].spelling));
  }
  for (const Joined& joined : joined_) {
    append_bytes(bytes_, joined.position, 4);
    append_bytes(bytes_, joined.mark.form, 2);
    bytes_.push_back(static_cast<char>(joined.mark.spelling));
  }
  bytes_ += boundaries_;
}

std::optional<WordStream> WordStream::read(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  bytes.remove_prefix(1);
  WordStream stream;
  for (std::uint32_t* count : {&stream.words_, &stream.title_words_, &stream.joined_count_}) {
    const auto number = take_number(bytes);
    if (!number || *number > UINT32_MAX) return std::nullopt;
    *count = static_cast<std::uint32_t>(*number);
  }
  // Cuts a part off the front; false where there is less.
  const auto take = [&bytes](const char*& part, std::size_t size) {
    if (size > bytes.size()) return false;
    part = bytes.data();
    bytes.remove_prefix(size);
    return true;
  };
  const std::size_t words = stream.words_;
  const std::size_t bit_bytes = (words + kBitsInByte - 1) / kBitsInByte;
  const bool whole = stream.title_words_ <= words && take(stream.forms_, 2 * words) &&
                     take(stream.differing_, bit_bytes) &&
                     take(stream.spellings_, ones_in(stream.differing_, bit_bytes)) &&
                     take(stream.joined_, kJoinedBytes * stream.joined_count_);
  if (!whole) return std::nullopt;
  stream.boundaries_ = bytes;
  return stream;
}

// Blocks of a fixed size, looked at as wholes: the compiler makes a few wide comparisons of each.
std::uint32_t WordStream::find(std::uint16_t form, std::uint32_t from) const {
  constexpr std::uint32_t kBlock = 64;
  const std::uint16_t wanted = as_it_lies(form);
  while (from < words_ && words_ - from >= kBlock) {
    std::array<std::uint16_t, kBlock> block;
    std::memcpy(block.data(), forms_ + 2 * std::size_t{from}, sizeof block);
    unsigned found = 0;
    for (const std::uint16_t each : block) found += static_cast<unsigned>(each == wanted);
    if (found != 0) break;
    from += kBlock;
  }
  while (from < words_ && number_at(forms_, from) != form) ++from;
  return from;
}

std::uint32_t WordStream::joined_position(std::uint32_t index) const {
  return long_number_at(joined_ + kJoinedBytes * index);
}

WordMark WordStream::joined_mark(std::uint32_t index) const {
  const char* mark = joined_ + kJoinedBytes * index + 4;
  return {number_at(mark, 0), static_cast<std::uint8_t>(mark[2])};
}

std::uint8_t Spellings::at(std::uint32_t position) {
  const auto byte = static_cast<std::uint32_t>(position / kBitsInByte);
  for (; byte_ < byte; ++byte_) before_ += ones_in(stream_.differing_[byte_]);
  for (; byte_ > byte; --byte_) before_ -= ones_in(stream_.differing_[byte_ - 1]);
  const auto bits = static_cast<unsigned char>(stream_.differing_[byte]);
  const unsigned bit = 1U << position % kBitsInByte;
  if ((bits & bit) == 0) return 0;
  const auto earlier = static_cast<unsigned>(std::popcount(bits & (bit - 1)));
  return static_cast<std::uint8_t>(stream_.spellings_[before_ + earlier]);
}

Stretches::Stretches(const WordStream& stream, Of of)
    : stream_(stream), of_(of), left_(of == Of::texts ? std::string_view() : stream.boundaries_) {}

bool Stretches::next() {
  begin_ = end_;
  if (begin_ == stream_.size()) return false;
  while (boundary_ <= begin_) find_boundary();
  const bool in_title = begin_ < stream_.title_words();
  end_ = in_title ? std::min(boundary_, stream_.title_words()) : boundary_;
  return true;
}

// The next that is one of theirs, or the stream's end.
void Stretches::find_boundary() {
  while (const auto number = take_number(left_)) {
    const std::uint64_t position = read_ + (*number >> 1U);
    if (position >= stream_.size()) break;
    read_ = static_cast<std::uint32_t>(position);
    if (of_ == Of::paragraphs && *number % 2 == 0) continue;
    boundary_ = read_;
    return;
  }
  left_ = {};
  boundary_ = stream_.size();
}

}  // namespace warraq::archive
