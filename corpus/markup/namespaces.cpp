#include "corpus/markup/namespaces.h"

#include <algorithm>
#include <array>

#include "corpus/markup/attributes.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kMostPrefixes = 256;

struct NamedVocabulary {
  std::string_view name;
  Vocabulary vocabulary;
};

/// By how URIs begin; of two that fit the first counts.
constexpr std::array<NamedVocabulary, 13> kUris{
    {{"http://purl.org/dc/elements/", Vocabulary::dublin_core},
     {"http://purl.org/dc/terms/", Vocabulary::dublin_core},
     {"http://purl.org/rss/1.0/modules/content/", Vocabulary::content},
     {"http://purl.org/rss/1.0/modules/", Vocabulary::other},
     {"http://search.yahoo.com/mrss", Vocabulary::media},
     {"http://www.w3.org/2005/Atom", Vocabulary::own},
     {"http://purl.org/atom/ns#", Vocabulary::own},
     {"http://purl.org/rss/1.0/", Vocabulary::own},
     {"http://my.netscape.com/rdf/", Vocabulary::own},
     {"http://iptc.org/std/", Vocabulary::own},
     {"http://www.tei-c.org/ns/", Vocabulary::own},
     {"http://www.w3.org/1999/xhtml", Vocabulary::own},
     {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", Vocabulary::own}}};

constexpr std::array<NamedVocabulary, 5> kUsualPrefixes{{{"dc", Vocabulary::dublin_core},
                                                         {"dcterms", Vocabulary::dublin_core},
                                                         {"content", Vocabulary::content},
                                                         {"media", Vocabulary::media},
                                                         {"rdf", Vocabulary::own}}};

template <std::size_t size, typename Matches>
Vocabulary vocabulary_of(const std::array<NamedVocabulary, size>& known, Matches matches) {
  const auto* found = std::find_if(known.begin(), known.end(), matches);
  return found == known.end() ? Vocabulary::other : found->vocabulary;
}

}  // namespace

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void Namespaces::learn(std::string_view attributes) {
  constexpr std::string_view kDeclaration = "xmlns:";
  if (attributes.find(kDeclaration) == std::string_view::npos) return;
  while (const std::optional<WrittenAttribute> attribute = take_attribute(attributes)) {
    if (attribute->name.starts_with(kDeclaration)) {
      declare(attribute->name.substr(kDeclaration.size()), attribute->value);
    }
  }
}

void Namespaces::declare(std::string_view prefix, std::string_view uri) {
  if (prefixes_.size() >= kMostPrefixes) return;
  prefixes_.insert_or_assign(std::string(prefix),
                             vocabulary_of(kUris, [&](const NamedVocabulary& known) {
                               return uri.starts_with(known.name);
                             }));
}

Vocabulary Namespaces::of(std::string_view name) const {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return Vocabulary::own;
  const std::string_view prefix = name.substr(0, colon);
  const auto declared = prefixes_.find(prefix);
  if (declared != prefixes_.end()) return declared->second;
  return vocabulary_of(kUsualPrefixes,
                       [&](const NamedVocabulary& known) { return known.name == prefix; });
}

}  // namespace warraq::corpus
