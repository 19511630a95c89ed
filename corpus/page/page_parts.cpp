#include "corpus/page/page_parts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/article/extra.h"
#include "corpus/article/text.h"
#include "corpus/page/caption.h"
#include "corpus/page/controls.h"
#include "corpus/page/date_line.h"
#include "corpus/page/headline.h"
#include "warraq/corpus/credits.h"

namespace warraq::corpus {
namespace {

/// A line as long as this is a paragraph and no title.
constexpr std::size_t kTitleCharacters = 200;

/// A text of more lines is a list, not a page, and is read as it stands.
constexpr std::ptrdiff_t kMostLines = 100'000;

constexpr std::string_view kWhiteSpace = " \t\v\f\n";

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // no continuation byte
  }));
}

/// `text` without blank lines around it; the first line keeps its indentation.
std::string_view without_blank_lines_around(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kWhiteSpace);
  if (first == std::string_view::npos) return {};
  text = text.substr(0, text.find_last_not_of(kWhiteSpace) + 1);
  const std::size_t line_feed = text.substr(0, first).rfind('\n');
  return line_feed == std::string_view::npos ? text : text.substr(line_feed + 1);
}

/// A page that has nothing but a title, perhaps, and a text.
Article plain_page(std::string_view text) {
  Article article;
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view first_line = trimmed(text.substr(0, end));
  const std::string_view rest = without_blank_lines_around(text.substr(end));
  if (rest.empty() || count_characters(first_line) >= kTitleCharacters) {
    article.body = text;
  } else {
    article.title = first_line;
    article.body = rest;
  }
  return article;
}

enum class Part { blank, title, date, credit, caption, control, text };

struct Line {
  std::string_view text;
  Part part = Part::text;
};

/// Whether `line` belongs to the text. The first line is a title unless it is long.
bool is_paragraph(std::string_view line, bool first) {
  line = without_blanks_around(line);
  const bool sentence = line.ends_with('.') || line.ends_with("؛") || line.ends_with("،");
  return (sentence && !first) || count_characters(line) >= kTitleCharacters;
}

/// Reads a page's lines from the top: its head to the first paragraph, then the text below.
class PageReader {
 public:
  explicit PageReader(std::string_view text) { split(text); }

  /// Tells each line's part; whether there is any that only saved pages have.
  bool read() {
    const std::size_t body = read_head();
    for (std::size_t at = body; at < lines_.size(); ++at) {
      if (lines_[at].part == Part::text) read_below(lines_[at]);
    }
    if (!saved_page_) return false;
    choose_title(body);
    return true;
  }

  [[nodiscard]] Article article() {
    article_.body = body();
    set_extra(article_, "kicker", kicker_);
    set_extra(article_, "caption", captions_.texts);
    set_extra(article_, "caption_credit", captions_.credits);
    set_extra(article_, "dateline", dateline_);
    set_extra(article_, "place", credits_.place);
    article_.author = credits_.author;
    for (const std::string& agency : credits_.agencies)
      add(article_.agency, agency, kAgencySeparator);
    return std::move(article_);
  }

 private:
  static void add(std::string& list, std::string_view one, std::string_view separator) {
    if (one.empty()) return;
    if (!list.empty()) list += separator;
    list += one;
  }

  void split(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      lines_.push_back({line, is_blank(line) ? Part::blank : Part::text});
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  /// Where the first paragraph stands.
  std::size_t read_head() {
    bool first =
        true;  // the first line may be a title with its site after a bar, and is no caption
    std::size_t at = 0;
    for (; at < lines_.size(); ++at) {
      Line& line = lines_[at];
      if (line.part == Part::blank) continue;
      read_head_line(line, first);
      if (line.part == Part::text && is_paragraph(line.text, first)) break;
      if (line.part == Part::text) first = false;
    }
    return at;
  }

  void read_head_line(Line& line, bool first) {
    if (is_control_line(line.text)) {
      line.part = Part::control;
    } else if (const auto date = date_of_line(line.text)) {
      line.part = Part::date;
      if (article_.date.empty()) article_.date = *date;
    } else if (!first && take_caption(line.text, CaptionPlace::above_body)) {
      line.part = Part::caption;
    } else if (!first && take_credit(line.text)) {
      line.part = Part::credit;
    }
    saved_page_ = saved_page_ || line.part != Part::text;
  }

  void read_below(Line& line) {
    if (is_control_line(line.text)) line.part = Part::control;
    if (line.part == Part::text && take_caption(line.text, CaptionPlace::in_body)) {
      line.part = Part::caption;
    }
    saved_page_ = saved_page_ || line.part != Part::text;
  }

  bool take_credit(std::string_view line) {
    Credits found = credits_;
    if (!read_credit_line(line, found)) return false;
    if (found.agencies != credits_.agencies || found.place != credits_.place) {
      add(dateline_, without_blanks_around(line), "\n");
    }
    credits_ = std::move(found);
    return true;
  }

  bool take_caption(std::string_view line, CaptionPlace place) {
    const Caption caption = caption_of(line, place);
    if (caption.credit.empty()) return false;
    captions_.add(caption);
    return true;
  }

  /// The title is among the first lines of text that stand together in the head, before `body`.
  void choose_title(std::size_t body) {
    std::vector<Line*> candidates;
    for (std::size_t at = 0; at < body && candidates.size() < 2; ++at) {
      Line& line = lines_[at];
      if (line.part == Part::text) candidates.push_back(&line);
      if (line.part != Part::text && line.part != Part::blank && !candidates.empty()) break;
    }
    if (candidates.empty()) return;
    if (candidates.size() == 2) {
      const std::string_view lead = body < lines_.size() ? lines_[body].text : std::string_view{};
      const bool second = second_is_headline(candidates[0]->text, candidates[1]->text, lead);
      if (second) std::swap(candidates[0], candidates[1]);
      kicker_ = without_blanks_around(candidates[1]->text);
      candidates[1]->part = Part::title;
    }
    article_.title = without_blanks_around(candidates[0]->text);
    candidates[0]->part = Part::title;
  }

  /// The lines of text, with the blank lines between them; where something was taken out, one.
  [[nodiscard]] std::string body() const {
    std::string text;
    bool taken_out = false;
    for (const Line& line : lines_) {
      const bool kept = line.part == Part::text || line.part == Part::blank;
      taken_out = taken_out || !kept;
      if (!kept || (line.part == Part::blank && taken_out && text.ends_with("\n\n"))) continue;
      taken_out = taken_out && line.part == Part::blank;
      text += line.text;
      text += '\n';
    }
    return std::string(without_blank_lines_around(text));
  }

  std::vector<Line> lines_;
  bool saved_page_ = false;
  Article article_;
  Credits credits_;
  std::string kicker_;
  std::string dateline_;
  CaptionFields captions_;
};

}  // namespace

Article article_of_page(std::string_view text) {
  text = without_blank_lines_around(text);
  if (std::count(text.begin(), text.end(), '\n') > kMostLines) return plain_page(text);
  PageReader page(text);
  if (!page.read()) return plain_page(text);
  Article article = page.article();
  const bool nothing_left = is_blank(article.title) && is_blank(article.body);
  return nothing_left ? plain_page(text) : article;
}

}  // namespace warraq::corpus
