// JSON-LD: what a page says of its article to search engines (schema.org).
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// An article's properties as schema.org names them; empty where they are not given. Text is UTF-8
/// on one line, with character references resolved.
struct LinkedArticle {
  bool is_article = false;  ///< an object of a type of article was there
  std::string headline;
  std::string date_published;
  std::string date_created;
  std::string date_modified;
  std::string author;  ///< several joined by «، »
  std::string section;
  std::string publisher;
  std::string url;
  std::string body;
};

/// Reads one script of the type application/ld+json and adds what `article` does not have yet. The
/// first Article of any kind (NewsArticle, BlogPosting, …) counts, in arrays, @graph and at any
/// other place down to eight levels; failing that a WebPage's dates. Text that is no JSON gives
/// what can be found in it of the members by their names; more than 4 MB of it give nothing. Takes
/// time linear in the script.
void read_linked_data(std::string_view script, LinkedArticle& article);

}  // namespace warraq::corpus
