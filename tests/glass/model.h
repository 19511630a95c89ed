// What a database is to hold, as plain values: written both ways, it must read the same.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace warraq::tests {

struct ModelTerm {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

struct ModelDocument {
  std::map<std::string, ModelTerm> terms;
  std::map<std::uint32_t, std::string> values;
  std::string data;
};

struct Model {
  std::map<std::uint32_t, ModelDocument> documents;  ///< by docid
  std::map<std::string, std::string> metadata;
};

using Random = std::mt19937;

/// Up to `max_documents` documents with everything that makes a difference to the format; small
/// numbers and few letters mostly, so that terms and prefixes come again.
[[nodiscard]] Model random_model(Random& random, std::uint32_t max_documents);
[[nodiscard]] ModelDocument random_document(Random& random);

/// `bytes` bytes that zlib makes no smaller.
[[nodiscard]] std::string random_bytes(Random& random, std::size_t bytes);

/// A number below `bound`, which is not 0.
[[nodiscard]] std::uint32_t below(Random& random, std::uint32_t bound);

}  // namespace warraq::tests
