#include "indexer/write/furniture_file.h"

#include <cstddef>
#include <system_error>
#include <utility>

#include "indexer/archive/files.h"
#include "indexer/archive/layout.h"

namespace warraq::indexer {
namespace {

// Counts of a full table, all of them met twice.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

}  // namespace

std::optional<corpus::FurnitureCounter> load_furniture(const std::filesystem::path& archive) {
  try {
    return corpus::FurnitureCounter::load(
        archive::read_file(archive / archive::kFurnitureFile, kMostBytes));
  } catch (const std::system_error&) {
    return std::nullopt;
  }
}

corpus::FurnitureCounter read_furniture(const std::filesystem::path& archive) {
  auto furniture = load_furniture(archive);
  return furniture ? std::move(*furniture) : corpus::FurnitureCounter();
}

void write_furniture(const std::filesystem::path& archive,
                     const corpus::FurnitureCounter& furniture) {
  archive::write_file_atomically(archive / archive::kFurnitureFile, furniture.save());
}

}  // namespace warraq::indexer
