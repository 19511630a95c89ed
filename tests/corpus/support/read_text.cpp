#include "tests/corpus/support/read_text.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace warraq::tests {
namespace {

class Portions final : public corpus::ByteSource {
 public:
  Portions(std::string_view bytes, std::size_t portion) : bytes_(bytes), portion_(portion) {}
  std::size_t read(std::span<char> room) override {
    const std::size_t count = bytes_.copy(room.data(), std::min(room.size(), portion_));
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
  std::size_t portion_;
};

}  // namespace

Reading read_text(corpus::InputFormat format, std::string_view text, const TextOptions& options) {
  auto input =
      std::make_unique<corpus::BufferedInput>(std::make_unique<Portions>(text, options.portion));
  const auto reader = corpus::make_reader(
      format, std::move(input),
      {"news", options.max_article_bytes, corpus::parse_field_map(options.map)});
  return read_all(*reader);
}

std::string extra(const corpus::Article& article, std::string_view name) {
  const auto found =
      std::find_if(article.extra.begin(), article.extra.end(),
                   [&](const corpus::ExtraField& field) { return field.name == name; });
  return found == article.extra.end() ? std::string() : found->json;
}

}  // namespace warraq::tests
