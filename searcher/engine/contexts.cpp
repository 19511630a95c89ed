#include "searcher/engine/contexts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "indexer/archive/word_stream.h"
#include "searcher/engine/term_postings.h"

namespace warraq::searcher {
namespace {

// Places on either side of a word that are looked at.
constexpr std::uint32_t kReach = 3;
// So many articles are enough that hold a form, and so many are looked at to find them: a stem has
// other forms too.
constexpr std::uint32_t kArticles = 64;
constexpr std::uint32_t kMostArticles = 96;
// Of one article: what stands in it twenty times says little more.
constexpr std::uint32_t kPlacesOfOne = 4;
// By which the rarity of marks is estimated.
constexpr std::uint32_t kBackground = 256;
constexpr std::size_t kMarks = 65536;

// Whether `form` stands at `at`.
bool stands_at(const archive::WordStream& stream, std::uint32_t at,
               std::span<const std::uint16_t> form) {
  if (at + form.size() > stream.size()) return false;
  for (std::uint32_t i = 0; i < form.size(); ++i) {
    if (stream.form(at + i) != form[i]) return false;
  }
  return true;
}

/// Counts neighbours.
class Counter {
 public:
  explicit Counter(std::span<const std::uint16_t> form) : form_(form) {}

  void read(const archive::WordStream& stream) {
    std::uint32_t places = 0;
    std::uint32_t at = stream.find(form_.front(), 0);
    while (at < stream.size() && places < kPlacesOfOne) {
      if (stands_at(stream, at, form_)) {
        ++places;
        look_around(stream, at);
      }
      at = stream.find(form_.front(), at + 1);
    }
    if (places > 0) ++articles_;
    places_ += places;
  }

  [[nodiscard]] std::uint32_t articles() const { return articles_; }

  [[nodiscard]] Surroundings result(const std::vector<float>& rarities) const {
    Surroundings result{{}, articles_, places_};
    for (const auto& [mark, count] : counts_) {
      result.neighbours.push_back(
          {mark, count, std::sqrt(static_cast<float>(count)) * rarities[mark]});
    }
    return result;
  }

 private:
  void look_around(const archive::WordStream& stream, std::uint32_t at) {
    const auto length = static_cast<std::uint32_t>(form_.size());
    const std::uint32_t begin = at > kReach ? at - kReach : 0;
    const std::uint32_t end = std::min(stream.size(), at + length + kReach);
    for (std::uint32_t i = begin; i < end; ++i) {
      const bool own = i >= at && i < at + length;
      if (!own && stream.form(i) != 0) ++counts_[stream.form(i)];
    }
  }

  std::span<const std::uint16_t> form_;
  std::map<std::uint16_t, std::uint32_t> counts_;
  std::uint32_t articles_ = 0;
  std::uint32_t places_ = 0;
};

}  // namespace

double likeness(const Surroundings& left, const Surroundings& right) {
  double common = 0;
  double left_square = 0;
  double right_square = 0;
  for (const auto& each : left.neighbours) left_square += each.weight * each.weight;
  for (const auto& each : right.neighbours) right_square += each.weight * each.weight;
  auto other = right.neighbours.begin();
  for (const auto& each : left.neighbours) {
    while (other != right.neighbours.end() && other->mark < each.mark) ++other;
    if (other == right.neighbours.end()) break;
    if (other->mark == each.mark) common += each.weight * other->weight;
  }
  return common > 0 ? common / std::sqrt(left_square * right_square) : 0;
}

bool stands_beside(const Surroundings& form, std::uint16_t mark) {
  constexpr std::uint32_t kOneIn = 20;
  const auto found = std::lower_bound(
      form.neighbours.begin(), form.neighbours.end(), mark,
      [](const Surroundings::Neighbour& each, std::uint16_t wanted) { return each.mark < wanted; });
  return found != form.neighbours.end() && found->mark == mark &&
         found->places * kOneIn > form.places;
}

Surroundings Contexts::around(const std::string& term, std::span<const std::uint16_t> form) {
  if (form.empty()) return {};
  if (rarities_.empty()) learn_rarities();
  Counter counter(form);
  std::string storage;
  for (const archive::DocumentPlace& place : sample(term)) {
    const auto stream = archive::WordStream::read(archive_.word_stream(place, storage));
    if (stream) counter.read(*stream);
    if (counter.articles() >= kArticles) break;
  }
  return counter.result(rarities_);
}

// Articles that hold `term`, spread evenly over each database.
std::vector<archive::DocumentPlace> Contexts::sample(const std::string& term) const {
  const auto all = archive_.term_frequency(term);
  std::vector<archive::DocumentPlace> found;
  for (std::size_t i = 0; all > 0 && i < archive_.databases().size(); ++i) {
    const archive::OpenedDatabase& database = archive_.databases()[i];
    TermPostings postings(database, term);
    const std::uint64_t holding = postings.documents();
    if (holding == 0) continue;
    const std::uint64_t share = std::max<std::uint64_t>(1, kMostArticles * holding / all);
    const std::uint64_t last = database.database.get_lastdocid();
    for (std::uint64_t step = 0; step < share && found.size() < kMostArticles; ++step) {
      postings.skip_to(static_cast<std::uint32_t>(1 + step * last / share));
      if (postings.document() == TermPostings::kEnd) break;
      found.push_back({i, postings.document()});
      postings.skip_to(postings.document() + 1);
    }
  }
  // From all over, so that whoever stops early has not seen the oldest alone.
  std::vector<archive::DocumentPlace> mixed;
  for (const std::size_t first : {0U, 1U}) {
    for (std::size_t i = first; i < found.size(); i += 2) mixed.push_back(found[i]);
  }
  return mixed;
}

void Contexts::learn_rarities() {
  std::vector<std::uint16_t> holding(kMarks);
  std::vector<std::uint16_t> last_seen(kMarks);
  std::uint16_t articles = 0;
  std::string storage;
  const std::uint64_t documents = archive_.database().get_doccount();
  const std::uint64_t last = archive_.database().get_lastdocid();
  const std::uint64_t wanted = std::min<std::uint64_t>(kBackground, documents);
  for (std::uint64_t i = 0; i < wanted; ++i) {
    const auto document = static_cast<Xapian::docid>(1 + i * last / wanted);
    const auto stream =
        archive::WordStream::read(archive_.word_stream(archive_.place_of(document), storage));
    if (!stream) continue;
    ++articles;
    for (std::uint32_t at = 0; at < stream->size(); ++at) {
      const std::uint16_t mark = stream->form(at);
      if (last_seen[mark] == articles) continue;
      last_seen[mark] = articles;
      ++holding[mark];
    }
  }
  rarities_.resize(kMarks);
  for (std::size_t mark = 0; mark < kMarks; ++mark) {
    rarities_[mark] =
        std::log((static_cast<float>(articles) + 1) / (static_cast<float>(holding[mark]) + 0.5F));
  }
}

}  // namespace warraq::searcher
