// Any bytes, read as a file would be: decompressed where they look compressed, then as JSON lines
// and as a page of text. What becomes an article must come back from its own JSON.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/input/open_input.h"
#include "corpus/readers/json_lines_reader.h"
#include "corpus/readers/text_reader.h"

namespace {

using namespace warraq::corpus;

constexpr std::size_t kMaxArticleBytes = 1 << 16;

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> room) override {
    const std::size_t count = bytes_.copy(room.data(), room.size());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

void read_to_end(Reader& reader) {
  ArticleParser parser;
  while (const std::optional<Record> record = reader.next()) {
    const auto* read = std::get_if<ReadArticle>(&*record);
    if (read != nullptr && parser.parse(to_json(read->article)).article != read->article) {
      std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto open = [&] { return decompressed(std::make_unique<MemorySource>(bytes)); };
  JsonLinesReader lines(open(), {"fuzz", kMaxArticleBytes, {}});
  read_to_end(lines);
  TextReader page(open(), "fuzz", kMaxArticleBytes);
  read_to_end(page);
  return 0;
}
