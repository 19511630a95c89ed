#include "warraq/corpus/furniture.h"

#include <algorithm>

namespace warraq::corpus {

std::string_view furniture_source(const Article& article) {
  if (!article.source.empty()) return article.source;
  constexpr std::string_view kAfterScheme = "://";
  const std::string_view url = article.url;
  const std::size_t scheme = url.find(kAfterScheme);
  if (scheme != std::string_view::npos) {
    const std::size_t host = scheme + kAfterScheme.size();
    return url.substr(host, std::min(url.find_first_of("/?#", host), url.size()) - host);
  }
  const std::string_view id = article.id;
  const std::size_t record = id.rfind('#');
  if (record != std::string_view::npos) return id.substr(0, record);
  const std::size_t slash = id.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : id.substr(0, slash);
}

}  // namespace warraq::corpus
