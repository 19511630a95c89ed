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

}  // namespace warraq::glass
