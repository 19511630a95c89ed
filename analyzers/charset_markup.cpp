#include "analyzers/charset_markup.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "warraq/analyzers/charset.h"

namespace warraq::analyzers {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n\f";

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_letters(char left, char right) { return small(left) == small(right); }

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), text.begin(), same_letters);
}

std::size_t find_letters(std::string_view text, std::string_view wanted, std::size_t from = 0) {
  const auto* found =
      std::search(text.begin() + from, text.end(), wanted.begin(), wanted.end(), same_letters);
  return found == text.end() ? npos : static_cast<std::size_t>(found - text.begin());
}

// What may stand between `<` and its end. An end that was not found once is not there further on
// either: it is not looked for again, or hostile text would take the square of its length.
class Markups {
 public:
  // One past the end of what begins with the `<` at the front of `text`; 0 where that is text.
  std::size_t length(std::string_view text) {
    for (Kind& kind : kinds_) {
      if (begins_with(text, kind.begin)) return length(text, kind);
    }
    const char next = text.size() > 1 ? small(text[1]) : ' ';
    const bool tag = (next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?';
    return tag ? length(text, tag_) : 0;
  }

 private:
  struct Kind {
    std::string_view begin;
    std::string_view end;
    bool unclosed = false;
  };

  static std::size_t length(std::string_view text, Kind& kind) {
    if (kind.unclosed) return 0;
    const std::size_t found = find_letters(text, kind.end, kind.begin.size());
    kind.unclosed = found == npos;
    return kind.unclosed ? 0 : found + kind.end.size();
  }

  std::array<Kind, 3> kinds_{{{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}}};
  Kind tag_{"<", ">"};
};

class Attributes {
 public:
  explicit Attributes(std::string_view tag) : rest_(tag) {}

  struct Attribute {
    std::string_view name;
    std::string_view value;
  };

  // The next attribute; one without a name where there is none.
  Attribute next() {
    skip(" \t\r\n\f/");
    const std::size_t name_length = std::min(rest_.find_first_of(" \t\r\n\f/=>"), rest_.size());
    Attribute attribute{taken(name_length), {}};
    skip(kSpace);
    if (rest_.empty() || rest_.front() != '=') return attribute;
    rest_.remove_prefix(1);
    skip(kSpace);
    attribute.value = value();
    return attribute;
  }

 private:
  void skip(std::string_view what) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(what), rest_.size()));
  }

  std::string_view taken(std::size_t length) {
    const std::string_view front = rest_.substr(0, length);
    rest_.remove_prefix(front.size());
    return front;
  }

  std::string_view value() {
    if (rest_.empty()) return {};
    const char quote = rest_.front();
    if (quote != '"' && quote != '\'') {
      return taken(std::min(rest_.find_first_of(" \t\r\n\f>"), rest_.size()));
    }
    rest_.remove_prefix(1);
    const std::string_view quoted = taken(std::min(rest_.find(quote), rest_.size()));
    rest_.remove_prefix(std::min<std::size_t>(1, rest_.size()));
    return quoted;
  }

  std::string_view rest_;
};

// Of "text/html; charset=windows-1256".
std::string_view charset_in(std::string_view content) {
  constexpr std::string_view kName = "charset";
  for (std::size_t at = find_letters(content, kName); at != npos;
       at = find_letters(content, kName, at)) {
    at += kName.size();
    std::string_view rest = content.substr(at);
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
    if (rest.empty() || rest.front() != '=') continue;
    rest.remove_prefix(1);
    constexpr std::string_view kAround = " \t\r\n\f\"'";
    rest.remove_prefix(std::min(rest.find_first_not_of(kAround), rest.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n\f\"';,"));
  }
  return {};
}

std::string_view declared_in_tag(std::string_view tag) {
  Attributes attributes(tag);
  for (auto each = attributes.next(); !each.name.empty(); each = attributes.next()) {
    if (begins_with(each.name, "charset") && each.name.size() == 7 && !each.value.empty()) {
      return each.value;
    }
    if (begins_with(each.name, "content") && each.name.size() == 7) {
      const std::string_view found = charset_in(each.value);
      if (!found.empty()) return found;
    }
  }
  return {};
}

std::string_view declared_in_xml(std::string_view declaration) {
  Attributes attributes(declaration);
  for (auto each = attributes.next(); !each.name.empty(); each = attributes.next()) {
    if (each.name == "encoding") return each.value;
  }
  return {};
}

// What stands in the tag at the front of `text` after its name; empty where it has another.
std::string_view inside_tag(std::string_view text, std::string_view name) {
  if (!begins_with(text, name)) return {};
  const std::string_view inside = text.substr(name.size(), text.find('>') - name.size());
  return !inside.empty() && kSpace.find(inside.front()) != npos ? inside : std::string_view();
}

std::string_view declared_at(std::string_view text) {
  const std::string_view xml = inside_tag(text, "<?xml");
  return xml.empty() ? declared_in_tag(inside_tag(text, "<meta")) : declared_in_xml(xml);
}

std::string_view trimmed(std::string_view label) {
  const std::size_t begin = std::min(label.find_first_not_of(kSpace), label.size());
  label.remove_prefix(begin);
  return label.substr(0, label.find_last_not_of(kSpace) + 1);
}

}  // namespace

std::string without_tags(std::string_view bytes) {
  std::string text;
  std::string_view rest = bytes;
  Markups markups;
  while (!rest.empty()) {
    const std::size_t opening = std::min(rest.find('<'), rest.size());
    text += rest.substr(0, opening);
    rest.remove_prefix(opening);
    if (rest.empty()) break;
    const std::size_t length = markups.length(rest);
    text += length == 0 ? '<' : ' ';
    rest.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return text;
}

std::string declared_in_markup(std::string_view beginning) {
  constexpr std::size_t kFarEnough = 16384;
  std::string_view rest = beginning.substr(0, kFarEnough);
  for (std::size_t at = rest.find('<'); at != npos; at = rest.find('<', 1)) {
    rest.remove_prefix(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = rest.find("-->", 4);
      if (end == npos) return {};
      rest.remove_prefix(end);
      continue;
    }
    const std::string_view declared = trimmed(declared_at(rest));
    if (!declared.empty()) return std::string(declared);
  }
  return {};
}

}  // namespace warraq::analyzers
