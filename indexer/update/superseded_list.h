// The documents of one shard that live/ took the place of, while it grows.
#pragma once

#include <xapian.h>
#include <set>
#include <string>
#include <vector>

namespace warraq::indexer {

class SupersededList {
 public:
  /// `documents` is sorted.
  explicit SupersededList(std::vector<Xapian::docid> documents);

  [[nodiscard]] bool contains(Xapian::docid document) const;
  /// Whether it was new.
  bool add(Xapian::docid document);
  /// Whether anything was added since the last encode().
  [[nodiscard]] bool has_grown() const { return !added_.empty(); }
  /// As live/ stores it.
  [[nodiscard]] std::string encode();

 private:
  std::vector<Xapian::docid> documents_;
  std::set<Xapian::docid> added_;
};

}  // namespace warraq::indexer
