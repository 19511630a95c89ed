#include "corpus/html/tree.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "corpus/article/text.h"
#include "corpus/html/text.h"
#include "corpus/html/tokenizer.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view html) : tokens_(html) {}
  std::optional<HtmlTree> build();

 private:
  void start(const HtmlToken& token);
  void end(Tag tag);
  void close_implied(Tag tag);
  void close_nearest(std::initializer_list<Tag> tags, std::initializer_list<Tag> within);
  void pop();
  void add(Tag tag, std::string_view text);
  [[nodiscard]] bool is_open(Tag tag) const {
    return open_count_[static_cast<std::size_t>(tag)] > 0;
  }

  HtmlTokenizer tokens_;
  HtmlTree tree_;
  std::vector<std::uint32_t> open_;
  std::array<std::uint32_t, kTags> open_count_{};
  std::size_t too_deep_ = 0;  ///< elements left open that found no place
};

std::optional<HtmlTree> TreeBuilder::build() {
  tree_.push_back({Tag::html, 0, 0, {}});
  open_.push_back(0);
  for (HtmlToken token = tokens_.next(); token.kind != HtmlToken::Kind::end;
       token = tokens_.next()) {
    if (tree_.size() >= kMaxHtmlNodes) return std::nullopt;
    // Raw text is one text at most, whether its end tag is there or not.
    if (token.kind != HtmlToken::Kind::text && kind_of(tree_[open_.back()].tag).raw_text) pop();
    if (token.kind == HtmlToken::Kind::text) {
      add(Tag::text, token.text);
    } else if (token.tag == Tag::ignored) {
      continue;
    } else if (token.kind == HtmlToken::Kind::start_tag) {
      start(token);
    } else {
      end(token.tag);
    }
  }
  while (!open_.empty()) pop();
  return std::move(tree_);
}

void TreeBuilder::add(Tag tag, std::string_view text) {
  const auto number = static_cast<std::uint32_t>(tree_.size());
  tree_.push_back({tag, number + 1, open_.back(), text});
}

void TreeBuilder::pop() {
  HtmlNode& node = tree_[open_.back()];
  node.end = static_cast<std::uint32_t>(tree_.size());
  if (open_.size() > 1) --open_count_[static_cast<std::size_t>(node.tag)];
  open_.pop_back();
}

void TreeBuilder::start(const HtmlToken& token) {
  close_implied(token.tag);
  add(token.tag, token.text);
  if (kind_of(token.tag).is_void) return;
  if (open_.size() >= kMaxHtmlDepth && !kind_of(token.tag).raw_text) {
    ++too_deep_;
    return;
  }
  open_.push_back(static_cast<std::uint32_t>(tree_.size() - 1));
  ++open_count_[static_cast<std::size_t>(token.tag)];
}

/// Closes the innermost open element that is one of `tags`, unless one of `within` is inside it.
void TreeBuilder::close_nearest(std::initializer_list<Tag> tags,
                                std::initializer_list<Tag> within) {
  const auto is_one_of = [](Tag tag, std::initializer_list<Tag> list) {
    return std::find(list.begin(), list.end(), tag) != list.end();
  };
  if (std::none_of(tags.begin(), tags.end(), [&](Tag tag) { return is_open(tag); })) return;
  for (std::size_t depth = open_.size(); depth-- > 1;) {
    const Tag tag = tree_[open_[depth]].tag;
    if (is_one_of(tag, tags)) {
      while (open_.size() > depth) pop();
      return;
    }
    if (is_one_of(tag, within)) return;
  }
}

void TreeBuilder::close_implied(Tag tag) {
  const std::initializer_list<Tag> cells{Tag::table, Tag::td, Tag::th, Tag::caption};
  if (kind_of(tag).closes_p) close_nearest({Tag::p}, cells);
  switch (tag) {
    case Tag::a:
      return close_nearest({Tag::a}, cells);
    case Tag::li:
      return close_nearest({Tag::li}, {Tag::ul, Tag::ol, Tag::menu, Tag::table, Tag::td});
    case Tag::dd:
    case Tag::dt:
      return close_nearest({Tag::dd, Tag::dt}, {Tag::dl, Tag::table, Tag::td});
    case Tag::option:
      return close_nearest({Tag::option}, {Tag::select});
    case Tag::td:
    case Tag::th:
      return close_nearest({Tag::td, Tag::th}, {Tag::tr, Tag::table});
    case Tag::tr:
      return close_nearest({Tag::tr}, {Tag::table});
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
      return close_nearest({Tag::tbody, Tag::thead, Tag::tfoot}, {Tag::table});
    case Tag::head:
    case Tag::link:
    case Tag::meta:
    case Tag::noscript:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::title:
      return;
    default:  // a head that is never closed ends where the page begins
      return close_nearest({Tag::head}, {});
  }
}

void TreeBuilder::end(Tag tag) {
  if (tag == Tag::br) add(Tag::br, {});
  // What follows the end of a page belongs to it, and raw text ended by itself.
  if (tag == Tag::html || tag == Tag::body || tag == Tag::br || kind_of(tag).raw_text) return;
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  if (!is_open(tag)) {
    if (tag == Tag::p) add(Tag::br, {});
    return;
  }
  const bool block = kind_of(tag).block;
  const bool of_table = kind_of(tag).closes_over || tag == Tag::tr || tag == Tag::tbody ||
                        tag == Tag::thead || tag == Tag::tfoot;
  for (std::size_t depth = open_.size(); depth-- > 1;) {
    const Tag open = tree_[open_[depth]].tag;
    if (open == tag) {
      while (open_.size() > depth) pop();
      return;
    }
    // An inline end tag does not end a block, a block's no table cell, a cell's no other table.
    const bool stops = of_table ? open == Tag::table
                       : block  ? kind_of(open).closes_over
                                : kind_of(open).block;
    if (stops) return;
  }
}

}  // namespace

std::optional<HtmlTree> parse_html(std::string_view html) { return TreeBuilder(html).build(); }

std::string text_in(const HtmlTree& tree, std::size_t at) {
  std::string text;
  for (std::size_t node = at; node < tree[at].end && text.size() < kMaxTextBytes;) {
    const Tag tag = tree[node].tag;
    if (node != at && kind_of(tag).hidden) {
      node = tree[node].end;
      continue;
    }
    if (tag == Tag::text) {
      append_html_text(text, analyzers::beginning_within(tree[node].text, kMaxTextBytes));
    } else if (node != at && (kind_of(tag).block || tag == Tag::br)) {
      append_html_text(text, " ");
    }
    ++node;
  }
  return std::string(trimmed(text));
}

}  // namespace warraq::corpus
