#include "indexer/build/train_dictionary.h"

// The stable function tries many parameters, takes many times as long and finds no better ones.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "warraq/corpus/article.h"

namespace warraq::indexer {
namespace {

// Measured on news: twice the megabytes, or all of their articles, make no better dictionary, and a
// larger one saves one byte in a hundred. ARCHITECTURE.md has the figures.
constexpr std::size_t kBytesLookedAt = std::size_t{8} << 20;
constexpr std::size_t kOneInto = 4;  // neighbours are of one source and one day
constexpr std::size_t kMaxDictionaryBytes = std::size_t{64} << 10;
// Of one article. One of many megabytes is not what the others are like.
constexpr std::size_t kMaxSampleBytes = std::size_t{16} << 10;
// Below, a dictionary is a good part of what it was made from.
constexpr std::size_t kMinSampleBytes = 4 * kMaxDictionaryBytes;

struct Sample {
  std::string bytes;
  std::vector<std::size_t> sizes;  ///< of its articles
};

Sample sample_of(const std::deque<corpus::Article>& articles) {
  Sample sample;
  for (std::size_t i = 0; i < articles.size(); i += kOneInto) {
    const std::string json = corpus::to_json(articles[i]);
    sample.sizes.push_back(std::min(json.size(), kMaxSampleBytes));
    sample.bytes.append(json, 0, sample.sizes.back());
  }
  return sample;
}

ZDICT_fastCover_params_t parameters() {
  ZDICT_fastCover_params_t result{};
  result.k = 400;
  result.d = 8;
  result.f = 18;
  result.accel = 10;
  result.splitPoint = 1.0;  // all of the sample trains
  return result;
}

}  // namespace

std::optional<archive::TextDictionary> train_dictionary(ArticleSource& source) {
  const Sample sample = sample_of(source.look_ahead(kBytesLookedAt));
  if (sample.bytes.size() < kMinSampleBytes) return std::nullopt;
  std::string dictionary(kMaxDictionaryBytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), sample.bytes.data(), sample.sizes.data(),
      static_cast<unsigned>(sample.sizes.size()), parameters());
  // It cannot be done where the articles are all alike, or hardly more than one.
  if (ZDICT_isError(size) != 0) return std::nullopt;
  dictionary.resize(size);
  return archive::TextDictionary(std::move(dictionary));
}

}  // namespace warraq::indexer
