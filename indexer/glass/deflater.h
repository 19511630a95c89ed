// Tags made smaller by zlib.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace warraq::glass {

/// Raw deflate as Xapian inflates it, at Xapian's level. Keeps its buffers from one tag to the
/// next. For each thread its own.
class Deflater {
 public:
  Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater();

  /// Appends `bytes`, deflated, to `out`; where that would be no smaller, appends nothing and
  /// returns false. Throws std::bad_alloc.
  [[nodiscard]] bool append(std::string& out, std::string_view bytes);

 private:
  std::unique_ptr<z_stream_s> stream_;
};

}  // namespace warraq::glass
