#include "corpus/input/decompressing_source.h"

#include <algorithm>

namespace warraq::corpus {

DecompressingSource::DecompressingSource(std::unique_ptr<BufferedInput> compressed,
                                         const Compression& compression, Expansion* expansion)
    : compressed_(std::move(compressed)),
      compression_(compression),
      expansion_(expansion),
      decompressor_(compression.make_decompressor()) {}

std::size_t DecompressingSource::read(std::span<char> room) {
  while (!ended_) {
    const std::string_view input = compressed_->peek();
    const DecompressionStep step = decompressor_->decompress(input, room);
    compressed_->consume(step.consumed);
    if (!step.refusal.empty()) {
      end("its " + std::string(compression_.name) + " data " + step.refusal);
    } else if (!step.damage.empty()) {
      end("its " + std::string(compression_.name) + " data is damaged (" + step.damage + ")");
    } else if (step.end_of_stream) {
      begin_next_stream();
    } else if (step.produced == 0 && step.consumed == 0) {
      end("its " + std::string(compression_.name) +
          (input.empty() ? " data ends early" : " data is damaged"));
    }
    if (expansion_ != nullptr && !expansion_->add(step.produced)) {
      end(expansion_->failure());
      return 0;
    }
    if (step.produced > 0) return step.produced;
  }
  return 0;
}

// Zero bytes after a stream are padding, which tapes and xz know.
void DecompressingSource::begin_next_stream() {
  std::string_view rest = compressed_->peek(kMagicBytes);
  while (rest.starts_with('\0')) {
    compressed_->consume(std::min(rest.find_first_not_of('\0'), rest.size()));
    rest = compressed_->peek(kMagicBytes);
  }
  if (rest.empty()) {
    end({});
  } else if (compression_.recognizes(rest)) {
    decompressor_->restart();
  } else {
    end("its " + std::string(compression_.name) + " data is followed by something else");
  }
}

void DecompressingSource::end(const std::string& failure) {
  ended_ = true;
  // Where reading itself failed, that is the reason.
  fail(compressed_->failure().empty() ? failure : compressed_->failure());
}

}  // namespace warraq::corpus
