#include "corpus/readers/whole_page.h"

#include <utility>

namespace warraq::corpus {

std::variant<std::string, Rejection> read_whole_page(BufferedInput& input, const std::string& file,
                                                     std::size_t limit) {
  Origin origin{file, 0, 0};
  std::string bytes;
  while (bytes.size() <= limit) {
    const std::string_view block = input.peek();
    if (block.empty()) break;
    bytes += block;
    input.consume(block.size());
  }
  if (bytes.size() > limit) {
    return Rejection{std::move(origin),
                     "a page of more than the " + std::to_string(limit) +
                         " bytes that are allowed (--max-article)",
                     {}};
  }
  if (!input.failure().empty()) {
    return Rejection{std::move(origin), input.failure() + "; the page is not whole",
                     std::move(bytes)};
  }
  return bytes;
}

}  // namespace warraq::corpus
