#include "corpus/readers/json_cutter.h"

#include <algorithm>
#include <utility>

#include "corpus/article/json_fault.h"
#include "corpus/article/utf8.h"

namespace warraq::corpus {
namespace {

/// Buffers that one long value has grown past this are given back.
constexpr std::size_t kKeptBufferBytes = std::size_t{4} << 20;

/// A line that is indented further is no place to go on at.
constexpr std::size_t kLongestIndent = 256;

bool is_white_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

/// The way through one value, from block to block.
class JsonCutter::Scan {
 public:
  /// `resume` is how a line begins that may be the next value's, where this one is broken; empty
  /// where that cannot be told.
  explicit Scan(std::string resume) : resume_(std::move(resume)) {}

  /// How many bytes of `block` belong to the value, or to the `resume` that ended it.
  std::size_t run(std::string_view block) {
    std::size_t at = 0;
    while (at < block.size() && !done_) {
      if (in_string_ && !escaped_ && match_ == std::string::npos) at = skip_text(block, at);
      if (at < block.size() && step(block[at])) ++at;
    }
    return at;
  }

  [[nodiscard]] bool done() const { return done_; }
  /// Whether the value was ended by `resume`, which is the last that run() went over.
  [[nodiscard]] bool resumed() const { return resumed_; }
  [[nodiscard]] std::uint64_t lines() const { return lines_; }
  [[nodiscard]] const std::string& resume() const { return resume_; }

 private:
  /// From inside a string to the next quote that is not escaped, or to a line end.
  std::size_t skip_text(std::string_view block, std::size_t at) {
    const std::size_t quote = std::min(block.find('"', at), block.size());
    const std::size_t line_end = block.substr(at, quote - at).find('\n');
    const std::size_t end = line_end == std::string_view::npos ? quote : at + line_end;
    std::size_t backslashes = 0;
    while (end - backslashes > at && block[end - backslashes - 1] == '\\') ++backslashes;
    escaped_ = backslashes % 2 == 1;
    return end;
  }

  /// False where `c` is not the value's.
  bool step(char c) {
    if (c == '\n') {
      end_line();
      return true;
    }
    match(c);
    if (escaped_) {
      escaped_ = false;
    } else if (in_string_) {
      if (c == '\\') escaped_ = true;
      if (c == '"') end_string();
    } else {
      if (c == '{' && !may_open_object()) broken_ = true;
      if (!ended_by_match()) return structure(c);
      return true;
    }
    ended_by_match();
    return true;
  }

  void end_line() {
    ++lines_;
    match_ = 0;
    if (in_string_) broken_ = true;
    escaped_ = false;
  }

  void match(char c) {
    if (match_ == std::string::npos) return;
    match_ = match_ < resume_.size() && c == resume_[match_] ? match_ + 1 : std::string::npos;
  }

  bool ended_by_match() {
    if (!broken_ || resume_.empty() || match_ != resume_.size()) return false;
    return done_ = resumed_ = true;
  }

  [[nodiscard]] bool may_open_object() const {
    if (nesting_.empty() || deeper_ > 0 || last_ == ':') return true;
    return nesting_.back() == '[' && (last_ == '[' || last_ == ',');
  }

  void end_string() {
    in_string_ = false;
    last_ = '"';
    done_ = nesting_.empty();
  }

  bool structure(char c) {
    if (is_white_space(c)) return true;
    last_ = c;
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') open(c);
    if (c == '}') return close('{');
    if (c == ']') return close('[');
    return true;
  }

  void open(char bracket) {
    if (nesting_.size() < kMaxNesting) {
      nesting_ += bracket;
    } else {
      ++deeper_;
    }
  }

  /// Closes the last of these that is open, and all that was opened after it.
  bool close(char bracket) {
    if (deeper_ > 0) {
      --deeper_;
      return true;
    }
    const std::size_t opened = nesting_.rfind(bracket);
    done_ = opened == std::string::npos || opened == 0;
    if (opened + 1 != nesting_.size()) broken_ = true;
    if (opened != std::string::npos) nesting_.resize(opened);
    return opened != std::string::npos;
  }

  std::string resume_;
  std::string nesting_;     ///< the brackets that are open
  std::size_t deeper_ = 0;  ///< and how many more, past what a parser takes
  std::uint64_t lines_ = 0;
  std::size_t match_ = std::string::npos;  ///< how much of resume_ the line has begun with
  char last_ = '\0';                       ///< outside of strings, and not white space
  bool in_string_ = false;
  bool escaped_ = false;
  bool broken_ = false;
  bool done_ = false;
  bool resumed_ = false;
};

JsonCutter::JsonCutter(BufferedInput& input) : input_(input) {}

std::string_view JsonCutter::block() {
  if (again_at_ < again_.size()) return std::string_view(again_).substr(again_at_);
  if (again_.capacity() > kKeptBufferBytes) again_ = std::string();
  return input_.peek();
}

void JsonCutter::advance(std::size_t count) {
  if (again_at_ < again_.size()) {
    again_at_ += count;
  } else {
    input_.consume(count);
  }
}

void JsonCutter::settle() {
  if (given_ > 0) advance(std::exchange(given_, 0));
  if (held_.capacity() > kKeptBufferBytes) held_ = std::string();
}

void JsonCutter::note_white_space(char c) {
  if (c == '\n') {
    ++line_;
    indent_.clear();
    indented_ = true;
  } else if (indented_ && indent_.size() < kLongestIndent) {
    indent_ += c;
  } else {
    indented_ = false;
  }
}

std::optional<char> JsonCutter::peek() {
  settle();
  if (!std::exchange(begun_, true)) {
    if (input_.peek(kByteOrderMark.size()).starts_with(kByteOrderMark)) {
      input_.consume(kByteOrderMark.size());
    }
  }
  for (std::string_view next = block(); !next.empty(); next = block()) {
    const auto* const end = std::find_if_not(next.begin(), next.end(), is_white_space);
    std::for_each(next.begin(), end, [this](char c) { note_white_space(c); });
    const auto count = static_cast<std::size_t>(end - next.begin());
    if (count < next.size()) {
      const char c = next[count];
      advance(count);
      return c;
    }
    advance(count);
  }
  return std::nullopt;
}

void JsonCutter::take() {
  settle();
  advance(1);
  indented_ = false;
}

JsonCutter::Scan JsonCutter::begin_scan(char first) {
  const bool may_resume = std::exchange(indented_, false) && first == '{';
  return Scan(may_resume ? indent_ + first : std::string());
}

JsonCut JsonCutter::cut(std::size_t limit, bool inside) {
  const std::optional<char> first = peek();
  if (!first) return {};
  Scan scan = begin_scan(*first);
  if (*first == '{' || *first == '[' || *first == '"') return cut_value(scan, limit, false);
  return cut_word(limit, inside);
}

JsonCut JsonCutter::cut_beginning(std::size_t limit) {
  const std::optional<char> first = peek();
  if (!first) return {};
  Scan scan = begin_scan(*first);
  return cut_value(scan, limit, true);
}

void JsonCutter::give_back(const JsonCut& cut) {
  line_ = cut.line;
  if (std::exchange(given_, 0) == 0) go_back(cut.text);  // else it was not moved past yet
}

// What was given back already is not copied once more.
void JsonCutter::go_back(std::string_view text) {
  const bool there = again_at_ >= text.size() && again_at_ <= again_.size() &&
                     again_.compare(again_at_ - text.size(), text.size(), text) == 0;
  if (there) {
    again_at_ -= text.size();
    return;
  }
  std::string again(text);
  again += std::string_view(again_).substr(again_at_);
  again_ = std::move(again);
  again_at_ = 0;
}

// The next value begins where this one was ended.
void JsonCutter::resume(const std::string& beginning, JsonCut& cut) {
  cut.size -= beginning.size();
  if (!held_.empty()) held_.resize(held_.size() - beginning.size());
  go_back(beginning);
  indent_.clear();
  indented_ = true;
}

JsonCut JsonCutter::cut_word(std::size_t limit, bool inside) {
  const std::string_view ends = inside ? " \t\r\n{[\",]}" : " \t\r\n{[\"";
  JsonCut result{{}, line_, 0, false, true};
  held_.clear();
  for (std::string_view next = block(); !next.empty(); next = block()) {
    const std::size_t skipped = result.size == 0 ? 1 : 0;  // whatever it is
    const std::size_t end = std::min(next.find_first_of(ends, skipped), next.size());
    result.size += end;
    result.too_long = result.size > limit;
    if (!result.too_long) held_ += next.substr(0, end);
    const bool ended = end < next.size();
    advance(end);
    if (ended) break;
  }
  if (!result.too_long) result.text = held_;
  return result;
}

JsonCut JsonCutter::cut_value(Scan& scan, std::size_t limit, bool stop) {
  JsonCut result{{}, line_, 0, false, false};
  held_.clear();
  for (std::string_view next = block(); !next.empty(); next = block()) {
    if (stop) next = next.substr(0, limit + 1 - result.size);
    const std::size_t count = scan.run(next);
    const bool whole_in_block = result.size == 0 && scan.done() && !scan.resumed();
    result.size += count;
    result.too_long = result.size > limit;
    if (whole_in_block && !result.too_long) {  // as most are: nothing is copied
      line_ += scan.lines();
      given_ = count;
      return {next.substr(0, count), result.line, count, false, true};
    }
    if (!result.too_long || stop) {
      held_ += next.substr(0, count);
    } else {
      held_.clear();
    }
    advance(count);
    if (scan.done() || (stop && result.too_long)) break;
  }
  line_ += scan.lines();
  result.whole = scan.done();
  if (scan.resumed()) resume(scan.resume(), result);
  if (!result.too_long || stop) result.text = held_;
  return result;
}

}  // namespace warraq::corpus
