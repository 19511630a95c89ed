// The text of an XML document in UTF-8, whatever it came in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/input/buffered_input.h"
#include "warraq/analyzers/charset.h"

namespace warraq::corpus {

/// Decodes an input while it is read. The first 64 KiB tell its character set: a byte order mark,
/// the declaration where the bytes do not contradict it, UTF-8, letters.
class XmlText {
 public:
  /// `input` must outlive it.
  explicit XmlText(BufferedInput& input);

  /// The beginning of the text, 256 KiB or all of it.
  [[nodiscard]] const std::string& beginning() const { return beginning_; }
  /// Appends the next block, the beginning first; false at the end.
  bool more(std::string& out);

  [[nodiscard]] const analyzers::Charset& charset() const { return charset_; }
  /// Whether U+FFFD stand for bytes that are no character, so far.
  [[nodiscard]] bool was_mended() const { return decoder_.replaced() > 0; }

 private:
  bool decode_block(std::string& out);

  BufferedInput& input_;
  analyzers::Charset charset_;
  analyzers::StreamDecoder decoder_;
  std::string beginning_;
  bool beginning_given_ = false;
  bool ended_ = false;
};

}  // namespace warraq::corpus
