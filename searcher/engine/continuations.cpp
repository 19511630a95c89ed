#include "searcher/engine/continuations.h"

#include <algorithm>

#include "indexer/archive/word_stream.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

// Of each database so many articles are read: .3 ms at half a microsecond each.
constexpr std::uint32_t kMaxArticles = 512;

// Every so many of a term's documents, so that the sample has kMaxArticles at the most.
std::vector<std::uint32_t> sample(const archive::OpenedDatabase& database,
                                  const std::string& term) {
  std::vector<std::uint32_t> result;
  TermPostings postings(database, term);
  const std::uint32_t step = postings.documents() / kMaxArticles + 1;
  std::uint32_t number = 0;
  postings.take_before(TermPostings::kEnd,
                       [&](const ScoredBlock& block, std::size_t from, std::size_t to) {
                         for (std::size_t i = from; i < to; ++i) {
                           if (number++ % step == 0) result.push_back(block.documents[i]);
                         }
                       });
  return result;
}

void count_following(const archive::WordStream& stream, std::uint16_t form,
                     Continuations& continuations) {
  for (std::uint32_t at = stream.find(form, 0); at < stream.size();
       at = stream.find(form, at + 1)) {
    const std::uint32_t next = at + 1;
    // A title's last word is not followed by the body's first.
    if (next >= stream.size() || next == stream.title_words()) continue;
    ++continuations[stream.form(next)];
  }
}

}  // namespace

Continuations continuations_of(const archive::OpenArchive& archive, const std::string& term,
                               std::uint16_t form) {
  Continuations result;
  std::string storage;
  const auto& databases = archive.databases();
  for (std::size_t i = 0; i < databases.size(); ++i) {
    for (const std::uint32_t document : sample(databases[i], term)) {
      const auto stream = archive::WordStream::read(archive.word_stream({i, document}, storage));
      if (stream) count_following(*stream, form, result);
    }
  }
  result.erase(0);  // no word
  return result;
}

std::vector<std::pair<std::uint16_t, std::uint32_t>> most_frequent_of(
    const Continuations& continuations, std::size_t most) {
  std::vector<std::pair<std::uint16_t, std::uint32_t>> result(continuations.begin(),
                                                              continuations.end());
  std::sort(result.begin(), result.end(), [](const auto& left, const auto& right) {
    return left.second != right.second ? left.second > right.second : left.first < right.first;
  });
  if (result.size() > most) result.resize(most);
  return result;
}

}  // namespace warraq::searcher
