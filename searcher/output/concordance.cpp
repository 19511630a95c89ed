#include "searcher/output/concordance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "searcher/engine/shown_date.h"
#include "searcher/output/csv_field.h"
#include "searcher/output/format.h"
#include "searcher/output/json_hit.h"
#include "warraq/analyzers/direction.h"
#include "warraq/analyzers/display_columns.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

std::string_view field_name(ConcordanceLine::Field field) {
  switch (field) {
    case ConcordanceLine::Field::title:
      return "title";
    case ConcordanceLine::Field::body:
      return "body";
    case ConcordanceLine::Field::beside:
      return "beside";
  }
  return "";
}

// The isolates of UAX #9 as bytes: in a literal they would turn the line around them.
constexpr std::array kRightToLeftIsolate = {'\xE2', '\x81', '\xA7'};  // U+2067
constexpr std::array kLeftToRightIsolate = {'\xE2', '\x81', '\xA6'};  // U+2066
constexpr std::array kPopIsolate = {'\xE2', '\x81', '\xA9'};          // U+2069

// For people: three columns, in the direction of the text, and in the direction of the terminal
// where it comes from. What stands before the keyword stands to its right where that reads from
// right to left; the keywords begin in one column.
class HumanPrinter final : public ConcordancePrinter {
 public:
  HumanPrinter(std::ostream& out, std::size_t words, HighlightMarks marks)
      : ConcordancePrinter(out),
        side_(std::clamp(words * kColumnsAWord, kLeastColumns, kMostColumns)),
        marks_(marks) {}

  void print(const ConcordanceLine& line) override {
    const std::string before = near_end(line.before);
    const std::size_t keyword_columns = analyzers::display_columns(line.keyword);
    const std::string after = near_beginning(line.after, keyword_columns);
    out() << directed(line, padding(before, side_) + directed(line, before) + ' ' +
                                directed(line, marked(line.keyword)) + ' ' + directed(line, after) +
                                padding(after, rest_beside(keyword_columns)))
          << "  " << origin(line.article) << '\n';
  }

  void finish(const ConcordanceEnd& end) override {
    if (end.counts.occurrences > 0) out() << '\n';
    out() << counted(end.counts.occurrences, "occurrence") << " in "
          << counted(end.counts.articles, "article");
    if (!end.complete) out() << ", and more in the " << with_separators(end.total) << " found";
    out() << '\n';
  }

 private:
  static constexpr std::size_t kColumnsAWord = 7;  // with its space: five letters and a half
  static constexpr std::size_t kLeastColumns = 7;
  static constexpr std::size_t kMostColumns = 200;
  static constexpr std::size_t kKeywordColumns = 10;

  static std::string directed(const ConcordanceLine& line, const std::string& text) {
    const auto& isolate = line.from_right ? kRightToLeftIsolate : kLeftToRightIsolate;
    std::string result(isolate.begin(), isolate.end());
    return (result += text).append(kPopIsolate.begin(), kPopIsolate.end());
  }

  static std::string padding(std::string_view text, std::size_t columns) {
    const std::size_t taken = analyzers::display_columns(text);
    return std::string(columns > taken ? columns - taken : 0, ' ');
  }

  [[nodiscard]] std::string marked(const std::string& keyword) const {
    return std::string(marks_.before) + keyword + std::string(marks_.after);
  }

  [[nodiscard]] std::size_t rest_beside(std::size_t keyword_columns) const {
    const std::size_t both = side_ + kKeywordColumns;
    return both > keyword_columns ? both - keyword_columns : 0;
  }

  [[nodiscard]] std::string near_end(const std::string& text) const {
    if (analyzers::display_columns(text) <= side_) return text;
    return "…" + std::string(analyzers::end_within_columns(text, side_ - 1));
  }

  [[nodiscard]] std::string near_beginning(const std::string& text,
                                           std::size_t keyword_columns) const {
    const std::size_t room = std::max(rest_beside(keyword_columns), kLeastColumns);
    if (analyzers::display_columns(text) <= room) return text;
    return std::string(analyzers::beginning_within_columns(text, room - 1)) + "…";
  }

  static std::string origin(const corpus::Article& article) {
    std::string result;
    for (const std::string& field : {shown_date(article.date), article.source, article.id}) {
      if (field.empty()) continue;
      if (!result.empty()) result += " · ";
      result += analyzers::isolate(field);
    }
    return result;
  }

  std::size_t side_;
  HighlightMarks marks_;
};

Json as_json(const ConcordanceLine& line) {
  Json object = {{"id", line.article.id}, {"field", field_name(line.field)}};
  if (line.field != ConcordanceLine::Field::beside) {
    object["range"] = Json::array({line.range.first, line.range.second});
  }
  object["before"] = line.before;
  object["keyword"] = line.keyword;
  object["after"] = line.after;
  object["date"] = shown_date(line.article.date);
  object["source"] = line.article.source;
  return object;
}

Json as_json(const ConcordanceEnd& end) {
  Json object = {{"occurrences", end.counts.occurrences},
                 {"articles", end.counts.articles},
                 {"total", end.total},
                 {"complete", end.complete}};
  if (!end.notes.empty()) object["notes"] = end.notes;
  return object;
}

class JsonLinesPrinter final : public ConcordancePrinter {
 public:
  using ConcordancePrinter::ConcordancePrinter;

  void print(const ConcordanceLine& line) override { out() << to_text(as_json(line)) << '\n'; }

  void finish(const ConcordanceEnd& end) override {
    Json summary = {{"type", "summary"}, {"version", kVersion}};
    summary.update(as_json(end));
    out() << to_text(summary) << '\n';
  }
};

// One object, whose lines are printed as they come: there may be more than memory holds.
class JsonPrinter final : public ConcordancePrinter {
 public:
  using ConcordancePrinter::ConcordancePrinter;

  void print(const ConcordanceLine& line) override {
    begin_line();
    out() << to_text(as_json(line));
  }

  void finish(const ConcordanceEnd& end) override {
    if (!begun_) begin();
    out() << "]," << to_text(as_json(end)).substr(1) << '\n';
  }

 private:
  void begin_line() {
    if (begun_) {
      out() << ',';
    } else {
      begin();
    }
  }

  void begin() {
    out() << R"({"version":)" << kVersion << R"(,"lines":[)";
    begun_ = true;
  }

  bool begun_ = false;
};

class CsvPrinter final : public ConcordancePrinter {
 public:
  explicit CsvPrinter(std::ostream& out) : ConcordancePrinter(out) {
    this->out() << "id,field,begin,end,before,keyword,after,date,source" << kCsvLineEnd;
  }

  void print(const ConcordanceLine& line) override {
    out() << csv_field(line.article.id) << ',' << field_name(line.field) << ',';
    if (line.field == ConcordanceLine::Field::beside) {
      out() << ',';
    } else {
      out() << line.range.first << ',' << line.range.second;
    }
    for (const std::string& text : {line.before, line.keyword, line.after,
                                    shown_date(line.article.date), line.article.source}) {
      out() << ',' << csv_field(text);
    }
    out() << kCsvLineEnd;
  }

  void finish(const ConcordanceEnd& /*end*/) override {}
};

}  // namespace

std::optional<std::string> note_on_nothing_shown(const ConcordanceEnd& end) {
  if (end.total == 0 || !end.complete || end.counts.occurrences > 0) return std::nullopt;
  return counted(end.total, "article") +
         " found, and no word or phrase of the query to be shown in them";
}

std::unique_ptr<ConcordancePrinter> make_concordance_printer(std::string_view format,
                                                             std::ostream& out, std::size_t words,
                                                             HighlightMarks marks) {
  if (format == "json") return std::make_unique<JsonPrinter>(out);
  if (format == "jsonl") return std::make_unique<JsonLinesPrinter>(out);
  if (format == "csv") return std::make_unique<CsvPrinter>(out);
  return std::make_unique<HumanPrinter>(out, words, marks);
}

ConcordanceEnd print_concordance(ConcordancePrinter& printer, Searcher& searcher,
                                 const Request& request, std::size_t words, std::uint64_t lines) {
  ConcordanceEnd end;
  end.counts = searcher.concordance(
      request, words,
      [&](const StreamStart& start) {
        end.total = start.total;
        end.notes = start.notes;
        for (std::string& note : searcher.notes_on_filters(request)) {
          end.notes.push_back(std::move(note));
        }
      },
      [&](const ConcordanceLine& line) {
        if (lines == 0) return end.complete = false;
        --lines;
        printer.print(line);
        return true;
      });
  if (auto note = note_on_nothing_shown(end)) end.notes.push_back(std::move(*note));
  printer.finish(end);
  return end;
}

}  // namespace warraq::searcher::output
