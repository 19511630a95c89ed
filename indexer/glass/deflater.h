// Tags made smaller.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace warraq::glass {

/// Raw deflate as Xapian inflates it, by libdeflate, which takes a third of zlib's time. For each
/// thread its own.
class Deflater {
 public:
  Deflater();

  /// Appends `bytes`, deflated, to `out`; where that would be no smaller, appends nothing and
  /// returns false. Throws std::bad_alloc.
  [[nodiscard]] bool append(std::string& out, std::string_view bytes);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
};

/// Appends `bytes` as they are, in deflate's stored blocks (RFC 1951, 3.2.4), 5 bytes more each 64
/// KB. For what is compressed already: of a tag that is not deflated Xapian's compactor tries at
/// every compaction whether it could be, which takes several times as long as all the rest.
void append_stored(std::string& out, std::string_view bytes);

}  // namespace warraq::glass
