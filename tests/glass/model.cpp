#include "tests/glass/model.h"

#include <algorithm>
#include <array>
#include <set>

namespace warraq::tests {
namespace {

// The longest term whose key, with escapes and a docid, surely fits.
constexpr std::size_t kMaxTermBytes = 245;

bool chance(Random& random, std::uint32_t one_of) { return below(random, one_of) == 0; }

// Small mostly, now and then as large as 32 bits allow.
std::uint32_t skewed(Random& random) { return below(random, UINT32_MAX) >> below(random, 32); }

std::string random_term(Random& random) {
  constexpr std::array<std::string_view, 9> kLetters = {
      "a", "b", "Z", "ق", "ال", "\xff", std::string_view("\0", 1), "\x01", "كتاب"};
  const std::uint32_t letters = chance(random, 50) ? 1 + below(random, 200) : 1 + below(random, 5);
  std::string term;
  std::size_t key_bytes = 0;
  for (std::uint32_t i = 0; i < letters; ++i) {
    const std::string_view letter = kLetters[below(random, kLetters.size())];
    key_bytes += letter == std::string_view("\0", 1) ? 2 : letter.size();
    if (key_bytes > kMaxTermBytes) break;
    term += letter;
  }
  return term;
}

std::vector<std::uint32_t> random_positions(Random& random) {
  const std::uint32_t count = chance(random, 3) ? below(random, 60) : below(random, 3);
  const std::uint32_t spread =
      chance(random, 4) ? UINT32_MAX - 1 : 1 + below(random, 3 * count + 9);
  std::set<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < count; ++i) positions.insert(below(random, spread));
  return {positions.begin(), positions.end()};
}

std::string random_value(Random& random) {
  return random_bytes(random, 1 + (chance(random, 30) ? below(random, 5000) : below(random, 12)));
}

std::string random_data(Random& random) {
  if (chance(random, 4)) return {};
  if (chance(random, 10)) return random_bytes(random, below(random, 20'000));
  return std::string(below(random, 3000), 'x') + random_bytes(random, below(random, 300));
}

}  // namespace

std::uint32_t below(Random& random, std::uint32_t bound) {
  return static_cast<std::uint32_t>(std::uint64_t{random()} * bound >> 32);
}

std::string random_bytes(Random& random, std::size_t bytes) {
  std::string result(bytes, '\0');
  for (char& byte : result) byte = static_cast<char>(random());
  return result;
}

ModelDocument random_document(Random& random) {
  constexpr std::array<std::uint32_t, 10> kSlots = {0,   1,   2,   5,        127,
                                                    128, 129, 256, 1U << 20, UINT32_MAX - 1};
  ModelDocument document;
  document.data = random_data(random);
  const std::uint32_t terms = chance(random, 10) ? below(random, 500) : below(random, 20);
  const bool filters_only = chance(random, 10);
  for (std::uint32_t i = 0; i < terms; ++i) {
    ModelTerm& term = document.terms[random_term(random)];
    if (filters_only) continue;
    // The sum of wdf has to stay below 2^32.
    term.wdf = chance(random, 5) ? skewed(random) >> 10 : below(random, 4);
    term.positions = random_positions(random);
  }
  // Xapian's checker takes a document of length 0 for one without terms, and wants no positions.
  if (terms != 0 && !filters_only) ++document.terms.begin()->second.wdf;
  for (std::uint32_t i = below(random, 4); i > 0; --i) {
    document.values[kSlots[below(random, kSlots.size())]] = random_value(random);
  }
  return document;
}

Model random_model(Random& random, std::uint32_t max_documents) {
  Model model;
  const bool gaps = chance(random, 2);
  std::uint32_t docid = 0;
  for (std::uint32_t count = below(random, max_documents + 1); count > 0; --count) {
    docid += gaps ? 1 + below(random, chance(random, 5) ? 40'000 : 3) : 1;
    model.documents[docid] = random_document(random);
  }
  for (std::uint32_t count = below(random, 4); count > 0; --count) {
    model.metadata[random_bytes(random, 1 + below(random, 20))] = random_data(random);
  }
  return model;
}

}  // namespace warraq::tests
