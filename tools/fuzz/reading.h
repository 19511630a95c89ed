// Fuzzers' bytes as an input, and readers read to their end.
#pragma once

#include <cstdlib>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "corpus/input/byte_source.h"
#include "warraq/corpus/reader.h"

namespace warraq::fuzz {

class MemorySource final : public corpus::ByteSource {
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

/// What becomes an article must come back from its own JSON.
inline void read_to_end(corpus::Reader& reader) {
  corpus::ArticleParser parser;
  while (const std::optional<corpus::Record> record = reader.next()) {
    const auto* read = std::get_if<corpus::ReadArticle>(&*record);
    if (read != nullptr && parser.parse(to_json(read->article)).article != read->article) {
      std::abort();
    }
  }
}

}  // namespace warraq::fuzz
