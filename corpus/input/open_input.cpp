#include "corpus/input/open_input.h"

#include <utility>

#include "corpus/input/decompressing_source.h"
#include "corpus/input/file_source.h"

namespace warraq::corpus {

std::unique_ptr<BufferedInput> decompressed(std::unique_ptr<ByteSource> source) {
  auto input = std::make_unique<BufferedInput>(std::move(source));
  const Compression* compression = find_compression(input->peek(kMagicBytes));
  if (compression == nullptr) return input;
  return std::make_unique<BufferedInput>(
      std::make_unique<DecompressingSource>(std::move(input), *compression));
}

OpenedInput open_input(const std::filesystem::path& path, std::atomic<std::uint64_t>& counter) {
  OpenedFile file = open_file(path, counter);
  OpenedInput opened;
  opened.reason = std::move(file.reason);
  if (file.source) opened.input = decompressed(std::move(file.source));
  return opened;
}

OpenedInput open_input_from_stdin(std::atomic<std::uint64_t>& counter, std::stop_token stop) {
  OpenedInput opened;
  opened.input = decompressed(open_standard_input(counter, std::move(stop)));
  return opened;
}

}  // namespace warraq::corpus
