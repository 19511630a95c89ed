#include "corpus/input/decoding_source.h"

#include <algorithm>
#include <string_view>

#include "corpus/article/utf8.h"

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

bool begins_with_wide_mark(std::string_view beginning) {
  return beginning.starts_with("\xFF\xFE"sv) || beginning.starts_with("\xFE\xFF"sv) ||
         beginning.starts_with("\0\0\xFE\xFF"sv);
}

}  // namespace

// Spaces, line ends and tags are characters with a zero byte; other text has none.
std::optional<analyzers::Charset> find_wide_charset(std::string_view beginning) {
  if (!begins_with_wide_mark(beginning) && beginning.find('\0') == beginning.npos) {
    return std::nullopt;
  }
  analyzers::Charset charset =
      analyzers::decide_charset(beginning, {}, analyzers::Markup::none);
  if (charset.name.starts_with("UTF-16") || charset.name.starts_with("UTF-32")) return charset;
  return std::nullopt;
}

DecodingSource::DecodingSource(std::unique_ptr<BufferedInput> input,
                               const analyzers::Charset& charset)
    : input_(std::move(input)), decoder_(charset), decoded_(kByteOrderMark) {}

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
