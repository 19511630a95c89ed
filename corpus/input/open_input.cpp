#include "corpus/input/open_input.h"

#include <utility>

#include "corpus/input/decompressing_source.h"

namespace warraq::corpus {

std::unique_ptr<BufferedInput> decompressed(std::unique_ptr<ByteSource> source,
                                            Expansion* expansion) {
  auto input = std::make_unique<BufferedInput>(std::move(source));
  const Compression* compression = find_compression(input->peek(kMagicBytes));
  if (compression == nullptr) return input;
  return std::make_unique<BufferedInput>(
      std::make_unique<DecompressingSource>(std::move(input), *compression, expansion));
}

}  // namespace warraq::corpus
