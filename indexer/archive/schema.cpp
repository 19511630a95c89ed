#include "indexer/archive/schema.h"

#include <xxhash.h>
#include <algorithm>
#include <array>
#include <cstdio>

#include "warraq/analyzers/utf8.h"

namespace warraq::archive {
namespace {

constexpr std::size_t kHashDigits = 32;

std::string hash_digits(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  XXH128_canonical_t bytes{};
  XXH128_canonicalFromHash(&bytes, hash);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  result.reserve(kHashDigits);
  for (const unsigned char byte : bytes.digest) {
    result.push_back(kDigits[byte >> 4U]);
    result.push_back(kDigits[byte & 15U]);
  }
  return result;
}

// Xapian writes a NUL inside a term as two bytes.
std::size_t bytes_in_term(std::string_view text) {
  return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

// The longest beginning of `text`, whole characters only, that takes `room` bytes of a term or
// less.
std::string_view beginning(std::string_view text, std::size_t room) {
  std::size_t taken = 0;
  std::size_t end = 0;
  while (end < text.size()) {
    taken += bytes_in_term(text.substr(end, 1));
    if (taken > room) break;
    ++end;
  }
  return analyzers::beginning_within(text, end);
}

}  // namespace

void append_term(std::string& terms, std::string_view prefix, std::string_view text) {
  terms.append(prefix);
  if (prefix.size() + bytes_in_term(text) <= kMaxPlainTermBytes) {
    terms.append(text);
    return;
  }
  terms.append(beginning(text, kMaxTermBytes - kHashDigits - prefix.size()));
  terms.append(hash_digits(text));
}

std::string make_term(std::string_view prefix, std::string_view text) {
  std::string term;
  append_term(term, prefix, text);
  return term;
}

std::string field_key(const analyzers::Analyzer& analyzer, std::string_view value) {
  analyzers::Analysis analysis;
  analyzer.analyze(value, analysis);
  std::string key;
  for (const analyzers::Token& token : analysis.tokens()) {
    if (token.joined) continue;
    if (!key.empty()) key.push_back(' ');
    key.append(token.normalised);
  }
  return key.empty() ? std::string(value) : key;
}

std::string superseded_key(std::string_view shard) {
  return std::string(metadata::kSupersededPrefix).append(shard);
}

std::string dictionary_key(std::uint32_t id) {
  return std::string(metadata::kDictionaryPrefix).append(std::to_string(id));
}

std::string vocabulary_key(std::size_t part) {
  return std::string(metadata::kVocabularyPrefix).append(std::to_string(part));
}

std::string duplicates_key(std::uint32_t key) {
  std::array<char, 9> digits{};
  static_cast<void>(
      std::snprintf(digits.data(), digits.size(), "%08x", static_cast<unsigned>(key)));
  return std::string(metadata::kDuplicatesPrefix) + digits.data();
}

}  // namespace warraq::archive
