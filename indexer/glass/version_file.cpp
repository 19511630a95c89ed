#include "indexer/glass/version_file.h"

#include <random>
#include <string_view>

#include "indexer/glass/block.h"
#include "indexer/glass/encoding.h"
#include "indexer/glass/output_file.h"

namespace warraq::glass {
namespace {

constexpr std::string_view kMagic = "\x0f\x0dXapian Glass";
constexpr unsigned kFormatDate = (2016 - 2014) << 9 | 3 << 5 | 14;

// What Xapian gives tables that it may create later.
constexpr std::uint32_t kUsualCompressMin = 18;

// Nothing was freed, and the blocks from the number on have not been used.
std::string free_list(std::uint32_t blocks) {
  std::string result;
  append_uint(result, kRevision);
  append_uint(result, blocks);
  result.append(4, '\0');  // where the list of free blocks begins and ends
  return result;
}

void append_table(std::string& out, const TableRoot& table) {
  constexpr unsigned kSequential = 2;
  constexpr unsigned kRootIsFake = 1;
  const bool exists = table.entries != 0;
  append_uint(out, table.root);
  append_uint(out, table.level << 2 | kSequential | (exists ? 0 : kRootIsFake));
  append_uint(out, table.entries);
  append_uint(out, kBlockBytes >> 11);
  append_uint(out, table.compress_min);
  append_string(out, exists ? free_list(table.blocks) : std::string());
}

void append_statistics(std::string& out, const DatabaseStatistics& statistics) {
  append_uint(out, statistics.documents);
  append_uint(out, statistics.last_docid - statistics.documents);
  append_uint(out, statistics.shortest);
  append_uint(out, statistics.greatest_wdf);
  append_uint(out, statistics.longest - statistics.greatest_wdf);
  append_uint(out, 0);  // oldest set of changes, for replication
  append_uint(out, statistics.total_length);
  append_uint(out, 0);  // greatest frequency of a spelling
}

}  // namespace

std::array<std::uint8_t, 16> random_uuid() {
  std::random_device device;
  std::array<std::uint8_t, 16> uuid;
  for (std::uint8_t& byte : uuid) byte = static_cast<std::uint8_t>(device());
  uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0f) | 0x40);
  uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3f) | 0x80);
  return uuid;
}

std::string to_bytes(const VersionFile& version) {
  std::string out(kMagic);
  out += static_cast<char>(kFormatDate >> 8);
  out += static_cast<char>(kFormatDate & 0xff);
  for (const std::uint8_t byte : version.uuid) out += static_cast<char>(byte);
  append_uint(out, kRevision);
  append_table(out, version.postlist);
  append_table(out, version.docdata);
  append_table(out, version.termlist);
  append_table(out, version.position);
  TableRoot absent;
  absent.compress_min = kUsualCompressMin;
  append_table(out, absent);  // spelling
  append_table(out, absent);  // synonym
  append_statistics(out, version.statistics);
  return out;
}

void write_version_file(const std::filesystem::path& folder, const VersionFile& version) {
  const std::filesystem::path beside = folder / "v.tmp";
  {
    OutputFile file(beside);
    file.write(to_bytes(version));
    file.sync();
  }
  std::filesystem::rename(beside, folder / "iamglass");
  sync_folder(folder);
}

}  // namespace warraq::glass
