#include "corpus/markup/text_stream.h"

#include <utility>

namespace warraq::corpus {

MarkupScanner::Refill bytes_of_input(BufferedInput& input) {
  return [&input](std::string& out) {
    const std::string_view block = input.peek();
    out += block;
    const bool any = !block.empty();
    input.consume(block.size());
    return any;
  };
}

MarkupScanner::Refill text_alone(std::string_view text) {
  return [text, given = false](std::string& out) mutable {
    if (std::exchange(given, true)) return false;
    out += text;
    return true;
  };
}

}  // namespace warraq::corpus
