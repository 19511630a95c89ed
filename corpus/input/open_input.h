// Bytes ready to be read, whatever they are compressed with.
#pragma once

#include <memory>

#include "corpus/input/buffered_input.h"
#include "corpus/input/expansion.h"

namespace warraq::corpus {

/// Looks at the beginning of `source` and decompresses it where it is compressed. `expansion` may
/// be null; else it must outlive what is returned.
[[nodiscard]] std::unique_ptr<BufferedInput> decompressed(std::unique_ptr<ByteSource> source,
                                                          Expansion* expansion = nullptr);

}  // namespace warraq::corpus
