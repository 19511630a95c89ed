#define ZLIB_CONST
#include "tests/corpus/support/compress.h"

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace warraq::tests {
namespace {

constexpr std::size_t kOverhead = 4096;  // more than any format adds to what does not compress

void require(bool done) {
  if (!done) throw std::runtime_error("compression failed");
}

std::string room_for(std::string_view text) {
  return std::string(text.size() + text.size() / 50 + kOverhead, '\0');
}

// The libraries' bytes are unsigned.
const std::uint8_t* as_bytes(const char* text) {
  return reinterpret_cast<const std::uint8_t*>(text);
}
std::uint8_t* as_bytes(char* text) { return reinterpret_cast<std::uint8_t*>(text); }

}  // namespace

std::string gzip(std::string_view text) {
  constexpr int kGzip = 16;
  constexpr int kMemoryLevel = 8;
  std::string out = room_for(text);
  z_stream stream{};
  require(deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzip, kMemoryLevel,
                       Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = as_bytes(text.data());
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = as_bytes(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  require(result == Z_STREAM_END);
  return out;
}

std::string bzip2(std::string_view text) {
  constexpr int kSmallestBlocks = 1;
  std::string out = room_for(text);
  std::string in(text);
  auto size = static_cast<unsigned>(out.size());
  require(BZ2_bzBuffToBuffCompress(out.data(), &size, in.data(), static_cast<unsigned>(in.size()),
                                   kSmallestBlocks, 0, 0) == BZ_OK);
  out.resize(size);
  return out;
}

std::string xz(std::string_view text) {
  std::string out = room_for(text);
  std::size_t size = 0;
  require(lzma_easy_buffer_encode(LZMA_PRESET_DEFAULT, LZMA_CHECK_CRC64, nullptr,
                                  as_bytes(text.data()), text.size(), as_bytes(out.data()), &size,
                                  out.size()) == LZMA_OK);
  out.resize(size);
  return out;
}

// With a checksum, as the zstd command writes it.
std::string zstd(std::string_view text) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     &ZSTD_freeCCtx);
  require(ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1)) == 0);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context.get(), out.data(), out.size(), text.data(), text.size());
  require(ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

}  // namespace warraq::tests
