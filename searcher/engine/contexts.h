// What stands beside a word in an archive: whether two words are used alike.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"

namespace warraq::searcher {

/// The words beside one form in a sample of the articles that hold it, by their marks.
struct Surroundings {
  struct Neighbour {
    std::uint16_t mark = 0;
    std::uint32_t places = 0;  ///< of the form, that it stands beside
    float weight = 0;
  };
  std::vector<Neighbour> neighbours;  ///< in the order of marks
  std::uint32_t articles = 0;         ///< of the sample, that hold the form
  std::uint32_t places = 0;           ///< where it stands in them
};

/// How alike two words are used: the cosine of their neighbours' weights, 0 to 1.
[[nodiscard]] double likeness(const Surroundings& left, const Surroundings& right);

/// Whether the word with this mark stands beside the form more than once in a while: nobody writes
/// a name in two spellings side by side.
[[nodiscard]] bool stands_beside(const Surroundings& form, std::uint16_t mark);

/// Looks around words in the streams of an archive. It reads no more than a bounded number of
/// articles for each, spread over the archive: what is told is told of a sample. Superseded
/// articles count too. Keeps a reference to the archive; used by one thread.
class Contexts {
 public:
  explicit Contexts(const archive::OpenArchive& archive) : archive_(archive) {}

  /// Around the words `form`, their marks, side by side; one mostly. `term` is in all articles that
  /// hold them. Throws what Xapian throws.
  [[nodiscard]] Surroundings around(const std::string& term, std::span<const std::uint16_t> form);

 private:
  void learn_rarities();
  [[nodiscard]] std::vector<archive::DocumentPlace> sample(const std::string& term) const;

  const archive::OpenArchive& archive_;
  std::vector<float> rarities_;  ///< of each mark, as a sample of the archive has it; made once
};

}  // namespace warraq::searcher
