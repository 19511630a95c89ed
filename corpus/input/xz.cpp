#include <lzma.h>

#include <cstdint>
#include <new>

#include "corpus/input/decompressor.h"

namespace warraq::corpus {
namespace {

/// xz -9, the most that its command offers without naming a dictionary's size, needs 65 MiB.
constexpr std::uint64_t kMemoryLimit = std::uint64_t{256} << 20;

std::string damage_of(lzma_ret result) {
  switch (result) {
    case LZMA_OK:
    case LZMA_STREAM_END:
    case LZMA_BUF_ERROR:  // there was nothing to do
      return {};
    case LZMA_OPTIONS_ERROR:
      return "it was made with options that are not supported";
    default:
      return "invalid data or checksum";
  }
}

class Xz final : public Decompressor {
 public:
  Xz() { begin(); }
  ~Xz() override { lzma_end(&stream_); }

  DecompressionStep decompress(std::string_view input, std::span<char> room) override {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): liblzma's bytes are unsigned
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
    stream_.avail_in = input.size();
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream_.next_out = reinterpret_cast<std::uint8_t*>(room.data());
    stream_.avail_out = room.size();
    const lzma_ret result = lzma_code(&stream_, LZMA_RUN);
    if (result == LZMA_MEM_ERROR) throw std::bad_alloc();
    DecompressionStep step;
    step.consumed = input.size() - stream_.avail_in;
    step.produced = room.size() - stream_.avail_out;
    step.end_of_stream = result == LZMA_STREAM_END;
    if (result == LZMA_MEMLIMIT_ERROR) {
      step.refusal = "needs more memory than is allowed, 256 MiB; it need not be damaged";
    } else {
      step.damage = damage_of(result);
    }
    return step;
  }

  // liblzma allows a decoder to be made anew in place.
  void restart() override { begin(); }

 private:
  void begin() {
    if (lzma_stream_decoder(&stream_, kMemoryLimit, 0) != LZMA_OK) throw std::bad_alloc();
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<Decompressor> make_xz_decompressor() { return std::make_unique<Xz>(); }

}  // namespace warraq::corpus
