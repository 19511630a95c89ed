#include "indexer/glass/key.h"

#include <stdexcept>
#include <string>

namespace warraq::glass {

void Key::append(std::string_view bytes) {
  if (bytes.size() > kMaxKeyBytes - size_) throw_too_long();
  bytes.copy(bytes_.data() + size_, bytes.size());
  size_ += bytes.size();
}

void Key::append_escaped(std::string_view text) {
  constexpr std::string_view kEscapedNul("\0\xff", 2);
  for (std::size_t nul = text.find('\0'); nul != text.npos; nul = text.find('\0')) {
    append(text.substr(0, nul));
    append(kEscapedNul);
    text.remove_prefix(nul + 1);
  }
  append(text);
}

void Key::append_uint(std::uint32_t value) {
  std::array<char, kMaxUint32Bytes> bytes;
  const char* const end = write_uint(bytes.data(), value);
  append({bytes.data(), static_cast<std::size_t>(end - bytes.data())});
}

void Key::throw_too_long() {
  throw std::length_error("a key of a glass table takes " + std::to_string(kMaxKeyBytes) +
                          " bytes, a NUL of a term counting twice, and this one is longer");
}

}  // namespace warraq::glass
