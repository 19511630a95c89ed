#include "searcher/serve/page/html.h"

#include "warraq/analyzers/direction.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::string_view kSpecial = "&<>\"'";

void append_escaped(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t at = std::min(text.find_first_of(kSpecial), text.size());
    out.append(text.substr(0, at));
    if (at == text.size()) return;
    switch (text[at]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += "&#39;";
    }
    text.remove_prefix(at + 1);
  }
}

// HTML has no place for control characters, and none for bytes that are not UTF-8.
std::string without_controls(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    const char32_t code = character.code_point;
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    analyzers::append_utf8(control ? U' ' : code, result);
    at += character.length;
  }
  return result;
}

}  // namespace

Html& Html::operator<<(Markup markup) {
  out_ += markup.text();
  return *this;
}

Html& Html::operator<<(Text text) {
  append_escaped(out_, analyzers::displayable(text.text));
  return *this;
}

Html& Html::operator<<(Isolated text) { return *this << "<bdi>" << Text{text.text} << "</bdi>"; }

Html& Html::operator<<(Value value) {
  append_escaped(out_, without_controls(value.text));
  return *this;
}

Html& Html::operator<<(const Phrase& phrase) {
  append_escaped(out_, phrase.in(language_));
  return *this;
}

Html& Html::operator<<(std::uint64_t number) {
  out_ += std::to_string(number);
  return *this;
}

Html& Html::operator<<(const Html& part) {
  out_ += part.out_;
  return *this;
}

}  // namespace warraq::searcher::serve
