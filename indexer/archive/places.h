// Where a shard's streams of words and stored articles lie in the files of its database, so that
// they are read there, without a search through the database's blocks for each.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "indexer/archive/derived_file.h"
#include "indexer/archive/mapped_file.h"

namespace warraq::archive {

inline constexpr std::string_view kPlacesFile = "places.warraq";
inline constexpr DerivedMagic kPlacesMagic = {'w', 'a', 'r', 'r', 'a', 'q', ' ', 'p',
                                              'l', 'a', 'c', 'e', 's', ' ', ' ', '1'};

/// Where the bytes of one document lie; of size 0 where they lie in pieces, or there are none.
class Place {
 public:
  static constexpr std::uint64_t kMaxBegin = (std::uint64_t{1} << 40) - 1;
  static constexpr std::uint64_t kMaxSize = (std::uint64_t{1} << 24) - 1;

  Place() = default;
  Place(std::uint64_t begin, std::uint64_t size) : bits_(begin << 24U | size) {}
  [[nodiscard]] std::uint64_t begin() const { return bits_ >> 24U; }
  [[nodiscard]] std::uint64_t size() const { return bits_ & kMaxSize; }

 private:
  std::uint64_t bits_ = 0;
};

/// The places in one file, by the documents' numbers from 0.
struct PlacesInFile {
  std::array<char, 32> file{};  ///< its name
  std::uint64_t begin = 0;      ///< of the first Place
  std::uint64_t count = 0;
};

/// What the file's body ends with.
struct PlacesContents {
  PlacesInFile streams;
  PlacesInFile articles;
};

/// The file of places, and the files that they are in, mapped. Immutable: any number of threads may
/// read it.
class Places {
 public:
  /// As open_derived().
  [[nodiscard]] static std::shared_ptr<const Places> open(const std::filesystem::path& shard,
                                                          const Xapian::Database& database);
  Places(std::unique_ptr<const DerivedFile> file, const std::filesystem::path& shard);

  /// The document's stream of words, where it lies in one piece; else empty.
  [[nodiscard]] std::string_view stream(std::uint32_t document) const {
    return streams_.at(document);
  }
  /// The document's data, where it lies in one piece; else empty.
  [[nodiscard]] std::string_view article(std::uint32_t document) const {
    return articles_.at(document);
  }

 private:
  class Kind {
   public:
    Kind(const DerivedFile& places, const PlacesInFile& in, const std::filesystem::path& shard);
    [[nodiscard]] std::string_view at(std::uint32_t document) const;

   private:
    std::span<const Place> places_;
    std::unique_ptr<const MappedFile> file_;  // null where there are no places
  };

  std::unique_ptr<const DerivedFile> file_;
  Kind streams_;
  Kind articles_;
};

}  // namespace warraq::archive
