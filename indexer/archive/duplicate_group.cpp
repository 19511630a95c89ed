#include "indexer/archive/duplicate_group.h"

#include <xxhash.h>

#include <cstddef>

namespace warraq::archive {
namespace {

constexpr unsigned kBitsInByte = 8;

}  // namespace

std::uint64_t duplicate_group_of(std::string_view id_term) {
  return XXH3_64bits(id_term.data(), id_term.size());
}

std::uint64_t duplicate_group_of(std::string_view id_term, std::string_view words) {
  return XXH3_64bits_withSeed(words.data(), words.size(), duplicate_group_of(id_term));
}

std::string encode_duplicate_group(std::uint64_t group) {
  std::string value(sizeof group, '\0');
  for (auto byte = value.rbegin(); byte != value.rend(); ++byte, group >>= kBitsInByte) {
    *byte = static_cast<char>(group);
  }
  return value;
}

std::optional<std::uint64_t> decode_duplicate_group(std::string_view value) {
  std::uint64_t group = 0;
  if (value.size() != sizeof group) return std::nullopt;
  for (const char byte : value) {
    group = group << kBitsInByte | static_cast<unsigned char>(byte);
  }
  return group;
}

}  // namespace warraq::archive
