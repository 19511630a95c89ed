#include "indexer/glass/database_writer.h"

#include <stdexcept>
#include <system_error>
#include <utility>

#include "indexer/glass/key.h"
#include "indexer/glass/output_file.h"
#include "indexer/glass/version_file.h"

namespace warraq::glass {
namespace {

constexpr std::string_view kMetadataPrefix("\0\xc0", 2);
constexpr std::string_view kPostlistFile = kValuesFile;
constexpr std::string_view kPositionFile = "position.glass";
constexpr std::string_view kTermlistFile = "termlist.glass";
constexpr std::string_view kDocdataFile = kDataFile;

std::filesystem::path created(std::filesystem::path folder) {
  std::filesystem::create_directories(folder);
  if (std::filesystem::exists(folder / "iamglass")) {
    throw std::system_error(std::make_error_code(std::errc::file_exists), folder / "iamglass");
  }
  return folder;
}

// Xapian demands these two, and takes empty files for empty tables.
void create_where_empty(const std::filesystem::path& file, const TableRoot& table) {
  if (table.entries == 0) OutputFile(file).sync();
}

}  // namespace

DatabaseWriter::DatabaseWriter(std::filesystem::path folder, const DatabaseOptions& options)
    : folder_(created(std::move(folder))),
      postlist_table_(folder_ / kPostlistFile),
      position_table_(folder_ / kPositionFile),
      termlist_table_(folder_ / kTermlistFile, options.termlist_compress_min),
      docdata_table_(folder_ / kDocdataFile, options.docdata_compress_min),
      values_(postlist_table_),
      postlists_(postlist_table_),
      positions_(position_table_),
      documents_(termlist_table_, docdata_table_) {}

void DatabaseWriter::add_metadata(std::string_view key, std::string_view value) {
  if (key.empty()) throw std::logic_error("a key of metadata is empty");
  if (value.empty()) return;
  Key full;
  full.append(kMetadataPrefix);
  full.append(key);
  postlist_table_.add(full.view(), value);
}

DatabaseStatistics DatabaseWriter::finish() {
  values_.finish();
  VersionFile version;
  version.uuid = random_uuid();
  version.statistics = postlists_.finish();
  version.postlist = postlist_table_.finish();
  version.position = position_table_.finish();
  version.termlist = termlist_table_.finish();
  version.docdata = docdata_table_.finish();
  create_where_empty(folder_ / kPostlistFile, version.postlist);
  create_where_empty(folder_ / kTermlistFile, version.termlist);
  sync_folder(folder_);
  write_version_file(folder_, version);
  return version.statistics;
}

}  // namespace warraq::glass
