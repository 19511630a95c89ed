#include "indexer/write/columns_writer.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/column_values.h"
#include "indexer/archive/columns.h"
#include "indexer/run/stopped.h"
#include "indexer/write/derived_file_writer.h"

namespace warraq::indexer {
namespace {

template <typename Code>
std::uint64_t put_codes(std::span<const std::uint32_t> codes, DerivedFileWriter& out) {
  const std::uint64_t begin = out.size();
  for (const std::uint32_t code : codes) out.put_value(static_cast<Code>(code));
  return begin;
}

std::uint64_t put_codes(std::span<const std::uint32_t> codes, std::uint64_t bytes_each,
                        DerivedFileWriter& out) {
  switch (bytes_each) {
    case 1:
      return put_codes<std::uint8_t>(codes, out);
    case 2:
      return put_codes<std::uint16_t>(codes, out);
    default:
      return put_codes<std::uint32_t>(codes, out);
  }
}

archive::ColumnInFile put_column(const archive::ColumnValues& column, DerivedFileWriter& out) {
  archive::ColumnInFile in;
  in.documents = column.codes.size();
  in.values = column.values.size();
  in.code_bytes = archive::code_bytes_for(in.values);
  in.codes_begin = put_codes(column.codes, in.code_bytes, out);
  in.text_begin = out.size();
  std::vector<std::uint64_t> ends;
  ends.reserve(column.values.size());
  for (const std::string& value : column.values) {
    out.put(value);
    ends.push_back(out.size() - in.text_begin);
  }
  in.ends_begin = out.put_entries(std::span<const std::uint64_t>(ends));
  return in;
}

}  // namespace

void write_columns(const std::filesystem::path& shard, const std::stop_token& stop,
                   KnownGroups groups) {
  const Xapian::Database database(shard.string());
  DerivedFileWriter out(shard / archive::kColumnsFile);
  archive::ColumnsContents contents;
  for (std::size_t i = 0; i < archive::kValueColumns; ++i) {
    if (stop.stop_requested()) throw Stopped();
    contents.values[i] =
        put_column(archive::read_column(database, archive::column_slots()[i]), out);
  }
  if (stop.stop_requested()) throw Stopped();
  std::vector<std::uint64_t> read;
  if (groups.empty()) groups = read = archive::read_duplicate_groups(database);
  contents.groups = groups.size();
  contents.groups_begin = out.put_entries(groups);
  out.finish(contents, archive::kColumnsMagic, database);
}

}  // namespace warraq::indexer
