// The compressed forms that input may have, each told by its first bytes.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace warraq::corpus {

/// One step of decompression.
struct DecompressionStep {
  std::size_t consumed = 0;    ///< bytes of the input that were used
  std::size_t produced = 0;    ///< bytes written
  bool end_of_stream = false;  ///< a stream is complete and its checksum right; another may follow
  std::string damage;          ///< why it cannot go on; what was produced is good all the same
  std::string refusal;         ///< likewise, of data that need not be damaged: "needs …"
};

/// The state of decompressing one input. Why not libarchive's filters: they drop up to 64 KiB that
/// were decompressed when a stream turns out to be cut off or damaged (measured on
/// libarchive 3.6.2: of the first half of a gzip file, 131,072 bytes instead of 151,391), do not
/// look at gzip's checksum, and pass over in silence what follows a stream.
class Decompressor {
 public:
  Decompressor() = default;
  Decompressor(const Decompressor&) = delete;
  Decompressor& operator=(const Decompressor&) = delete;
  virtual ~Decompressor() = default;

  /// Uses some of `input`, which may be empty at the end of the data, and fills some of `room`.
  [[nodiscard]] virtual DecompressionStep decompress(std::string_view input,
                                                     std::span<char> room) = 0;
  /// Makes ready for another stream.
  virtual void restart() = 0;
};

/// A compressed form.
struct Compression {
  std::string_view name;
  /// Whether data that begins so (kMagicBytes of it, or all there is) is of this form.
  bool (*recognizes)(std::string_view beginning);
  std::unique_ptr<Decompressor> (*make_decompressor)();
};

inline constexpr std::size_t kMagicBytes = 10;

/// The form of data with this beginning; null where it is not compressed.
[[nodiscard]] const Compression* find_compression(std::string_view beginning);

[[nodiscard]] std::unique_ptr<Decompressor> make_gzip_decompressor();
[[nodiscard]] std::unique_ptr<Decompressor> make_bzip2_decompressor();
[[nodiscard]] std::unique_ptr<Decompressor> make_xz_decompressor();
[[nodiscard]] std::unique_ptr<Decompressor> make_zstd_decompressor();

}  // namespace warraq::corpus
