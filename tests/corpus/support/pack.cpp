#define ZLIB_CONST
#include "tests/corpus/support/pack.h"

#include <zlib.h>

#include <stdexcept>

namespace warraq::tests {
namespace {

const Bytef* as_bytes(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int byte = 0; byte < bytes; ++byte, value >>= 8U) out += static_cast<char>(value & 0xFFU);
  return out;
}

/// Deflate without a wrapper (RFC 1951).
std::string deflated(std::string_view text) {
  constexpr int kMemoryLevel = 8;
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("compression failed");
  }
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = as_bytes(text);
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct Packed {
  std::string data;
  std::string sizes;  ///< CRC, compressed size, size
};

Packed pack(const ZipMember& member) {
  const std::string& original = member.method == 0 || member.method == 8 || member.original.empty()
                                    ? member.content
                                    : member.original;
  Packed packed{member.method == 8 ? deflated(member.content) : member.content, {}};
  const uLong crc = crc32(0, as_bytes(original), static_cast<uInt>(original.size()));
  packed.sizes = number(crc, 4) + number(packed.data.size(), 4) + number(original.size(), 4);
  return packed;
}

std::string octal(std::uint64_t value, std::size_t digits) {
  std::string out(digits, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, value >>= 3U) {
    *digit = static_cast<char>('0' + (value & 7U));
  }
  return out;
}

}  // namespace

// APPNOTE 4.3: local headers with their data, the central directory, its end record.
std::string zip(const std::vector<ZipMember>& members) {
  constexpr int kVersion = 20;
  constexpr unsigned kSizesAfter = 8;
  std::string out;
  std::string directory;
  for (const ZipMember& member : members) {
    const Packed packed = pack(member);
    const std::string common = number(kVersion, 2) +
                               number(member.flags | (member.sizes_after ? kSizesAfter : 0), 2) +
                               number(member.method, 2) + number(0, 4);
    directory += "PK\1\2" + number(kVersion, 2) + common + packed.sizes +
                 number(member.name.size(), 2) + number(0, 12) + number(out.size(), 4) +
                 member.name;
    out += "PK\3\4" + common + (member.sizes_after ? std::string(12, '\0') : packed.sizes) +
           number(member.name.size(), 2) + number(0, 2) + member.name + packed.data;
    if (member.sizes_after) out += "PK\7\10" + packed.sizes;
  }
  const std::string end = "PK\5\6" + number(0, 4) + number(members.size(), 2) +
                          number(members.size(), 2) + number(directory.size(), 4) +
                          number(out.size(), 4) + number(0, 2);
  return out + directory + end;
}

std::string tar_member(const TarMember& member) {
  constexpr std::size_t kBlock = 512;
  std::string header(kBlock, '\0');
  const auto put = [&](std::size_t at, std::string_view text) {
    header.replace(at, text.size(), text);
  };
  const bool is_link = member.type == '1' || member.type == '2';
  const std::string content = is_link ? "" : member.content;
  put(0, member.name.substr(0, 100));
  put(100, "0000644");
  put(108, "0000000");
  put(116, "0000000");
  put(124, octal(member.size.value_or(content.size()), 11));
  put(136, "00000000000");
  put(156, std::string(1, member.type));
  if (is_link) put(157, member.content);
  put(257, std::string_view("ustar\0"
                            "00",
                            8));
  mend_tar_checksum(header);
  const std::size_t padding = (kBlock - content.size() % kBlock) % kBlock;
  return header + content + std::string(padding, '\0');
}

void mend_tar_checksum(std::string& bytes) {
  constexpr std::size_t kHeader = 512;
  constexpr std::size_t kChecksum = 148;
  bytes.replace(kChecksum, 8, 8, ' ');
  std::uint64_t sum = 0;
  for (const char byte : bytes.substr(0, kHeader)) sum += static_cast<unsigned char>(byte);
  bytes.replace(kChecksum, 6, octal(sum, 6)).replace(kChecksum + 6, 1, 1, '\0');
}

std::string tar(const std::vector<TarMember>& members) {
  constexpr std::size_t kEnd = 1024;
  std::string out;
  for (const TarMember& member : members) out += tar_member(member);
  return out + std::string(kEnd, '\0');
}

}  // namespace warraq::tests
