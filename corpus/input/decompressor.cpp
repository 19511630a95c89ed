#include "corpus/input/decompressor.h"

#include <algorithm>
#include <array>

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

// RFC 1952: the two magic bytes and deflate, the one method there is.
bool is_gzip(std::string_view beginning) { return beginning.starts_with("\x1F\x8B\x08"sv); }

// "BZh", a level, and the six bytes that begin a block or end an empty stream: an article may well
// begin with the letters alone.
bool is_bzip2(std::string_view beginning) {
  constexpr std::size_t kLevel = 3;
  if (beginning.size() < kMagicBytes || !beginning.starts_with("BZh"sv)) return false;
  if (beginning[kLevel] < '1' || beginning[kLevel] > '9') return false;
  const std::string_view block = beginning.substr(kLevel + 1);
  return block.starts_with("\x31\x41\x59\x26\x53\x59"sv) ||
         block.starts_with("\x17\x72\x45\x38\x50\x90"sv);
}

bool is_xz(std::string_view beginning) {
  return beginning.starts_with("\xFD\x37\x7A\x58\x5A\x00"sv);
}

// RFC 8878: a frame, or a skippable one.
bool is_zstd(std::string_view beginning) {
  if (beginning.starts_with("\x28\xB5\x2F\xFD"sv)) return true;
  return beginning.size() >= 4 && (static_cast<unsigned char>(beginning[0]) & 0xF0U) == 0x50 &&
         beginning.substr(1).starts_with("\x2A\x4D\x18"sv);
}

constexpr std::array<Compression, 4> kCompressions{{
    {"gzip", is_gzip, make_gzip_decompressor},
    {"bzip2", is_bzip2, make_bzip2_decompressor},
    {"xz", is_xz, make_xz_decompressor},
    {"zstd", is_zstd, make_zstd_decompressor},
}};

}  // namespace

const Compression* find_compression(std::string_view beginning) {
  const auto* found =
      std::find_if(kCompressions.begin(), kCompressions.end(),
                   [&](const Compression& known) { return known.recognizes(beginning); });
  return found == kCompressions.end() ? nullptr : found;
}

}  // namespace warraq::corpus
