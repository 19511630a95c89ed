#include "indexer/glass/encoding.h"

#include <array>

namespace warraq::glass {

void append_uint(std::string& out, std::uint64_t value) {
  std::array<char, kMaxUintBytes> bytes;
  const char* const end = write_uint(bytes.data(), value);
  out.append(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
}

void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out += bytes;
}

}  // namespace warraq::glass
