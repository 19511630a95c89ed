// How Xapian numbers the documents of several databases that are opened as one: it deals the
// numbers out in turn, so that document n of database i of k is (n - 1) * k + i + 1 in all of them.
#pragma once

#include <xapian.h>
#include <compare>
#include <cstddef>

namespace warraq::archive {

/// A document's place among several databases; sorts by database.
struct DocumentPlace {
  std::size_t database = 0;    ///< from 0, in the order they were added
  Xapian::docid document = 0;  ///< its number there
  // clang-tidy 14 takes the 0 that a defaulted comparison is made of for a null pointer.
  auto operator<=>(const DocumentPlace&) const = default;  // NOLINT(modernize-use-nullptr)
};

[[nodiscard]] constexpr DocumentPlace place_among(std::size_t databases, Xapian::docid number) {
  return {(number - 1) % databases, static_cast<Xapian::docid>((number - 1) / databases + 1)};
}

[[nodiscard]] constexpr Xapian::docid number_among(std::size_t databases,
                                                   const DocumentPlace& place) {
  return static_cast<Xapian::docid>((place.document - 1) * databases + place.database + 1);
}

}  // namespace warraq::archive
