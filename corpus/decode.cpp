#include "corpus/decode.h"

#include <utility>

#include "warraq/analyzers/charset.h"

namespace warraq::corpus {

DecodedRecord decode_record(std::string_view bytes, std::string_view declared, TextKind kind) {
  using analyzers::Markup;
  const Markup markup = kind == TextKind::markup ? Markup::tags : Markup::none;
  analyzers::DecodedText decoded = analyzers::decode(bytes, declared, markup);
  return {std::move(decoded.text),
          {decoded.charset.name, std::string(name_of(decoded.charset.basis)),
           decoded.charset.confidence, decoded.doubly_encoded},
          decoded.replaced};
}

}  // namespace warraq::corpus
