#include "corpus/html/lines.h"

#include <algorithm>
#include <array>

#include "corpus/article/text.h"
#include "corpus/html/text.h"
#include "corpus/html/tokenizer.h"

namespace warraq::corpus {
namespace {

bool leads_to_policy(std::string_view href) {
  constexpr std::array<std::string_view, 5> kPolicies{"privacy", "terms", "guideline", "policy",
                                                      "disclaimer"};
  return std::any_of(kPolicies.begin(), kPolicies.end(), [&](std::string_view policy) {
    return href.find(policy) != std::string_view::npos;
  });
}

class LineMaker {
 public:
  explicit LineMaker(const HtmlTree& tree) : tree_(tree) {}
  PageLines make();

 private:
  void enter(std::uint32_t node);
  void leave();
  void add_text(std::uint32_t node);
  void add_preformatted(std::uint32_t node);
  void append(std::uint32_t node, std::string_view html);
  void end_line();
  [[nodiscard]] Tag tag_of_line() const;

  struct Open {
    std::uint32_t node;
    std::uint32_t block;  ///< the innermost block up to here
    bool in_link;
  };

  const HtmlTree& tree_;
  PageLines page_;
  std::vector<Open> open_{{0, 0, false}};
  HtmlLine line_;
  std::size_t begin_ = 0;
  bool begun_ = false;
  bool policy_link_ = false;  ///< of the link that is open
};

PageLines LineMaker::make() {
  std::uint32_t node = 1;
  while (node < tree_.size()) {
    while (node >= tree_[open_.back().node].end) leave();
    const Tag tag = tree_[node].tag;
    if (tag == Tag::text) {
      add_text(node);
    } else if (tag == Tag::br || tag == Tag::hr) {
      end_line();
    } else if (kind_of(tag).hidden) {
      if (kind_of(tag).block) end_line();
      node = tree_[node].end;
      continue;
    } else {
      enter(node);
    }
    ++node;
  }
  end_line();
  return std::move(page_);
}

void LineMaker::enter(std::uint32_t node) {
  const HtmlNode& element = tree_[node];
  const Hints hints = hints_of(element);
  if (hints.any()) page_.hinted.push_back({node, hints});
  Open open = open_.back();
  open.node = node;
  if (kind_of(element.tag).block) {
    end_line();
    open.block = node;
  } else if (element.tag == Tag::a) {
    const std::string_view href = html_attribute(element.text, "href");
    open.in_link = !href.empty();  // without one it is a place to be linked to
    policy_link_ = leads_to_policy(href);
  }
  open_.push_back(open);
}

void LineMaker::leave() {
  if (kind_of(tree_[open_.back().node].tag).block) end_line();
  open_.pop_back();
}

void LineMaker::add_text(std::uint32_t node) {
  if (tree_[open_.back().block].tag == Tag::pre) return add_preformatted(node);
  append(node, tree_[node].text);
}

void LineMaker::add_preformatted(std::uint32_t node) {
  std::string_view rest = tree_[node].text;
  while (true) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    append(node, rest.substr(0, end));
    if (end == rest.size()) return;
    end_line();
    rest.remove_prefix(end + 1);
  }
}

void LineMaker::append(std::uint32_t node, std::string_view html) {
  const std::size_t before = page_.text.size();
  if (!begun_) {
    begin_ = before;
    // A line never begins with a space: what comes before it is no part of it.
    if (trimmed(html).empty()) return;
    html.remove_prefix(html.find_first_not_of(" \t\r\n\v\f"));
    line_ = {};
    line_.node = node;
    line_.block = open_.back().block;
    line_.tag = tag_of_line();
    begun_ = true;
  }
  append_html_text(page_.text, html);
  if (open_.back().in_link) {
    line_.linked +=
        static_cast<std::uint32_t>(count_characters(std::string_view(page_.text).substr(before)));
    line_.policy_link = line_.policy_link || policy_link_;
  }
}

/// The innermost element around a line that says what it is.
Tag LineMaker::tag_of_line() const {
  Tag tag = tree_[open_.back().block].tag;
  if (tag != Tag::p && tag != Tag::div) return tag;
  for (std::size_t depth = open_.size(); depth-- > 1 && open_.size() - depth < 5;) {
    const Tag around = tree_[open_[depth].node].tag;
    if (around == Tag::li || around == Tag::blockquote || around == Tag::figcaption) return around;
  }
  return tag;
}

void LineMaker::end_line() {
  if (!begun_) return;
  begun_ = false;
  const std::string_view text = trimmed(std::string_view(page_.text).substr(begin_));
  if (is_blank(text)) {
    page_.text.resize(begin_);
    return;
  }
  const auto begin = static_cast<std::size_t>(text.data() - page_.text.data());
  page_.text.resize(begin + text.size());
  line_.begin = static_cast<std::uint32_t>(begin);
  line_.end = static_cast<std::uint32_t>(page_.text.size());
  line_.characters = static_cast<std::uint32_t>(count_characters(text));
  line_.linked = std::min(line_.linked, line_.characters);
  page_.lines.push_back(line_);
}

}  // namespace

PageLines lines_of(const HtmlTree& tree) { return LineMaker(tree).make(); }

}  // namespace warraq::corpus
