#include "corpus/markup/scanner.h"

#include <algorithm>
#include <utility>

namespace warraq::corpus {
namespace {

constexpr std::size_t kLongestTag = std::size_t{64} << 10;
constexpr std::size_t kLongestComment = std::size_t{64} << 10;  ///< in SGML, where some never end
constexpr std::size_t kLongestInstruction = 4096;

constexpr std::size_t kLongestDeclarations = std::size_t{64} << 10;
constexpr std::size_t kLongestReference = 64;
/// So much of the buffer is scanned before it is moved: moving costs nothing by comparison.
constexpr std::size_t kScannedBeforeMoving = std::size_t{64} << 10;

constexpr std::string_view kCommentEnd = "-->";
constexpr std::string_view kLiteralBegin = "<![CDATA[";
constexpr std::string_view kLiteralEnd = "]]>";

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_name_character(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
         c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

MarkupScanner::MarkupScanner(MarkupDialect dialect, Refill refill)
    : dialect_(dialect), refill_(std::move(refill)) {}

std::string_view MarkupScanner::kept(std::uint64_t offset) const {
  if (kept_ == kNothing) return {};
  return std::string_view(buffer_).substr(kept_, offset - dropped_ - kept_);
}

bool MarkupScanner::more() {
  const std::size_t size = buffer_.size();
  if (!ended_) ended_ = !refill_(buffer_);
  mend_block(size);
  if (kept_ != kNothing && buffer_.size() - kept_ > most_kept_) stop_keeping();
  return !ended_;
}

/// Makes plain line ends and spaces of what stands in the buffer from `begin` on.
void MarkupScanner::mend_block(std::size_t begin) {
  const std::string_view block = std::string_view(buffer_).substr(begin);
  if (block.empty()) return;
  if (!after_return_ && block.find_first_of(std::string_view("\r\0", 2)) == block.npos) return;
  std::size_t kept = begin;
  for (std::size_t at = begin; at < buffer_.size(); ++at) {
    const char c = buffer_[at];
    const bool ends_pair = c == '\n' && after_return_;
    after_return_ = c == '\r';
    if (!ends_pair) buffer_[kept++] = c == '\r' ? '\n' : c == '\0' ? ' ' : c;
  }
  buffer_.resize(kept);
}

void MarkupScanner::drop_scanned() {
  const std::size_t droppable = std::min(at_, kept_);
  if (droppable < kScannedBeforeMoving) return;
  buffer_.erase(0, droppable);
  at_ -= droppable;
  if (kept_ != kNothing) kept_ -= droppable;
  dropped_ += droppable;
}

bool MarkupScanner::has(std::size_t bytes) {
  while (buffer_.size() - at_ < bytes) {
    if (!more()) return false;
  }
  return true;
}

bool MarkupScanner::follows(std::string_view text) {
  return has(text.size()) && buffer_.compare(at_, text.size(), text) == 0;
}

void MarkupScanner::move_to(std::size_t at) {
  line_ += static_cast<std::uint64_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                 buffer_.begin() + static_cast<std::ptrdiff_t>(at),
                                                 '\n'));
  at_ = at;
}

/// Where `wanted` stands at or after `from` and before at_ + `limit`, else kNothing.
std::size_t MarkupScanner::find_within(char wanted, std::size_t from, std::size_t limit) {
  while (true) {
    const std::size_t end = std::min(buffer_.size(), at_ + limit);
    if (from < end) {
      const std::size_t found = std::string_view(buffer_).substr(0, end).find(wanted, from);
      if (found != std::string_view::npos) return found;
      from = end;
    }
    if (end == at_ + limit || !more()) return kNothing;
  }
}

MarkupToken MarkupScanner::next() {
  drop_scanned();
  while (!in_literal_ && follows("<") && skip_markup()) {
    drop_scanned();
  }
  token_ = at_;
  MarkupToken token;
  token.line = line_;
  token.offset = offset();
  if (!has(1)) {
    in_literal_ = false;
  } else if (in_literal_) {
    scan_literal(token);
  } else if (buffer_[at_] != '<' || !scan_tag(token)) {
    scan_text(token);
  }
  return token;
}

/// Passes over what gives no token; false where there is no such thing.
bool MarkupScanner::skip_markup() {
  if (follows(kLiteralBegin)) {
    move_to(at_ + kLiteralBegin.size());
    in_literal_ = true;
    return false;
  }
  if (follows("<!--")) return skip_comment();
  if (follows("<?")) return skip_instruction();
  return follows("<!") && has(3) && is_ascii_letter(buffer_[at_ + 2]) && skip_declaration();
}

/// Where `end` stands between at_ + `skipped` and at_ + `limit`, else kNothing. `searched` is the
/// stream's offset before which it was searched in vain already, so that time stays linear.
std::size_t MarkupScanner::find_end(std::string_view end, std::size_t skipped, std::size_t limit,
                                    std::uint64_t& searched) {
  static_cast<void>(has(limit));
  const std::size_t last = std::min(buffer_.size(), at_ + limit);
  const std::size_t known = searched > dropped_ ? static_cast<std::size_t>(searched - dropped_) : 0;
  const std::size_t from = std::max(at_ + skipped, known);
  const std::size_t found =
      from < last ? std::string_view(buffer_).substr(0, last).find(end, from) : std::string::npos;
  if (found != std::string::npos) return found;
  searched = std::max(searched, dropped_ + last - std::min(last, end.size()));
  return kNothing;
}

// A comment of XML ends somewhere, or what follows is lost; one of SGML that does not end soon is
// text.
bool MarkupScanner::skip_comment() {
  constexpr std::size_t kBeginBytes = 4;
  if (dialect_ == MarkupDialect::xml) {
    move_to(at_ + kBeginBytes);
    skip_to(kCommentEnd);
    return true;
  }
  const std::size_t end =
      find_end(kCommentEnd, kBeginBytes, kLongestComment, searched_for_comment_end_);
  if (end == kNothing) return false;
  move_to(end + kCommentEnd.size());
  return true;
}

bool MarkupScanner::skip_instruction() {
  const std::string_view end_mark = dialect_ == MarkupDialect::xml ? "?>" : ">";
  const std::size_t end = find_end(end_mark, 2, kLongestInstruction, searched_for_instruction_end_);
  if (end == kNothing) return false;
  move_to(end + end_mark.size());
  return true;
}

bool MarkupScanner::skip_declaration() {
  const std::size_t end = find_end(">", 2, kLongestTag, searched_for_declaration_end_);
  if (end == kNothing) return false;
  const std::size_t subset = std::string_view(buffer_).substr(0, end).find('[', at_);
  if (subset == std::string_view::npos) {
    move_to(end + 1);
  } else {
    move_to(subset + 1);
    skip_internal_subset();
  }
  return true;
}

/// To the "]>" that ends the declarations, which may hold any characters between quotes.
void MarkupScanner::skip_internal_subset() {
  char quote = 0;
  for (; has(1); ++at_) {
    const char c = buffer_[at_];
    if (declarations_.size() < kLongestDeclarations) declarations_ += c;
    if (c == '\n') ++line_;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == ']') {
      const std::size_t end = find_within('>', at_, kLongestTag);
      move_to(end == kNothing ? at_ + 1 : end + 1);
      return;
    }
    drop_scanned();
  }
}

void MarkupScanner::skip_to(std::string_view end) {
  while (true) {
    const std::size_t found = buffer_.find(end, at_);
    if (found != std::string::npos) return move_to(found + end.size());
    const std::size_t left = std::min(buffer_.size() - at_, end.size() - 1);
    move_to(buffer_.size() - left);
    drop_scanned();
    if (!more()) return move_to(buffer_.size());
  }
}

bool MarkupScanner::is_name_start(std::size_t at) {
  if (!has(at - at_ + 1)) return false;
  const char c = buffer_[at];
  return is_ascii_letter(c) ||
         (dialect_ == MarkupDialect::xml && (c == '_' || static_cast<unsigned char>(c) >= 0x80));
}

/// Where the '>' stands that ends the tag at at_, which reaches to `limit` at most; kNothing where
/// there is none. One between quotes does not count, unless no other comes.
std::size_t MarkupScanner::end_of_tag(std::size_t limit) {
  std::size_t first = kNothing;
  char quote = 0;
  for (std::size_t at = at_ + 1; at < limit; ++at) {
    const char c = buffer_[at];
    if (c == '>') {
      if (quote == 0) return at;
      first = std::min(first, at);
    } else if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'') && buffer_[at - 1] == '=') {
      quote = c;
    }
  }
  return first;
}

bool MarkupScanner::scan_tag(MarkupToken& token) {
  const bool is_end = has(2) && buffer_[at_ + 1] == '/';
  const std::size_t name = at_ + (is_end ? 2 : 1);
  if (!is_name_start(name)) return false;
  const std::size_t next_tag = find_within('<', at_ + 1, kLongestTag);
  const std::size_t limit =
      next_tag == kNothing ? std::min(buffer_.size(), at_ + kLongestTag) : next_tag;
  const std::size_t end = end_of_tag(limit);
  if (end == kNothing) return false;
  const std::string_view tag = std::string_view(buffer_).substr(name, end - name);
  const auto name_length = static_cast<std::size_t>(
      std::find_if_not(tag.begin(), tag.end(), is_name_character) - tag.begin());
  if (name_length < tag.size() && !ends_name(tag[name_length])) return false;
  token.kind = is_end ? MarkupToken::Kind::end : MarkupToken::Kind::start;
  token.name = tag.substr(0, name_length);
  token.text = tag.substr(name_length);
  token.is_empty = !is_end && token.text.ends_with('/');
  if (token.is_empty) token.text.remove_suffix(1);
  move_to(end + 1);
  return true;
}

/// Up to the next '<', or as much as there is: no reference is cut.
void MarkupScanner::scan_text(MarkupToken& token) {
  std::size_t end = buffer_.find('<', at_ + 1);
  while (end == std::string::npos) {
    const std::size_t tail =
        std::max(at_, buffer_.size() - std::min(buffer_.size(), kLongestReference));
    const std::size_t size = buffer_.size();
    const bool may_be_cut = buffer_.find('&', tail) != std::string::npos;
    if (!may_be_cut || !more()) {
      end = size;
    } else {
      end = buffer_.find('<', size);
    }
  }
  token.kind = MarkupToken::Kind::text;
  token.text = std::string_view(buffer_).substr(at_, end - at_);
  move_to(end);
}

void MarkupScanner::scan_literal(MarkupToken& token) {
  static_cast<void>(has(kLiteralEnd.size()));
  const std::size_t end = buffer_.find(kLiteralEnd, at_);
  token.kind = MarkupToken::Kind::text;
  token.is_literal = true;
  const std::size_t held = ended_ ? 0 : kLiteralEnd.size() - 1;
  const std::size_t text_end = end == std::string::npos ? buffer_.size() - held : end;
  token.text = std::string_view(buffer_).substr(at_, text_end - at_);
  move_to(end == std::string::npos ? text_end : end + kLiteralEnd.size());
  if (end != std::string::npos) in_literal_ = false;
}

}  // namespace warraq::corpus
