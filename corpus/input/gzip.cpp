#define ZLIB_CONST  // input is taken as const
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

#include "corpus/input/decompressor.h"

namespace warraq::corpus {
namespace {

constexpr int kGzipOnly = 16;  // added to the window's size: zlib's way of asking for gzip's header

uInt as_uint(std::size_t size) {
  return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

class Gzip final : public Decompressor {
 public:
  Gzip() {
    if (inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }

  DecompressionStep decompress(std::string_view input, std::span<char> room) override {
    const uInt offered = as_uint(input.size());
    const uInt space = as_uint(room.size());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): zlib's bytes are unsigned
    stream_.next_in = reinterpret_cast<const Bytef*>(input.data());
    stream_.avail_in = offered;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = space;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    DecompressionStep step;
    step.consumed = offered - stream_.avail_in;
    step.produced = space - stream_.avail_out;
    step.end_of_stream = result == Z_STREAM_END;
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    // Z_BUF_ERROR is no damage: there was nothing to do.
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      step.damage = stream_.msg != nullptr ? stream_.msg : "invalid data";
    }
    return step;
  }

  void restart() override { inflateReset(&stream_); }

 private:
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Decompressor> make_gzip_decompressor() { return std::make_unique<Gzip>(); }

}  // namespace warraq::corpus
