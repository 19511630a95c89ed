// Any bytes as a saved query: it is read to its end or refused, and what was read is written as
// what is read as the same.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/saved/saved_lines.h"
#include "warraq/error.h"

namespace {

using namespace warraq::searcher;

/// A file that lies in memory and has a path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("saved", MFD_CLOEXEC)) {
    if (write(descriptor_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
      std::abort();
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

/// What it holds, written anew.
std::string written_anew(std::string_view bytes) {
  const MemoryFile file(bytes);
  SavedLines lines(file.path());
  std::string result = header_line(lines.header());
  std::uint64_t articles = 0;
  for (; const auto article = lines.next(); ++articles) result += article_line(*article);
  return result + summary_line(articles);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string written;
  try {
    written = written_anew({reinterpret_cast<const char*>(data), size});
  } catch (const warraq::Error&) {
    return 0;  // it says why
  }
  if (written_anew(written) != written) std::abort();
  return 0;
}
