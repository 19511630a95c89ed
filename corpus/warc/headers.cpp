#include "corpus/warc/headers.h"

#include <algorithm>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

std::string_view unquoted(std::string_view text) {
  constexpr std::string_view kQuotes = "\"'";
  text = trimmed(text);
  if (!text.empty() && kQuotes.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  if (!text.empty() && kQuotes.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

}  // namespace

NamedFields::NamedFields(std::string_view text) {
  while (size_ < text.size()) {
    const std::size_t end = std::min(text.find('\n', size_), text.size());
    std::string_view line = text.substr(size_, end - size_);
    size_ = std::min(end + 1, text.size());
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return;
    if ((line.front() == ' ' || line.front() == '\t') && !fields_.empty()) {
      fields_.back().second.append(" ").append(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(lower_ascii(trimmed(line.substr(0, colon))),
                         trimmed(line.substr(colon + 1)));
  }
}

std::string_view NamedFields::operator[](std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

MediaType media_type(std::string_view text) {
  constexpr std::string_view kCharset = "charset=";
  MediaType media;
  const std::size_t semicolon = std::min(text.find(';'), text.size());
  media.type = lower_ascii(trimmed(text.substr(0, semicolon)));
  text.remove_prefix(semicolon);
  const std::size_t charset = lower_ascii(text).find(kCharset);
  if (charset == std::string::npos) return media;
  text.remove_prefix(charset + kCharset.size());
  media.charset = unquoted(text.substr(0, text.find(';')));
  return media;
}

}  // namespace warraq::corpus
