// What an article is, and the JSON it is exchanged and stored as.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/corpus/text_range.h"
#include "warraq/export.h"

namespace warraq::corpus {

/// A field that came along with an article and means nothing to Warraq: kept and given back.
struct ExtraField {
  std::string name;
  std::string json;  ///< the value as compact JSON text
  bool operator==(const ExtraField&) const = default;
};

/// One article. All text is valid UTF-8; an empty string is a field that was not given.
struct Article {
  std::string id;  ///< never empty once read; identifies the article through replacements
  std::string title;
  std::string body;
  std::string date;  ///< as given; analyzers::read_date() says what day it is
  std::string source;
  std::string category;
  std::string author;
  std::string agency;
  std::string url;
  std::vector<ExtraField> extra;  ///< in the order given, names unique
  /// Parts of the body that belong to the page and not to the article: kept, but neither searched
  /// nor quoted. In order, apart from one another, cut between characters.
  std::vector<TextRange> furniture;
  bool operator==(const Article&) const = default;
};

/// The bytes of all the article's fields, the extra ones with their names.
[[nodiscard]] WARRAQ_EXPORT std::size_t bytes_of(const Article& article);

/// What is searched and quoted besides the title: the body, in which furniture is overwritten with
/// line feeds so that everything else keeps its place, and behind it on lines of their own what the
/// page had beside it, the texts of the extra fields `kicker` and `caption`. The view is of the
/// article or of `buffer`.
[[nodiscard]] WARRAQ_EXPORT std::string_view searched_text(const Article& article,
                                                           std::string& buffer);

/// One JSON object on one line, known fields first in the order above, empty ones left out, then
/// the extra fields, then furniture, as `page_furniture`: [[begin,end],…]. ArticleParser gives the
/// same article back.
[[nodiscard]] WARRAQ_EXPORT std::string to_json(const Article& article);

/// What parse_article found in one JSON text: an article (its id may still be empty), or the reason
/// why it is none.
struct ParsedArticle {
  std::optional<Article> article;
  std::string reason;                  ///< set where there is no article
  std::size_t replaced_sequences = 0;  ///< invalid UTF-8 sequences replaced by U+FFFD
};

/// Reads articles from JSON texts one at a time, keeping its buffers, a few megabytes at most; a
/// text of n bytes needs up to 14 n while it is read. Not to be shared by threads.
class WARRAQ_EXPORT ArticleParser {
 public:
  ArticleParser();
  ArticleParser(const ArticleParser&) = delete;
  ArticleParser& operator=(const ArticleParser&) = delete;
  ~ArticleParser();

  /// Never throws for bad input. A title or a body is required; known fields must be strings or
  /// null (numbers are taken for id and date); a reason says which field was wrong and what it
  /// held, or near which byte the text is no JSON. Of two members of one name the last counts. NUL
  /// characters become spaces, halves of surrogate pairs U+FFFD; extra values keep their meaning
  /// whatever their size. A member `page_furniture` that fits the body is taken for that; any other
  /// is an extra field.
  [[nodiscard]] ParsedArticle parse(std::string_view json);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace warraq::corpus
