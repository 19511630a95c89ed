#include "corpus/input/decoding_source.h"

#include <algorithm>
#include <string_view>

#include "corpus/article/utf8.h"

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

using analyzers::Charset;
using analyzers::CharsetBasis;

constexpr int kSure = 100;
constexpr std::size_t kUnitBytes = 4;

/// Whether `bytes` begin with characters in UTF-32. Other text has no two zero bytes in a row.
bool is_utf32(std::string_view bytes, bool little_endian) {
  constexpr std::size_t kEnough = 1024;
  bytes = bytes.substr(0, std::min(bytes.size() / kUnitBytes * kUnitBytes, kEnough));
  for (std::size_t at = 0; at < bytes.size(); at += kUnitBytes) {
    const char highest = bytes[little_endian ? at + 3 : at];
    const auto plane = static_cast<unsigned char>(bytes[little_endian ? at + 2 : at + 1]);
    const bool is_null = bytes.substr(at, kUnitBytes) == "\0\0\0\0"sv;
    if (highest != '\0' || plane > 0x10 || is_null) return false;
  }
  return !bytes.empty();
}

std::optional<Charset> find_utf32(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE\0\0"sv)) {
    return Charset{"UTF-32LE", CharsetBasis::byte_order_mark, kSure};
  }
  if (beginning.starts_with("\0\0\xFE\xFF"sv)) {
    return Charset{"UTF-32BE", CharsetBasis::byte_order_mark, kSure};
  }
  if (is_utf32(beginning, true)) return Charset{"UTF-32LE", CharsetBasis::detected, kSure};
  if (is_utf32(beginning, false)) return Charset{"UTF-32BE", CharsetBasis::detected, kSure};
  return std::nullopt;
}

bool may_be_utf16(std::string_view beginning) {
  return beginning.starts_with("\xFF\xFE"sv) || beginning.starts_with("\xFE\xFF"sv) ||
         beginning.find('\0') != beginning.npos;
}

}  // namespace

// Spaces, line ends and tags are characters with zero bytes; text in other sets has none.
std::optional<Charset> find_wide_charset(std::string_view beginning) {
  if (std::optional<Charset> charset = find_utf32(beginning)) return charset;
  if (!may_be_utf16(beginning)) return std::nullopt;
  Charset charset = analyzers::decide_charset(beginning, {}, analyzers::Markup::none);
  return charset.name.starts_with("UTF-16") ? std::optional(std::move(charset)) : std::nullopt;
}

// The decoder takes the byte order mark of UTF-16 away, but knows none of UTF-32.
DecodingSource::DecodingSource(std::unique_ptr<BufferedInput> input, const Charset& charset)
    : input_(std::move(input)), decoder_(charset), decoded_(kByteOrderMark) {
  if (charset.basis == CharsetBasis::byte_order_mark && charset.name.starts_with("UTF-32")) {
    input_->consume(std::min(input_->peek(kUnitBytes).size(), kUnitBytes));
  }
}

std::size_t DecodingSource::read(std::span<char> room) {
  while (given_ == decoded_.size() && !ended_) decode_more();
  const std::size_t count = decoded_.copy(room.data(), room.size(), given_);
  given_ += count;
  return count;
}

void DecodingSource::decode_more() {
  decoded_.clear();
  given_ = 0;
  const std::string_view bytes = input_->peek();
  ended_ = bytes.empty();
  decoder_.decode(bytes, ended_, decoded_);
  input_->consume(bytes.size());
  if (ended_) fail(input_->failure());
}

}  // namespace warraq::corpus
