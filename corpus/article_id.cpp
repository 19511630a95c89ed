#include "corpus/article_id.h"

#include <xxhash.h>

#include <algorithm>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

bool names_a_page(std::string_view fragment) {
  return fragment.starts_with('!') || fragment.starts_with('/');
}

/// One past the scheme and host of `url`; 0 where it has none.
std::size_t lower_case_end(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return 0;
  return std::min(url.find_first_of("/?#", scheme + 3), url.size());
}

// XXH3 with 128 bits: two of a billion articles meet with a probability of 10^-21.
std::string content_hash(const Article& article) {
  const std::string json = to_json(article);
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(json.data(), json.size()));
  std::string digits;
  for (const unsigned char byte : canonical.digest) {
    append_hexadecimal(digits, byte);
  }
  return digits;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  url = trimmed(url);
  const std::size_t fragment = url.find('#');
  if (fragment != std::string_view::npos && !names_a_page(url.substr(fragment + 1))) {
    url = url.substr(0, fragment);
  }
  const std::size_t end = lower_case_end(url);
  return lower_ascii(url.substr(0, end)).append(url.substr(end));
}

std::string article_id(const Article& article, const ArticlePlace& place) {
  const std::string_view given = trimmed(article.id);
  if (!given.empty()) return std::string(given);
  std::string url = canonical_url(article.url);
  if (!url.empty()) return url;
  if (place.relative_path.empty()) return "content:" + content_hash(article);
  std::string path(place.relative_path);
  return place.record == 0 ? path : path + '#' + std::to_string(place.record);
}

}  // namespace warraq::corpus
