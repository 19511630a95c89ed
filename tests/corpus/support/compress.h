// Compressed data for tests, made by the libraries' own one-call functions.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace warraq::tests {

[[nodiscard]] std::string gzip(std::string_view text);
[[nodiscard]] std::string bzip2(std::string_view text);
[[nodiscard]] std::string xz(std::string_view text);
[[nodiscard]] std::string zstd(std::string_view text);

struct Compressor {
  std::string_view name;  ///< as messages call it
  std::string_view extension;
  std::string (*compress)(std::string_view text);
};

inline constexpr std::array<Compressor, 4> kCompressors{{
    {"gzip", ".gz", gzip},
    {"bzip2", ".bz2", bzip2},
    {"xz", ".xz", xz},
    {"zstd", ".zst", zstd},
}};

}  // namespace warraq::tests
