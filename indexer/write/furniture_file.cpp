#include "indexer/write/furniture_file.h"

#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

#include "indexer/archive/files.h"
#include "indexer/archive/layout.h"

namespace warraq::indexer {
namespace {

// Counts of a full table, all of them met twice.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

}  // namespace

corpus::FurnitureCounter read_furniture(const std::filesystem::path& archive) {
  try {
    const std::string saved = archive::read_file(archive / archive::kFurnitureFile, kMostBytes);
    if (auto furniture = corpus::FurnitureCounter::load(saved)) return std::move(*furniture);
  } catch (const std::system_error&) {
    // Likewise.
  }
  return corpus::FurnitureCounter();
}

void write_furniture(const std::filesystem::path& archive,
                     const corpus::FurnitureCounter& furniture) {
  archive::write_file_atomically(archive / archive::kFurnitureFile, furniture.save());
}

}  // namespace warraq::indexer
