// Files of our own in a shard's folder, derived from the shard's database: readers are faster with
// them, and answer the same without. ARCHIVE.md has their layouts.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/archive/mapped_file.h"

namespace warraq::archive {

/// What tells the kinds of files apart, and their versions.
using DerivedMagic = std::array<char, 16>;

/// What stands at the end of each: which state of which database it was derived from.
struct DerivedTrailer {
  std::uint64_t database_revision = 0;
  std::array<char, 40> database_uuid{};
  DerivedMagic magic{};
};

/// A derived file, opened.
class DerivedFile {
 public:
  /// Nothing where there is no such file, it is cut or of another kind, or was made for another
  /// state of the database than this. Throws Xapian::DatabaseOpeningError.
  [[nodiscard]] static std::unique_ptr<const DerivedFile> open(const std::filesystem::path& path,
                                                               const DerivedMagic& magic,
                                                               const Xapian::Database& database);
  explicit DerivedFile(const std::filesystem::path& path) : path_(path), file_(path) {}

  /// All but the trailer.
  [[nodiscard]] std::string_view body() const {
    return file_.bytes().substr(0, file_.bytes().size() - sizeof(DerivedTrailer));
  }

  /// What the body ends with. Throws Xapian::DatabaseCorruptError, as entries() does.
  template <typename Contents>
  [[nodiscard]] Contents contents() const {
    if (body().size() < sizeof(Contents)) throw_damaged();
    Contents result;
    std::memcpy(&result, body().data() + body().size() - sizeof result, sizeof result);
    return result;
  }

  /// `count` entries that begin at `begin` in the body.
  template <typename Entry>
  [[nodiscard]] std::span<const Entry> entries(std::uint64_t begin, std::uint64_t count) const {
    const std::string_view bytes = body();
    if (begin % alignof(Entry) != 0 || begin > bytes.size() ||
        count > (bytes.size() - begin) / sizeof(Entry)) {
      throw_damaged();
    }
    return {reinterpret_cast<const Entry*>(bytes.data() + begin), count};
  }

  [[noreturn]] void throw_damaged() const;

 private:
  std::filesystem::path path_;
  MappedFile file_;
};

/// What reads a kind of derived file, made of the file and what `more` it takes; null where the
/// file is missing, damaged, cannot be read or is of another state: whoever reads an archive is
/// then slower and answers the same.
template <typename Kind, typename... More>
std::shared_ptr<const Kind> open_derived(const std::filesystem::path& path,
                                         const DerivedMagic& magic,
                                         const Xapian::Database& database, const More&... more) {
  try {
    auto file = DerivedFile::open(path, magic, database);
    return file ? std::make_shared<const Kind>(std::move(file), more...) : nullptr;
  } catch (const Xapian::DatabaseCorruptError&) {
    return nullptr;
  } catch (const Xapian::DatabaseOpeningError&) {
    return nullptr;
  }
}

}  // namespace warraq::archive
