#include "indexer/archive/places.h"

#include <algorithm>
#include <string>
#include <utility>

namespace warraq::archive {

std::shared_ptr<const Places> Places::open(const std::filesystem::path& shard,
                                           const Xapian::Database& database) {
  return open_derived<Places>(shard / kPlacesFile, kPlacesMagic, database, shard);
}

Places::Places(std::unique_ptr<const DerivedFile> file, const std::filesystem::path& shard)
    : file_(std::move(file)),
      streams_(*file_, file_->contents<PlacesContents>().streams, shard),
      articles_(*file_, file_->contents<PlacesContents>().articles, shard) {}

Places::Kind::Kind(const DerivedFile& places, const PlacesInFile& in,
                   const std::filesystem::path& shard)
    : places_(places.entries<Place>(in.begin, in.count)) {
  if (places_.empty()) return;
  const std::string name(in.file.begin(), std::find(in.file.begin(), in.file.end(), '\0'));
  if (name.empty() || name.find('/') != std::string::npos) places.throw_damaged();
  file_ = std::make_unique<const MappedFile>(shard / name);
}

std::string_view Places::Kind::at(std::uint32_t document) const {
  if (document >= places_.size()) return {};
  const Place place = places_[document];
  const std::string_view bytes = file_->bytes();
  if (place.begin() > bytes.size() || place.size() > bytes.size() - place.begin()) return {};
  return bytes.substr(place.begin(), place.size());
}

}  // namespace warraq::archive
