// The documents of a term, to be asked one by one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"

namespace warraq::searcher {

/// In as little memory as a list, or a bit for every document, takes.
class TermDocuments {
 public:
  /// `last` is the database's last document. Throws what Xapian throws.
  TermDocuments(const archive::OpenedDatabase& database, const std::string& term,
                std::uint32_t last);
  [[nodiscard]] bool holds(std::uint32_t document) const;

 private:
  std::vector<std::uint32_t> few_;  // in order
  std::optional<DocumentSet> many_;
};

}  // namespace warraq::searcher
