// The bytes inside compressed data: one stream, or several one after the other.
#pragma once

#include <memory>

#include "corpus/input/buffered_input.h"
#include "corpus/input/decompressor.h"
#include "corpus/input/expansion.h"

namespace warraq::corpus {

/// Decompresses block by block: memory does not grow with what comes out. Everything up to where
/// the data ends early or is damaged is given, and failure() then says so.
class DecompressingSource final : public ByteSource {
 public:
  /// `compressed` must begin with a stream of the form `compression`. `expansion` may be null; else
  /// it must outlive this.
  DecompressingSource(std::unique_ptr<BufferedInput> compressed, const Compression& compression,
                      Expansion* expansion = nullptr);
  [[nodiscard]] std::size_t read(std::span<char> room) override;

 private:
  void begin_next_stream();
  void end(const std::string& failure);

  std::unique_ptr<BufferedInput> compressed_;
  const Compression& compression_;
  Expansion* expansion_;
  std::unique_ptr<Decompressor> decompressor_;
  bool ended_ = false;
};

}  // namespace warraq::corpus
