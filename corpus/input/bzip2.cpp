#include <bzlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "corpus/input/decompressor.h"

namespace warraq::corpus {
namespace {

unsigned as_unsigned(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}

class Bzip2 final : public Decompressor {
 public:
  Bzip2() { begin(); }
  ~Bzip2() override { BZ2_bzDecompressEnd(&stream_); }

  DecompressionStep decompress(std::string_view input, std::span<char> room) override {
    const unsigned offered = as_unsigned(input.size());
    const unsigned space = as_unsigned(room.size());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): bzlib does not write there
    stream_.next_in = const_cast<char*>(input.data());
    stream_.avail_in = offered;
    stream_.next_out = room.data();
    stream_.avail_out = space;
    const int result = BZ2_bzDecompress(&stream_);
    DecompressionStep step;
    step.consumed = offered - stream_.avail_in;
    step.produced = space - stream_.avail_out;
    step.end_of_stream = result == BZ_STREAM_END;
    if (result == BZ_MEM_ERROR) throw std::bad_alloc();
    if (result != BZ_OK && result != BZ_STREAM_END) step.damage = "invalid data or checksum";
    return step;
  }

  void restart() override {
    BZ2_bzDecompressEnd(&stream_);
    begin();
  }

 private:
  void begin() {
    constexpr int kQuiet = 0;
    constexpr int kFastRatherThanSmall = 0;
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, kQuiet, kFastRatherThanSmall) != BZ_OK) {
      throw std::bad_alloc();
    }
  }

  bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Decompressor> make_bzip2_decompressor() { return std::make_unique<Bzip2>(); }

}  // namespace warraq::corpus
