#include "searcher/output/changes.h"

#include <string>
#include <string_view>

#include "searcher/engine/shown_date.h"
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

}  // namespace

void print_change_for_people(std::ostream& out, const ChangedArticle& changed) {
  constexpr std::size_t kWidth = 9;
  const std::string_view name = name_of(changed.change);
  out << name << std::string(kWidth - name.size(), ' ');
  if (changed.article != nullptr) {
    const corpus::Article& article = changed.article->article;
    for (const std::string& field : {shown_date(article.date), article.source, article.title}) {
      if (!field.empty()) out << analyzers::isolate(field) << " · ";
    }
  }
  out << analyzers::isolate(changed.id) << '\n';
}

void print_change_as_json(std::ostream& out, const ChangedArticle& changed) {
  Json object = {{"change", name_of(changed.change)}, {"id", changed.id}};
  if (changed.article != nullptr) {
    const corpus::Article& article = changed.article->article;
    object["title"] = article.title;
    object["date"] = shown_date(article.date);
    object["source"] = article.source;
    object["url"] = article.url;
  }
  out << to_text(object) << '\n';
}

void print_changes_for_people(std::ostream& out, const Changes& changes,
                              const SavedHeader& saved) {
  if (changes.added + changes.changed + changes.gone > 0) out << '\n';
  out << with_separators(changes.added) << " new, " << with_separators(changes.changed)
      << " changed, " << with_separators(changes.gone) << " gone since "
      << analyzers::displayable(saved.saved) << ": " << counted(changes.now, "article") << ", "
      << with_separators(changes.then) << " then\n";
}

void print_changes_as_json(std::ostream& out, const Changes& changes, const SavedHeader& saved) {
  out << to_text({{"type", "summary"},
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

}  // namespace warraq::searcher::output
