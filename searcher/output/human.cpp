// For people: each field isolated for direction, so that Arabic and Latin stand unharmed on one
// line.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/facets.h"
#include "searcher/output/highlight.h"
#include "searcher/output/json_hit.h"
#include "searcher/output/printers.h"
#include "searcher/output/suggestion.h"
#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

class HumanPrinter final : public AnswerPrinter {
 public:
  HumanPrinter(std::ostream& out, bool colour, bool total)
      : AnswerPrinter(out), marks_(highlight_marks(colour)), total_(total) {}

  void print(std::string_view query_id, const Answer& answer) override {
    if (!query_id.empty()) out() << analyzers::isolate(query_id) << "\n\n";
    if (answer.relaxed) out() << relaxed_line(answer) << "\n\n";
    for (const Hit& hit : answer.hits) print_hit(hit);
    print_for_people(out(), answer.facets);
    if (total_) print_total(answer);
    for (const std::string& line : suggestion_lines(answer)) out() << line << '\n';
  }

 private:
  void print_total(const Answer& answer) {
    if (answer.articles) {
      out() << counted(answer.total, "group") << " of near duplicates, "
            << counted(*answer.articles, "article") << '\n';
    } else {
      out() << (answer.total_is_exact ? "" : "about ") << counted(answer.total, "article") << '\n';
    }
  }

  void print_hit(const Hit& hit) {
    const corpus::Article& article = hit.article;
    out() << hit.rank << ". "
          << (article.title.empty() ? analyzers::isolate(article.id) : title_of(hit)) << '\n';
    print_origin(article);
    print_copies(hit);
    for (const Snippet& snippet : hit.snippets) {
      out() << "   " << highlighted(snippet, marks_) << '\n';
    }
    out() << '\n';
  }

  [[nodiscard]] std::string title_of(const Hit& hit) const {
    const std::string title = cut_for_people(hit.article.title);
    const bool is_cut = title.size() < hit.article.title.size();
    const std::size_t end = title.size() - (is_cut ? std::string_view("…").size() : 0);
    std::vector<ByteRange> shown = hit.title_highlights;
    std::erase_if(shown, [&](const ByteRange& range) { return range.second > end; });
    return highlighted(title, shown, marks_);
  }

  void print_origin(const corpus::Article& article) {
    std::string line;
    for (const std::string& field : {article.date, article.source, article.category, article.id}) {
      if (field.empty()) continue;
      if (!line.empty()) line += " · ";
      line += analyzers::isolate(cut_for_people(field));
    }
    out() << "   " << line << '\n';
  }

  void print_copies(const Hit& hit) {
    if (!hit.copies || hit.copies->articles == 0) return;
    const Copies& copies = *hit.copies;
    out() << "   also in ";
    if (copies.sources == 0) {
      out() << counted(copies.articles, "other article");
    } else {
      out() << counted(copies.sources, "other source") << ": "
            << names_of(copies, hit.article.source);
    }
    if (hit.duplicate_group) out() << " · --group " << group_digits(*hit.duplicate_group);
    out() << '\n';
  }

  static std::string names_of(const Copies& copies, std::string_view own) {
    std::set<std::string_view> names;
    for (const Copies::Copy& copy : copies.listed) names.insert(copy.source);
    std::string result;
    for (const std::string_view name : names) {
      if (name.empty() || name == own) continue;
      if (!result.empty()) result += ", ";
      result += analyzers::isolate(name);
    }
    if (copies.articles > copies.listed.size()) result += " …";
    return result;
  }

  HighlightMarks marks_;
  bool total_;
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_human_printer(std::ostream& out, bool colour, bool total) {
  return std::make_unique<HumanPrinter>(out, colour, total);
}

}  // namespace warraq::searcher::output
