#include "corpus/readers/usual_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "warraq/analyzers/analyzer.h"

namespace warraq::corpus {
namespace {

struct Names {
  std::string_view field;
  std::string_view names;  ///< between commas, the first the most to the point
};

// French names are those of exports from the Maghreb. "description" and its like are missing: they
// are summaries more often than not, and stay as extra fields.
constexpr std::array<Names, 9> kNames{{
    {"title",
     "title,headline,head,heading,article title,news title,post title,subject,"
     "عنوان,عنوان الخبر,عنوان المقال,عنوان رئيسي,titre"},
    {"body",
     "body,text,content,article,story,article body,article text,full text,post content,"
     "نص,متن,محتوى,نص الخبر,نص المقال,متن الخبر,محتوى الخبر,نص كامل,texte,contenu,corps"},
    {"date",
     "date,pubdate,published,published at,published date,publish date,publication date,"
     "date published,date time,post date,تاريخ,تاريخ النشر,تاريخ الخبر,تاريخ المقال,نشر في"},
    {"source", "source,newspaper,publisher,outlet,مصدر,صحيفة,جريدة,موقع,journal"},
    {"category", "category,section,topic,قسم,باب,تصنيف,فئة,rubrique"},
    {"author",
     "author,authors,byline,writer,creator,post author,"
     "كاتب,مؤلف,بقلم,محرر,كاتب المقال,auteur"},
    {"agency", "agency,news agency,wire,وكالة,وكالة الأنباء,agence"},
    {"url", "url,link,uri,permalink,canonical url,رابط,رابط الخبر,رابط المقال,lien"},
    {"id", "id,identifier,guid,article id,doc id,معرف,رقم,رقم الخبر,رقم المقال"},
}};

/// No usual name is as long.
constexpr std::size_t kLongestName = 128;

/// The words of a name as the analyser normalises them, without ال before them, joined.
std::string normalised_name(std::string_view name) {
  static const analyzers::Analyzer analyzer;
  constexpr std::string_view kArticle = "ال";
  constexpr std::size_t kShortestWord = 2 * kArticle.size();
  std::string spaced(name);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  analyzers::Analysis analysis;
  analyzer.analyze(spaced, analysis);
  std::string joined;
  for (const analyzers::Token& token : analysis.tokens()) {
    if (token.joined) continue;
    std::string_view word = token.normalised;
    if (word.starts_with(kArticle) && word.size() >= kShortestWord) {
      word.remove_prefix(kArticle.size());
    }
    joined += word;
  }
  return joined;
}

std::unordered_map<std::string, UsualName> table() {
  std::unordered_map<std::string, UsualName> names;
  for (const Names& field : kNames) {
    std::string_view rest = field.names;
    for (std::size_t rank = 0; !rest.empty(); ++rank) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      names.try_emplace(normalised_name(rest.substr(0, end)), UsualName{field.field, rank});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return names;
}

}  // namespace

std::optional<UsualName> usual_name(std::string_view name) {
  static const std::unordered_map<std::string, UsualName> names = table();
  if (name.size() > kLongestName) return std::nullopt;
  const auto found = names.find(normalised_name(name));
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace warraq::corpus
