#include "corpus/xml/xml_text.h"

#include <utility>

namespace warraq::corpus {
namespace {

constexpr std::size_t kBeginning = std::size_t{256} << 10;

analyzers::Charset charset_of(std::string_view beginning) {
  return analyzers::decide_charset(beginning, analyzers::declared_in_markup(beginning),
                                   analyzers::Markup::tags);
}

}  // namespace

XmlText::XmlText(BufferedInput& input)
    : input_(input),
      charset_(charset_of(input.peek(BufferedInput::kWindowBytes))),
      decoder_(charset_) {
  while (beginning_.size() < kBeginning && decode_block(beginning_)) {
  }
}

bool XmlText::more(std::string& out) {
  if (beginning_given_) return decode_block(out);
  beginning_given_ = true;
  out += std::exchange(beginning_, {});
  return true;
}

bool XmlText::decode_block(std::string& out) {
  if (ended_) return false;
  const std::string_view block = input_.peek();
  ended_ = block.empty();
  decoder_.decode(block, ended_, out);
  input_.consume(block.size());
  return true;
}

}  // namespace warraq::corpus
