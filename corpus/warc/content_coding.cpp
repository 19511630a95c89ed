#include "corpus/warc/content_coding.h"

#define ZLIB_CONST  // input is taken as const
#include <brotli/decode.h>
#include <zlib.h>

#include <array>
#include <memory>
#include <new>
#include <string>

namespace warraq::corpus {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;
constexpr int kGzipOrZlib = 32;  // added to the window's size: zlib tells the two apart

DecodedBody too_large(std::size_t limit) {
  return {{},
          "a page of more than the " + std::to_string(limit) +
              " bytes that are allowed (--max-article)"};
}

constexpr const char* kCutOff = "content encoding cut off or damaged";

/// One kind of deflate data; nothing in `bytes` where it is not of that kind.
DecodedBody inflate_as(std::string_view body, std::size_t limit, int window_bits) {
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream, inflateEnd);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): zlib's bytes are unsigned
  stream.next_in = reinterpret_cast<const Bytef*>(body.data());
  stream.avail_in = static_cast<uInt>(body.size());
  DecodedBody decoded;
  int result = Z_OK;
  while (result == Z_OK) {
    std::array<char, kBlockBytes> block{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = kBlockBytes;
    result = inflate(&stream, Z_NO_FLUSH);
    decoded.bytes.append(block.data(), kBlockBytes - stream.avail_out);
    if (decoded.bytes.size() > limit) return too_large(limit);
  }
  if (result == Z_MEM_ERROR) throw std::bad_alloc();
  if (result != Z_STREAM_END) decoded.fault = kCutOff;
  return decoded;
}

}  // namespace

DecodedBody decode_deflate(std::string_view body, std::size_t limit) {
  for (const int window_bits : {MAX_WBITS + kGzipOrZlib, -MAX_WBITS}) {
    DecodedBody decoded = inflate_as(body, limit, window_bits);
    // Text may begin like bare deflate data: that must be whole.
    const bool believed = window_bits > 0 ? !decoded.bytes.empty() : decoded.fault.empty();
    if (believed || decoded.fault.starts_with("a page")) return decoded;
  }
  return {std::string(body), {}};
}

DecodedBody decode_brotli(std::string_view body, std::size_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (state == nullptr) throw std::bad_alloc();
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t available_in = body.size();
  DecodedBody decoded;
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    std::array<std::uint8_t, kBlockBytes> block{};
    std::uint8_t* next_out = block.data();
    std::size_t available_out = kBlockBytes;
    result = BrotliDecoderDecompressStream(state.get(), &available_in, &next_in, &available_out,
                                           &next_out, nullptr);
    decoded.bytes.append(block.begin(), next_out);
    if (decoded.bytes.size() > limit) return too_large(limit);
  }
  if (result == BROTLI_DECODER_RESULT_SUCCESS) return decoded;
  decoded.fault = kCutOff;
  // What does not begin as Brotli was decoded before it was archived.
  if (decoded.bytes.empty() || body.starts_with('<')) return {std::string(body), {}};
  return decoded;
}

}  // namespace warraq::corpus
