// Zip and tar for tests, made byte by byte, so that each byte of them can be wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::tests {

struct ZipMember {
  std::string name;
  std::string content;        ///< of a method but 8: as it is to stand there
  unsigned method = 8;        ///< APPNOTE 4.4.5: 0 stored, 8 deflated, …
  unsigned flags = 0;         ///< APPNOTE 4.4.4: 1 encrypted, 0x800 name in UTF-8
  bool sizes_after = false;   ///< in a data descriptor, as what is written to a pipe has them
  std::string original = {};  ///< of a method but 0 and 8: what comes out of it
};

[[nodiscard]] std::string zip(const std::vector<ZipMember>& members);

struct TarMember {
  std::string name;  ///< up to 100 bytes
  std::string content;
  char type = '0';  ///< ustar's: 0 a file, 2 a symbolic link, 5 a folder, …
  std::optional<std::uint64_t> size = {};  ///< as the header tells it, where it tells another
};

/// One header and its content, padded.
[[nodiscard]] std::string tar_member(const TarMember& member);

/// Makes the checksum of a header at the beginning of `bytes` right again.
void mend_tar_checksum(std::string& bytes);

/// All of an archive, with the zeros at its end.
[[nodiscard]] std::string tar(const std::vector<TarMember>& members);

}  // namespace warraq::tests
