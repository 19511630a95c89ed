#include "corpus/html/tokenizer.h"

#include <algorithm>
#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\n\r\f";
constexpr std::string_view::size_type kNone = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return kWhiteSpace.find(c) != kNone; }
/// The names of the elements with raw text, which their end tags must repeat.
std::string_view name_of_raw(Tag tag) {
  switch (tag) {
    case Tag::iframe:
      return "iframe";
    case Tag::noembed:
      return "noembed";
    case Tag::noframes:
      return "noframes";
    case Tag::script:
      return "script";
    case Tag::style:
      return "style";
    case Tag::textarea:
      return "textarea";
    case Tag::title:
      return "title";
    default:
      return "xmp";
  }
}

}  // namespace

bool equal_ignoring_case(std::string_view text, std::string_view expected) {
  return text.size() == expected.size() &&
         std::equal(text.begin(), text.end(), expected.begin(),
                    [](char c, char wanted) { return lower_ascii(c) == wanted; });
}

HtmlToken HtmlTokenizer::next() {
  while (true) {
    if (raw_ != Tag::text) {
      const HtmlToken token = raw_text();
      if (!token.text.empty()) return token;
    }
    if (at_ >= html_.size()) return {};
    if (!begins_markup(at_)) {
      std::size_t end = at_;
      do {
        end = std::min(html_.find('<', end + 1), html_.size());
      } while (end < html_.size() && !begins_markup(end));
      return text_until(end);
    }
    const char second = html_[at_ + 1];
    if (is_letter(second)) return tag(HtmlToken::Kind::start_tag, at_ + 1);
    if (second == '/' && at_ + 2 < html_.size() && is_letter(html_[at_ + 2])) {
      return tag(HtmlToken::Kind::end_tag, at_ + 2);
    }
    skip_markup();
  }
}

bool HtmlTokenizer::begins_markup(std::size_t at) const {
  if (html_[at] != '<' || at + 1 >= html_.size()) return false;
  const char second = html_[at + 1];
  return is_letter(second) || second == '/' || second == '!' || second == '?';
}

HtmlToken HtmlTokenizer::text_until(std::size_t end) {
  const HtmlToken token{HtmlToken::Kind::text, Tag::text, html_.substr(at_, end - at_), false};
  at_ = end;
  return token;
}

HtmlToken HtmlTokenizer::raw_text() {
  const std::size_t end = end_of_raw_text();
  raw_ = Tag::text;
  return text_until(end);
}

// A script that is never closed is one to the end, as browsers have it; a title is not.
std::size_t HtmlTokenizer::end_of_raw_text() {
  const std::string_view name = name_of_raw(raw_);
  const auto index = static_cast<std::size_t>(raw_);
  if (!never_ended_[index]) {
    for (std::size_t end = html_.find("</", at_); end != kNone; end = html_.find("</", end + 2)) {
      if (equal_ignoring_case(html_.substr(end + 2, name.size()), name)) return end;
    }
    never_ended_[index] = true;
  }
  const bool to_the_end = raw_ == Tag::script || raw_ == Tag::style;
  return to_the_end ? html_.size() : std::min(html_.find('<', at_), html_.size());
}

HtmlToken HtmlTokenizer::tag(HtmlToken::Kind kind, std::size_t name_at) {
  std::size_t name_end = name_at;
  while (name_end < html_.size() && html_[name_end] != '>' && html_[name_end] != '/' &&
         !is_space(html_[name_end])) {
    ++name_end;
  }
  const std::size_t end = end_of_tag(name_end);
  HtmlToken token{kind, tag_named(html_.substr(name_at, name_end - name_at)),
                  html_.substr(name_end, end - name_end), false};
  token.self_closing = !token.text.empty() && token.text.back() == '/';
  at_ = std::min(end + 1, html_.size());
  if (kind == HtmlToken::Kind::start_tag && kind_of(token.tag).raw_text) raw_ = token.tag;
  return token;
}

/// Where the `>` is that ends a tag; quotes hide others after an equals sign alone.
std::size_t HtmlTokenizer::end_of_tag(std::size_t at) {
  while (at < html_.size() && html_[at] != '>') {
    if (html_[at] != '=') {
      ++at;
      continue;
    }
    at = std::min(html_.find_first_not_of(kWhiteSpace, at + 1), html_.size());
    if (at == html_.size() || (html_[at] != '"' && html_[at] != '\'')) continue;
    bool& no_quote = html_[at] == '"' ? no_double_quote_ : no_single_quote_;
    const std::size_t quote = no_quote ? kNone : html_.find(html_[at], at + 1);
    no_quote = quote == kNone;
    at = no_quote ? at + 1 : quote + 1;
  }
  return at;
}

void HtmlTokenizer::skip_markup() {
  if (html_.substr(at_).starts_with("<!--") && !no_comment_end_) {
    if (html_.substr(at_ + 4).starts_with('>')) {
      at_ += 5;
      return;
    }
    const std::size_t end = html_.find("-->", at_ + 4);
    no_comment_end_ = end == kNone;
    if (!no_comment_end_) {
      at_ = end + 3;
      return;
    }
  }
  const std::size_t end = html_.find('>', at_);
  at_ = end == kNone ? html_.size() : end + 1;
}

bool HtmlAttributes::next() {
  const std::size_t begin = rest_.find_first_not_of(" \t\n\r\f/");
  if (begin == kNone) return false;
  rest_.remove_prefix(begin);
  // An equals sign where a name should begin is part of it.
  std::size_t end = 1;
  while (end < rest_.size() && rest_[end] != '=' && rest_[end] != '/' && !is_space(rest_[end])) {
    ++end;
  }
  name_ = rest_.substr(0, end);
  value_ = {};
  rest_.remove_prefix(end);
  const std::size_t sign = std::min(rest_.find_first_not_of(kWhiteSpace), rest_.size());
  if (sign == rest_.size() || rest_[sign] != '=') return true;
  rest_.remove_prefix(sign + 1);
  rest_.remove_prefix(std::min(rest_.find_first_not_of(kWhiteSpace), rest_.size()));
  if (rest_.empty()) return true;
  const char quote = rest_.front();
  const bool quoted = quote == '"' || quote == '\'';
  const std::size_t close = quoted ? rest_.find(quote, 1) : kNone;
  if (close != kNone) {
    value_ = rest_.substr(1, close - 1);
    rest_.remove_prefix(close + 1);
  } else {
    end = std::min(rest_.find_first_of(kWhiteSpace), rest_.size());
    value_ = rest_.substr(quoted ? 1 : 0, end - (quoted ? 1 : 0));
    rest_.remove_prefix(end);
  }
  return true;
}

std::string_view html_attribute(std::string_view attributes, std::string_view name) {
  HtmlAttributes walk(attributes);
  while (walk.next()) {
    if (equal_ignoring_case(walk.name(), name)) return walk.value();
  }
  return {};
}

}  // namespace warraq::corpus
