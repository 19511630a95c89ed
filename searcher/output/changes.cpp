#include "searcher/output/changes.h"

#include <string>
#include <string_view>

#include "searcher/engine/shown_date.h"
#include "searcher/output/csv_field.h"
#include "searcher/output/format.h"
#include "searcher/output/json_hit.h"
#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

std::string_view name_of(Change change) {
  switch (change) {
    case Change::added:
      return "new";
    case Change::changed:
      return "changed";
    case Change::gone:
      return "gone";
  }
  return "";
}

class HumanPrinter final : public ChangesPrinter {
 public:
  using ChangesPrinter::ChangesPrinter;

  void print(const ChangedArticle& changed) override {
    constexpr std::size_t kWidth = 9;
    const std::string_view name = name_of(changed.change);
    out() << name << std::string(kWidth - name.size(), ' ');
    if (changed.article != nullptr) {
      const corpus::Article& article = changed.article->article;
      for (const std::string& field : {shown_date(article.date), article.source, article.title}) {
        if (!field.empty()) out() << analyzers::isolate(field) << " · ";
      }
    }
    out() << analyzers::isolate(changed.id) << '\n';
  }

  void finish(const Changes& changes, const SavedHeader& saved) override {
    if (changes.added + changes.changed + changes.gone > 0) out() << '\n';
    out() << with_separators(changes.added) << " new, " << with_separators(changes.changed)
          << " changed, " << with_separators(changes.gone) << " gone since "
          << analyzers::displayable(saved.saved) << ": " << counted(changes.now, "article") << ", "
          << with_separators(changes.then) << " then\n";
  }
};

class JsonLinesPrinter final : public ChangesPrinter {
 public:
  using ChangesPrinter::ChangesPrinter;

  void print(const ChangedArticle& changed) override {
    Json object = {{"change", name_of(changed.change)}, {"id", changed.id}};
    if (changed.article != nullptr) {
      const corpus::Article& article = changed.article->article;
      object["title"] = article.title;
      object["date"] = shown_date(article.date);
      object["source"] = article.source;
      object["url"] = article.url;
    }
    out() << to_text(object) << '\n';
  }

  void finish(const Changes& changes, const SavedHeader& saved) override {
    out() << to_text({{"type", "summary"},
                      {"version", kVersion},
                      {"saved", saved.saved},
                      {"then", changes.then},
                      {"now", changes.now},
                      {"new", changes.added},
                      {"changed", changes.changed},
                      {"gone", changes.gone},
                      {"archive_changed", changes.archive_changed},
                      {"analyser_changed", changes.analyser_changed}})
          << '\n';
  }
};

class CsvPrinter final : public ChangesPrinter {
 public:
  explicit CsvPrinter(std::ostream& out) : ChangesPrinter(out) {
    out << "change,id,title,date,source,url" << kCsvLineEnd;
  }

  void print(const ChangedArticle& changed) override {
    static const corpus::Article kNone;
    const corpus::Article& article = changed.article != nullptr ? changed.article->article : kNone;
    out() << name_of(changed.change) << ',' << csv_field(changed.id);
    for (const std::string& field :
         {article.title, shown_date(article.date), article.source, article.url}) {
      out() << ',' << csv_field(field);
    }
    out() << kCsvLineEnd;
  }

  void finish(const Changes& /*changes*/, const SavedHeader& /*saved*/) override {}
};

}  // namespace

std::unique_ptr<ChangesPrinter> make_changes_printer(std::string_view format, std::ostream& out) {
  if (format == "jsonl") return std::make_unique<JsonLinesPrinter>(out);
  if (format == "csv") return std::make_unique<CsvPrinter>(out);
  return std::make_unique<HumanPrinter>(out);
}

}  // namespace warraq::searcher::output
