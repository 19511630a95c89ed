#include <zstd.h>

#include <new>

#include "corpus/input/decompressor.h"

namespace warraq::corpus {
namespace {

/// The decoder's memory is bounded by the window it accepts: zstd's own default, 128 MiB.
class Zstd final : public Decompressor {
 public:
  Zstd() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
  }

  DecompressionStep decompress(std::string_view input, std::span<char> room) override {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{room.data(), room.size(), 0};
    const std::size_t result = ZSTD_decompressStream(context_.get(), &out, &in);
    DecompressionStep step;
    step.consumed = in.pos;
    step.produced = out.pos;
    in_frame_ = in_frame_ || in.pos > 0;
    if (ZSTD_isError(result) != 0) {
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
  std::unique_ptr<ZSTD_DCtx, Deleter> context_;
  bool in_frame_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_zstd_decompressor() { return std::make_unique<Zstd>(); }

}  // namespace warraq::corpus
