// Any bytes, read as CorpusReader reads a file: decompressed, unpacked, decoded, told and read, all
// bounded in time. What is summed up must be what was read.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "warraq/corpus/reader.h"

namespace {

using namespace warraq::corpus;

constexpr std::size_t kMaxArticleBytes = 1 << 16;

/// A file in memory alone.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : number_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    if (number_ < 0 || ::write(number_, bytes.data(), bytes.size()) != ::ssize_t(bytes.size())) {
      std::abort();
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(number_); }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file({reinterpret_cast<const char*>(data), size});
  std::uint64_t articles = 0;
  std::uint64_t rejected = 0;
  ReadOptions options;
  options.max_article_bytes = kMaxArticleBytes;
  options.expansion = {1 << 20, 300};
  options.on_input = [&](const InputSummary& done) {
    articles += done.articles;
    rejected += done.rejected;
  };
  CorpusReader reader({file.path()}, options);
  while (const std::optional<Record> record = reader.next()) {
    std::uint64_t& count = std::holds_alternative<ReadArticle>(*record) ? articles : rejected;
    --count;
  }
  if (articles != 0 || rejected != 0) std::abort();
  return 0;
}
