#include <algorithm>
#include <array>

#include "searcher/query/operators.h"
#include "searcher/query/query.h"
#include "searcher/query/quotes.h"
#include "searcher/query/tree.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

constexpr std::string_view kExactMark = "=";

std::size_t space_at(std::string_view text, std::size_t offset) {
  constexpr std::array<std::string_view, 9> kSpaces = {" ",  "\t",     "\n",     "\r",    "\f",
                                                       "\v", "\u00A0", "\u202F", "\u3000"};
  const std::string_view rest = text.substr(offset);
  for (const std::string_view space : kSpaces) {
    if (rest.starts_with(space)) return space.size();
  }
  return 0;
}

// Reads from left to right; text that opens nothing gathers in `loose_`.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  QueryTree parse() {
    while (offset_ < text_.size()) step();
    flush_loose();
    for (std::string& note : notes_) result_.problems.push_back({{}, std::move(note), {}});
    return std::move(result_);
  }

 private:
  void step() {
    const std::size_t space = space_at(text_, offset_);
    if (space != 0) {
      take_loose(space);
      may_open_exact_ = true;
      return;
    }
    const bool exact = may_open_exact_ && text_.substr(offset_).starts_with(kExactMark);
    may_open_exact_ = false;
    if (exact && read_exact()) return;
    if (!exact && read_quotation(offset_, false)) return;
    take_loose(1);
  }

  void take_loose(std::size_t bytes) {
    loose_.append(text_.substr(offset_, bytes));
    offset_ += bytes;
  }

  // A quotation that opens at `open`, with what stood before it done.
  bool read_quotation(std::size_t open, bool exact) {
    const QuotationMark mark = quotation_mark_at(text_, open);
    if (mark.bytes == 0) return false;
    const std::size_t begin = open + mark.bytes;
    const std::size_t close = find_closing_mark(text_, begin, mark.family);
    if (close == std::string_view::npos) {
      note("a quotation mark was left open: what follows it was searched as words");
      loose_ += ' ';
      loose_.append(text_.substr(begin));
      offset_ = text_.size();
      return true;
    }
    add(Node::Kind::phrase, exact, text_.substr(begin, close - begin));
    offset_ = close + quotation_mark_at(text_, close).bytes;
    may_open_exact_ = true;
    return true;
  }

  // =word or ="phrase". A mark with nothing after it is text.
  bool read_exact() {
    const std::size_t begin = offset_ + kExactMark.size();
    if (begin >= text_.size() || space_at(text_, begin) != 0) {
      note("= with no word after it was left out");
      return false;
    }
    if (read_quotation(begin, true)) return true;
    std::size_t end = begin;
    while (end < text_.size() && space_at(text_, end) == 0 &&
           quotation_mark_at(text_, end).bytes == 0) {
      ++end;
    }
    add(Node::Kind::phrase, true, text_.substr(begin, end - begin));
    offset_ = end;
    return true;
  }

  void add(Node::Kind kind, bool exact, std::string_view text) {
    flush_loose();
    push(kind, exact, text);
  }

  void push(Node::Kind kind, bool exact, std::string_view text) {
    Node node;
    node.kind = kind;
    node.exact = exact;
    node.text = text;
    result_.root.children.push_back(std::move(node));
  }

  void flush_loose() {
    note_operators(loose_, notes_);
    if (!loose_.empty()) push(Node::Kind::word, false, loose_);
    loose_.clear();
  }

  void note(std::string text) {
    if (std::find(notes_.begin(), notes_.end(), text) == notes_.end()) {
      notes_.push_back(std::move(text));
    }
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  bool may_open_exact_ = true;
  std::string loose_;
  std::vector<std::string> notes_;
  QueryTree result_;
};

}  // namespace

QueryTree read_query(std::string_view text, Syntax syntax) {
  const std::string_view kept = analyzers::beginning_within(text, kMaxQueryBytes);
  QueryTree result;
  if (syntax == Syntax::plain) {
    Node words;
    words.kind = Node::Kind::word;
    words.text = kept;
    result.root.children.push_back(std::move(words));
  } else {
    result = Parser(kept).parse();
  }
  if (kept.size() < text.size()) {
    result.problems.push_back(
        {{}, "the query was cut at " + std::to_string(kMaxQueryBytes) + " bytes", {}});
  }
  return result;
}

}  // namespace warraq::searcher
