#include "corpus/input/line_reader.h"

#include <utility>

namespace warraq::corpus {
namespace {

/// A buffer that one long line has grown past this is given back.
constexpr std::size_t kKeptBufferBytes = std::size_t{4} << 20;

}  // namespace

LineReader::LineReader(BufferedInput& input, std::size_t max_bytes)
    : input_(input), max_bytes_(max_bytes) {}

std::optional<Line> LineReader::next() {
  input_.consume(std::exchange(given_, 0));
  if (joined_.capacity() > kKeptBufferBytes) joined_ = std::string();
  const std::string_view block = input_.peek();
  if (block.empty()) return std::nullopt;
  ++number_;
  const std::size_t end = block.find('\n');
  if (end == std::string_view::npos) return join_blocks();
  given_ = end + 1;
  return make_line(block.substr(0, end));
}

Line LineReader::make_line(std::string_view text) const {
  Line line{text, number_, text.size(), text.size() > max_bytes_, false};
  if (line.too_long) line.text = {};
  return line;
}

// A line that spans blocks, which few do: it is put together in a buffer.
Line LineReader::join_blocks() {
  Line line{{}, number_, 0, false, false};
  joined_.clear();
  for (std::string_view block = input_.peek(); !block.empty(); block = input_.peek()) {
    const std::size_t end = block.find('\n');
    const std::string_view part = block.substr(0, end);
    line.size += part.size();
    line.too_long = line.size > max_bytes_;
    if (!line.too_long) joined_ += part;
    const bool whole = end != std::string_view::npos;
    input_.consume(part.size() + (whole ? 1 : 0));
    if (whole) break;
    if (input_.peek().empty()) line.cut = !input_.failure().empty();
  }
  if (!line.too_long) line.text = joined_;
  return line;
}

}  // namespace warraq::corpus
