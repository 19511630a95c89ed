#include "corpus/html/body.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/html/phrases.h"
#include "corpus/html/text.h"
#include "warraq/analyzers/date.h"

namespace warraq::corpus {
namespace {

constexpr std::uint32_t kParagraph = 80;   ///< characters of a line that is surely running text
constexpr std::uint32_t kSentence = 40;    ///< the same of one with a sentence's punctuation
constexpr std::uint32_t kHeadline = 25;    ///< a link as long as this is another article's headline
constexpr std::uint32_t kShortPart = 250;  ///< no more is in an element that is a date or a byline
constexpr std::uint32_t kShortLine = 120;  ///< a date's or a byline's line
constexpr std::uint32_t kLongCaption = 500;
constexpr std::size_t kNodesOfPart = 20;  ///< no more are in a date or a byline
constexpr std::size_t kBytesOfPart = 250;
constexpr std::size_t kManyTexts = 50;   ///< dates and bylines that are looked at
constexpr std::size_t kLinesAbove = 6;   ///< of the text, where a date may stand without a name
constexpr std::uint32_t kDateLine = 60;  ///< characters of such a line

enum class Role : std::uint8_t { text, left_out, caption, about };

/// A range of lines, one past the last.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, const PageLines& page, std::string_view title)
      : tree_(tree), page_(page), title_(title), roles_(page.lines.size(), Role::text) {}
  PageText find();

 private:
  void number_lines();
  void sum_characters();
  void find_anchors();
  void judge_parts();
  void judge_part(const HintedNode& part);
  void judge_lines();
  void weigh();
  [[nodiscard]] double weight_of(std::size_t index) const;
  [[nodiscard]] bool is_linked(std::size_t index) const;
  [[nodiscard]] bool is_running_text(const HtmlLine& line) const;
  [[nodiscard]] Range lines_in(std::uint32_t node) const;
  [[nodiscard]] std::uint64_t text_in_range(Range range) const;
  [[nodiscard]] std::uint32_t find_container();
  [[nodiscard]] Range trimmed_range(Range range) const;
  void collect(Range range);
  void collect_around(Range body);
  void collect_part(const HintedNode& part, Range body);
  [[nodiscard]] std::string name_in(std::uint32_t node) const;
  [[nodiscard]] static std::size_t distance_of(std::size_t line, Range body);
  [[nodiscard]] bool is_above_text(const HtmlLine& line) const;
  [[nodiscard]] std::vector<std::size_t> kept_lines(Range range) const;

  const HtmlTree& tree_;
  const PageLines& page_;
  std::string_view title_;
  std::vector<Role> roles_;
  std::vector<std::uint32_t>
      first_line_;  ///< of each node: the first line that begins in it or later
  std::vector<std::uint64_t> text_before_;  ///< characters of running text in the lines before each
  std::vector<std::uint64_t> all_before_;   ///< all characters
  std::vector<double> weight_before_;
  std::vector<bool> has_running_text_;  ///< of nodes: whether a line of it, not deeper, is that
  std::vector<std::uint32_t> anchors_;  ///< <h1>, and articleBody: what is around is no furniture
  std::vector<std::uint32_t> bodies_;   ///< articleBody
  std::vector<bool> content_;           ///< of nodes: named as the article's text
  PageText found_;
};

PageText BodyFinder::find() {
  if (page_.lines.empty()) return {};
  number_lines();
  sum_characters();
  find_anchors();
  judge_parts();
  judge_lines();
  weigh();
  const Range body = trimmed_range(lines_in(find_container()));
  collect(body);
  collect_around(body);
  return std::move(found_);
}

bool BodyFinder::is_running_text(const HtmlLine& line) const {
  const std::uint32_t text = line.characters - line.linked;
  if (line.linked * 2 > line.characters) return false;
  return text >= kParagraph || (text >= kSentence && is_sentence(page_.text_of(line)));
}

bool BodyFinder::is_linked(std::size_t index) const {
  const HtmlLine& line = page_.lines[index];
  return line.linked * 2 > line.characters;
}

void BodyFinder::number_lines() {
  first_line_.reserve(tree_.size() + 1);
  std::uint32_t line = 0;
  for (std::uint32_t node = 0; node <= tree_.size(); ++node) {
    while (line < page_.lines.size() && page_.lines[line].node < node) ++line;
    first_line_.push_back(line);
  }
}

void BodyFinder::sum_characters() {
  has_running_text_.resize(tree_.size());
  text_before_.reserve(page_.lines.size() + 1);
  text_before_.push_back(0);
  all_before_.reserve(page_.lines.size() + 1);
  all_before_.push_back(0);
  for (const HtmlLine& line : page_.lines) {
    const bool running = is_running_text(line);
    if (running) has_running_text_[line.block] = true;
    text_before_.push_back(text_before_.back() + (running ? line.characters - line.linked : 0));
    all_before_.push_back(all_before_.back() + line.characters);
  }
}

Range BodyFinder::lines_in(std::uint32_t node) const {
  return {first_line_[node], first_line_[tree_[node].end]};
}

std::uint64_t BodyFinder::text_in_range(Range range) const {
  return text_before_[range.end] - text_before_[range.begin];
}

void BodyFinder::find_anchors() {
  for (std::uint32_t node = 0; node < tree_.size(); ++node) {
    if (tree_[node].tag == Tag::h1) anchors_.push_back(node);
  }
  content_.resize(tree_.size());
  for (const HintedNode& part : page_.hinted) {
    if (part.hints.content || part.hints.article_body) content_[part.node] = true;
    if (!part.hints.article_body) continue;
    bodies_.push_back(part.node);
    anchors_.push_back(part.node);
  }
  std::sort(anchors_.begin(), anchors_.end());
}

void BodyFinder::judge_parts() {
  for (const HintedNode& part : page_.hinted) judge_part(part);
}

/// What is left out stays so; parts in parts add nothing that is not bounded by the page's depth.
void BodyFinder::judge_part(const HintedNode& part) {
  const Hints& hints = part.hints;
  const Range range = lines_in(part.node);
  const std::uint64_t all = all_before_[range.end] - all_before_[range.begin];
  const auto give = [&](Role role) {
    for (std::size_t line = range.begin; line < range.end; ++line) {
      if (roles_[line] != Role::left_out) roles_[line] = role;
    }
  };
  if (range.begin == range.end || roles_[range.begin] == Role::left_out) return;
  const bool named_text = hints.content || hints.article_body;
  if (hints.comments || ((hints.hidden || hints.furniture) && !named_text)) {
    // A name that stands for most of the page, or for what holds the headline, says something else.
    const auto anchor = std::lower_bound(anchors_.begin(), anchors_.end(), part.node);
    const bool holds_anchor = anchor != anchors_.end() && *anchor < tree_[part.node].end;
    const bool most = text_in_range(range) * 2 > text_before_.back();
    if (!holds_anchor && (!most || hints.comments)) return give(Role::left_out);
  }
  if (hints.caption && all <= kLongCaption) return give(Role::caption);
  if (all > kShortPart) return;
  if (hints.date || hints.modified || hints.byline || hints.about) give(Role::about);
}

/// What a line says of itself, and the heading above links.
void BodyFinder::judge_lines() {
  for (std::size_t index = 0; index < roles_.size(); ++index) {
    const HtmlLine& line = page_.lines[index];
    if (line.characters > kShortLine && roles_[index] == Role::about) roles_[index] = Role::text;
    if (roles_[index] != Role::text) continue;
    const std::string_view text = page_.text_of(line);
    const bool furniture =
        line.policy_link || is_disclaimer(text) ||
        ((line.characters < kSentence || is_linked(index)) && leads_to_others(text));
    if (furniture) roles_[index] = Role::left_out;
  }
}

double BodyFinder::weight_of(std::size_t index) const {
  const HtmlLine& line = page_.lines[index];
  if (roles_[index] != Role::text) return 0;
  const double text = line.characters - line.linked;
  if (is_linked(index)) return -(10 + 0.3 * line.linked);
  if (is_running_text(line)) return text;
  // A short line beside paragraphs of the same kind: direct speech, a heading, a last word.
  if (has_running_text_[line.block]) return 0.5 * text;
  switch (line.tag) {
    case Tag::p:
    case Tag::blockquote:
      return line.linked == 0 ? 0.3 * text : 0;
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::li:
    case Tag::pre:
      return 0;
    default:
      return -10;
  }
}

void BodyFinder::weigh() {
  weight_before_.reserve(roles_.size() + 1);
  weight_before_.push_back(0);
  for (std::size_t index = 0; index < roles_.size(); ++index) {
    weight_before_.push_back(weight_before_.back() + weight_of(index));
  }
}

std::uint32_t BodyFinder::find_container() {
  constexpr double kNamed = 1.25;  // what a name for the article's text is worth
  constexpr double kArticle = 1.1;
  constexpr double kEnough = 0.7;
  const auto weight = [&](std::uint32_t node) {
    const Range range = lines_in(node);
    return weight_before_[range.end] - weight_before_[range.begin];
  };
  std::uint32_t best = 0;
  double most = weight(0);
  for (std::uint32_t node = 1; node < tree_.size(); ++node) {
    if (tree_[node].tag == Tag::text || tree_[node].end == node + 1) continue;
    const double factor = content_[node] ? kNamed
                          : tree_[node].tag == Tag::article || tree_[node].tag == Tag::main
                              ? kArticle
                              : 1.0;
    const double value = weight(node) * factor;
    if (value >= most) {  // of two alike the inner one
      most = value;
      best = node;
    }
  }
  for (const std::uint32_t body : bodies_) {
    if (weight(body) >= kEnough * weight(best)) return body;
  }
  return best;
}

/// The part of `range` whose weight is most: what hangs on at either end is cut off.
Range BodyFinder::trimmed_range(Range range) const {
  Range best{range.begin, range.begin};
  double most = 0;
  std::size_t lowest = range.begin;
  for (std::size_t end = range.begin + 1; end <= range.end; ++end) {
    if (weight_before_[end - 1] < weight_before_[lowest]) lowest = end - 1;
    const double weight = weight_before_[end] - weight_before_[lowest];
    if (weight > most) {
      most = weight;
      best = {lowest, end};
    }
  }
  return best;
}

/// What stands between a page's head and its first paragraph: the headline, and a date alone.
bool BodyFinder::is_above_text(const HtmlLine& line) const {
  const std::string_view text = page_.text_of(line);
  return same_words(text, title_) ||
         (line.characters <= kDateLine && analyzers::find_date(text).has_value());
}

/// The lines of the text: without links alone, and without headings that nothing stays under.
std::vector<std::size_t> BodyFinder::kept_lines(Range range) const {
  std::vector<std::size_t> kept;
  bool dropped_since = false;
  bool begun = false;
  for (std::size_t index = range.begin; index < range.end; ++index) {
    const HtmlLine& line = page_.lines[index];
    const bool heading = kind_of(line.tag).heading;
    if (heading && dropped_since && !kept.empty() &&
        kind_of(page_.lines[kept.back()].tag).heading) {
      kept.pop_back();
    }
    const bool above = !begun && is_above_text(line);
    begun = begun || (is_running_text(line) && !above);
    if (roles_[index] != Role::text || is_linked(index) || above) {
      dropped_since = dropped_since || is_linked(index);
      continue;
    }
    kept.push_back(index);
    dropped_since = false;
  }
  while (!kept.empty() && kind_of(page_.lines[kept.back()].tag).heading) kept.pop_back();
  return kept;
}

void BodyFinder::collect(Range range) {
  for (const std::size_t index : kept_lines(range)) {
    const HtmlLine& line = page_.lines[index];
    if (!found_.body.empty()) found_.body += '\n';
    found_.body += page_.text_of(line);
    found_.characters += line.characters - line.linked;
    found_.paragraphs += is_running_text(line) ? 1U : 0U;
  }
  for (std::size_t index = range.begin; index < range.end; ++index) {
    if (roles_[index] != Role::text || !is_linked(index)) continue;
    found_.headlines += page_.lines[index].linked >= kHeadline ? 1U : 0U;
  }
}

/// Captions up to the text's end, dates and bylines anywhere.
void BodyFinder::collect_around(Range body) {
  for (std::size_t index = 0; index < body.end; ++index) {
    if (roles_[index] != Role::caption) continue;
    const std::string_view text = page_.text_of(page_.lines[index]);
    const Caption caption = caption_of(text, CaptionPlace::above_body);
    found_.captions.add(caption.credit.empty() ? Caption{text, {}} : caption);
  }
  for (const HintedNode& part : page_.hinted) collect_part(part, body);
  const std::size_t begin = body.begin - std::min(body.begin, kLinesAbove);
  for (std::size_t index = begin; index < std::min(body.begin + 2, body.end); ++index) {
    const HtmlLine& line = page_.lines[index];
    const std::string_view text = page_.text_of(line);
    if (line.characters > kDateLine || !analyzers::find_date(text)) continue;
    found_.dates.push_back({std::string(text), distance_of(index, body), false});
  }
}

/// How far a line is from the text, in lines; one after it counts as farther.
std::size_t BodyFinder::distance_of(std::size_t line, Range body) {
  constexpr std::size_t kAfter = 20;
  if (line < body.begin) return body.begin - line;
  return line < body.end ? 0 : line - body.end + kAfter;
}

/// A byline's name, where it is not alone: its first line that is more than «بقلم».
std::string BodyFinder::name_in(std::uint32_t node) const {
  if (!kind_of(tree_[node].tag).block) return text_in(tree_, node);
  const Range range = lines_in(node);
  for (std::size_t line = range.begin; line < range.end; ++line) {
    const std::string_view text = page_.text_of(page_.lines[line]);
    if (!without_by(text).empty()) return std::string(text);
  }
  return {};
}

void BodyFinder::collect_part(const HintedNode& part, Range body) {
  const bool date = part.hints.date || part.hints.modified;
  if (!date && !part.hints.byline) return;
  if (tree_[part.node].end - part.node > kNodesOfPart) return;
  // The line that it stands in may begin before it.
  const std::size_t after = first_line_[tree_[part.node].end];
  if (after == 0 || roles_[after - 1] == Role::left_out) return;
  std::vector<NearText>& found = date ? found_.dates : found_.bylines;
  if (found.size() >= kManyTexts) return;
  std::string text = date ? text_in(tree_, part.node) : name_in(part.node);
  if (text.size() > kBytesOfPart || text.empty() || (date && !analyzers::find_date(text))) return;
  found.push_back({std::move(text), distance_of(after - 1, body), part.hints.modified});
}

}  // namespace

PageText find_page_text(const HtmlTree& tree, const PageLines& page, std::string_view title) {
  return BodyFinder(tree, page, title).find();
}

}  // namespace warraq::corpus
