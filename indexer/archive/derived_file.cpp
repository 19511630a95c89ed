#include "indexer/archive/derived_file.h"

#include <string>

namespace warraq::archive {

std::unique_ptr<const DerivedFile> DerivedFile::open(const std::filesystem::path& path,
                                                     const DerivedMagic& magic,
                                                     const Xapian::Database& database) {
  std::error_code unreadable;
  const std::uintmax_t size = std::filesystem::file_size(path, unreadable);
  if (unreadable || size < sizeof(DerivedTrailer)) return nullptr;
  auto file = std::make_unique<const DerivedFile>(path);
  DerivedTrailer trailer;
  std::memcpy(&trailer, file->body().data() + file->body().size(), sizeof trailer);
  const std::string uuid = database.get_uuid();
  const bool is_of_this_state = trailer.magic == magic &&
                                trailer.database_revision == database.get_revision() &&
                                std::string_view(trailer.database_uuid.data(), uuid.size()) == uuid;
  return is_of_this_state ? std::move(file) : nullptr;
}

void DerivedFile::throw_damaged() const {
  throw Xapian::DatabaseCorruptError(path_.string() + " is damaged");
}

}  // namespace warraq::archive
