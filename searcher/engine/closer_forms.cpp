#include "searcher/engine/closer_forms.h"

#include <algorithm>
#include <cmath>

#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

double rarity(double articles, double holding) {
  return std::log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

}  // namespace

CloserForms::CloserForms(const archive::OpenArchive& archive, const Plan& plan) : plan_(plan) {
  const Xapian::Database& database = archive.database();
  const auto articles = static_cast<double>(database.get_doccount());
  for (const CloserForm& form : plan.closer) {
    const auto holding = static_cast<double>(database.get_termfreq(form.stem));
    weights_.push_back(kWeights.normalised * rarity(articles, holding));
  }
  mean_length_ = std::max(database.get_avlength(), 1.0);
}

const std::vector<CloserForms::Part>& CloserForms::parts(std::string_view bytes) {
  parts_.clear();
  const auto stream = archive::WordStream::read(bytes);
  if (!stream) return parts_;
  const double length = stream->size() + stream->title_words();
  const double slowness = kWeights.k1 * (1 - kWeights.b + kWeights.b * length / mean_length_);
  for (std::size_t i = 0; i < plan_.closer.size(); ++i) {
    const std::uint32_t occurrences = stream->count(plan_.closer[i].mark);
    if (occurrences == 0) continue;
    const double often = occurrences * (kWeights.k1 + 1) / (occurrences + slowness);
    parts_.push_back({&plan_.closer[i], occurrences, weights_[i] * often});
  }
  return parts_;
}

double CloserForms::score(std::string_view stream) {
  double sum = 0;
  for (const Part& part : parts(stream)) sum += part.score;
  return sum;
}

std::string word_stream(const archive::OpenArchive& archive, Xapian::docid document) {
  return archive.database()
      .get_document(document, Xapian::DOC_ASSUME_VALID)
      .get_value(archive::slot::kWordStream);
}

}  // namespace warraq::searcher
