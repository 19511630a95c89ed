#include "indexer/archive/live.h"

#include <stdexcept>

#include "indexer/archive/layout.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/superseded.h"

namespace warraq::archive {

std::uint64_t generation_of(const Xapian::Database& live) {
  const std::string text = live.get_metadata(std::string(metadata::kGeneration));
  try {
    return text.empty() ? 0 : std::stoull(text);
  } catch (const std::logic_error&) {
    throw Xapian::DatabaseCorruptError("live/ names no generation but " + text);
  }
}

std::vector<Xapian::docid> superseded_of(const Xapian::Database& live, const std::string& shard) {
  try {
    return decode_documents(live.get_metadata(superseded_key(shard)));
  } catch (const std::invalid_argument& error) {
    throw Xapian::DatabaseCorruptError(error.what());
  }
}

std::optional<std::uint64_t> live_generation(const std::filesystem::path& archive) {
  try {
    return generation_of(Xapian::Database((archive / kLiveFolder).string()));
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

}  // namespace warraq::archive
