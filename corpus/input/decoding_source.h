// Text in UTF-16 or UTF-32 as a stream of UTF-8.
#pragma once

#include <memory>
#include <optional>

#include "corpus/input/buffered_input.h"
#include "warraq/analyzers/charset.h"

namespace warraq::corpus {

/// The character set of an input that begins so, where its characters take two or four bytes each:
/// no reader could look for lines and tags in it. Nothing for all others, which readers decode
/// themselves, record by record.
[[nodiscard]] std::optional<analyzers::Charset> find_wide_charset(std::string_view beginning);

/// Begins with a byte order mark, which says of the text that it is UTF-8 whatever it declares.
class DecodingSource final : public ByteSource {
 public:
  DecodingSource(std::unique_ptr<BufferedInput> input, const analyzers::Charset& charset);
  [[nodiscard]] std::size_t read(std::span<char> room) override;

 private:
  void decode_more();

  std::unique_ptr<BufferedInput> input_;
  analyzers::StreamDecoder decoder_;
  std::string decoded_;
  std::size_t given_ = 0;  ///< bytes of decoded_ that were read
  bool ended_ = false;
};

}  // namespace warraq::corpus
