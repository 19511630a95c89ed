#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <new>
#include <string>
#include <string_view>

#include "corpus/input/decompressor.h"

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kFrameHeader = 8;
constexpr std::size_t kMaxDictionary = std::size_t{16} << 20;

/// The size of the dictionary that data begins with: a skippable frame of a kind of its own
/// (IIPC, Zstandard Compression for WARC Files 1.0); 0 where there is none, or too large a one.
std::size_t dictionary_size(std::string_view beginning) {
  if (beginning.size() < kFrameHeader || !beginning.starts_with("\x5D\x2A\x4D\x18"sv)) return 0;
  std::size_t size = 0;
  for (std::size_t byte = 4; byte-- > 0;) {
    size = size << 8U | static_cast<unsigned char>(beginning[4 + byte]);
  }
  return size <= kMaxDictionary ? size : 0;
}

/// A dictionary may be compressed itself. Empty where it is damaged or too large.
std::string expanded(const std::string& dictionary) {
  if (!dictionary.starts_with("\x28\xB5\x2F\xFD"sv)) return dictionary;
  const unsigned long long size = ZSTD_getFrameContentSize(dictionary.data(), dictionary.size());
  // The two codes for an unknown size and for an error are larger than any size.
  std::string out(size <= kMaxDictionary ? size : kMaxDictionary, '\0');
  const std::size_t written =
      ZSTD_decompress(out.data(), out.size(), dictionary.data(), dictionary.size());
  out.resize(ZSTD_isError(written) != 0 ? 0 : written);
  return out;
}

/// The decoder's memory is bounded by the window it accepts: zstd's own default, 128 MiB. WARC
/// files may begin with a dictionary for all that follows.
class Zstd final : public Decompressor {
 public:
  Zstd() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }

  DecompressionStep decompress(std::string_view input, std::span<char> room) override {
    if (at_beginning_) {
      at_beginning_ = false;
      dictionary_left_ = dictionary_size(input);
      if (dictionary_left_ > 0) return {kFrameHeader, 0, false, {}, {}};
    }
    if (dictionary_left_ > 0) return collect_dictionary(input);
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{room.data(), room.size(), 0};
    const std::size_t result = ZSTD_decompressStream(context_.get(), &out, &in);
    DecompressionStep step;
    step.consumed = in.pos;
    step.produced = out.pos;
    in_frame_ = in_frame_ || in.pos > 0;
    if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge) {
      step.refusal =
          "needs more memory than is allowed, a window of more than 128 MiB; it need not be "
          "damaged";
    } else if (ZSTD_isError(result) != 0) {
      step.damage = ZSTD_getErrorName(result);
    } else if (result == 0 && in_frame_) {
      step.end_of_stream = true;
      in_frame_ = false;
    }
    return step;
  }

  void restart() override { ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only); }

 private:
  struct Deleter {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };

  DecompressionStep collect_dictionary(std::string_view input) {
    const std::size_t count = std::min(input.size(), dictionary_left_);
    dictionary_ += input.substr(0, count);
    dictionary_left_ -= count;
    DecompressionStep step;
    step.consumed = count;
    if (dictionary_left_ > 0) return step;
    step.end_of_stream = true;
    const std::string whole = expanded(dictionary_);
    const std::size_t result = ZSTD_DCtx_loadDictionary(context_.get(), whole.data(), whole.size());
    if (whole.empty() || ZSTD_isError(result) != 0) step.damage = "its dictionary is damaged";
    return step;
  }

  std::unique_ptr<ZSTD_DCtx, Deleter> context_;
  bool at_beginning_ = true;
  std::size_t dictionary_left_ = 0;
  std::string dictionary_;
  bool in_frame_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_zstd_decompressor() { return std::make_unique<Zstd>(); }

}  // namespace warraq::corpus
