#include "indexer/glass/deflater.h"

#include <zlib.h>

#include <cstddef>
#include <limits>
#include <new>

namespace warraq::glass {
namespace {

constexpr int kRawWindowBits = -15;  // no header, 32 KiB
constexpr int kMemoryLevel = 9;

}  // namespace

Deflater::Deflater() : stream_(std::make_unique<z_stream>()) {
  if (deflateInit2(stream_.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawWindowBits, kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

Deflater::~Deflater() { deflateEnd(stream_.get()); }

bool Deflater::append(std::string& out, std::string_view bytes) {
  if (bytes.empty() || bytes.size() > std::numeric_limits<uInt>::max()) return false;
  const std::size_t before = out.size();
  out.resize(before + bytes.size() - 1);
  deflateReset(stream_.get());
  // zlib takes its input as not const where ZLIB_CONST is not defined.
  stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream_->avail_in = static_cast<uInt>(bytes.size());
  stream_->next_out = reinterpret_cast<Bytef*>(out.data() + before);
  stream_->avail_out = static_cast<uInt>(bytes.size() - 1);
  const bool smaller = deflate(stream_.get(), Z_FINISH) == Z_STREAM_END;
  out.resize(smaller ? before + stream_->total_out : before);
  return smaller;
}

}  // namespace warraq::glass
