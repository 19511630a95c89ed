// Sets of articles: what a query finds before anything is ranked, counted or shown.
#pragma once

#include <xxhash.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace warraq::searcher {

/// Documents of one database, by their numbers there: a bit each.
class DocumentSet {
 public:
  /// Empty, and able to hold documents 1 to `last`.
  explicit DocumentSet(std::uint32_t last) : last_(last), bits_(last / 64 + 1) {}

  /// Documents 1 to `last`, every one.
  [[nodiscard]] static DocumentSet all(std::uint32_t last) {
    DocumentSet result(last);
    for (std::uint64_t& bits : result.bits_) bits = ~std::uint64_t{0};
    result.bits_.front() &= ~std::uint64_t{1};
    const std::uint32_t used = last % 64 + 1;
    if (used < 64) result.bits_.back() &= (std::uint64_t{1} << used) - 1;
    return result;
  }

  [[nodiscard]] std::uint32_t last() const { return last_; }
  /// Of the 64 documents from number 64 * `group` on, a bit each, the lowest first.
  [[nodiscard]] std::uint64_t bits(std::size_t group) const {
    return group < bits_.size() ? bits_[group] : 0;
  }
  [[nodiscard]] bool holds(std::uint32_t document) const {
    return document <= last_ && (bits_[document / 64] & bit(document)) != 0;
  }
  /// The first from `document` on; above last() where there is none.
  [[nodiscard]] std::uint32_t next(std::uint32_t document) const {
    std::size_t group = document / 64;
    if (group >= bits_.size()) return last_ + 1;
    std::uint64_t bits = bits_[group] & (~std::uint64_t{0} << (document % 64));
    while (bits == 0) {
      if (++group == bits_.size()) return last_ + 1;
      bits = bits_[group];
    }
    return static_cast<std::uint32_t>(group * 64 +
                                      static_cast<std::size_t>(std::countr_zero(bits)));
  }
  /// `document` is not above last().
  void add(std::uint32_t document) { bits_[document / 64] |= bit(document); }
  void remove(std::uint32_t document) { bits_[document / 64] &= ~bit(document); }

  /// With sets of the same last().
  DocumentSet& operator&=(const DocumentSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
    return *this;
  }
  DocumentSet& operator|=(const DocumentSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  DocumentSet& operator-=(const DocumentSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= ~other.bits_[i];
    return *this;
  }

  [[nodiscard]] bool empty() const {
    for (const std::uint64_t bits : bits_) {
      if (bits != 0) return false;
    }
    return true;
  }
  [[nodiscard]] std::uint64_t count() const {
    std::uint64_t result = 0;
    for (const std::uint64_t bits : bits_) result += static_cast<unsigned>(std::popcount(bits));
    return result;
  }

  /// The same for equal sets, and hardly ever for others.
  [[nodiscard]] std::uint64_t hash() const {
    return XXH3_64bits(bits_.data(), bits_.size() * sizeof bits_.front());
  }

  /// Calls `take(document)` for each, in ascending order.
  template <typename Take>
  void for_each(Take take) const {
    for (std::size_t group = 0; group < bits_.size(); ++group) {
      for (std::uint64_t bits = bits_[group]; bits != 0; bits &= bits - 1) {
        take(static_cast<std::uint32_t>(group * 64 +
                                        static_cast<std::size_t>(std::countr_zero(bits))));
      }
    }
  }

 private:
  static std::uint64_t bit(std::uint32_t document) { return std::uint64_t{1} << (document % 64); }

  std::uint32_t last_;
  std::vector<std::uint64_t> bits_;
};

/// Articles of an archive: one set for each of its databases, in their order. Superseded versions
/// are in none.
struct ArticleSet {
  std::vector<DocumentSet> databases;

  [[nodiscard]] std::uint64_t count() const {
    std::uint64_t result = 0;
    for (const DocumentSet& documents : databases) result += documents.count();
    return result;
  }
  /// The same for equal sets of one archive, and hardly ever for others.
  [[nodiscard]] std::uint64_t hash() const {
    std::uint64_t result = 0;
    for (const DocumentSet& documents : databases) result = result * 31 + documents.hash();
    return result;
  }
};

}  // namespace warraq::searcher
