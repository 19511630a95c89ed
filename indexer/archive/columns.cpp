#include "indexer/archive/columns.h"

#include <utility>

#include "indexer/archive/column_values.h"
#include "indexer/archive/schema.h"

namespace warraq::archive {

struct Columns::Database {
  Xapian::Database database;
  std::array<ColumnValues, kValueColumns> values;
  std::vector<std::uint64_t> groups;
};

std::shared_ptr<const Columns> Columns::open(const std::filesystem::path& shard,
                                             const Xapian::Database& database) {
  return open_derived<Columns>(shard / kColumnsFile, kColumnsMagic, database);
}

Columns::Columns(std::unique_ptr<const DerivedFile> file) : file_(std::move(file)) {
  const auto contents = file_->contents<ColumnsContents>();
  for (std::size_t i = 0; i < kValueColumns; ++i) take(i, contents.values[i]);
  groups_ = file_->entries<std::uint64_t>(contents.groups_begin, contents.groups);
  if (groups_.empty()) file_->throw_damaged();
}

Columns::Columns(const Xapian::Database& database)
    : database_(std::make_unique<Database>(Database{database, {}, {}})) {}

Columns::~Columns() = default;

void Columns::take(std::size_t index, const ColumnInFile& in) {
  if (in.values == 0 || in.code_bytes != code_bytes_for(in.values) ||
      in.documents > file_->body().size()) {
    file_->throw_damaged();
  }
  Column& column = columns_[index];
  const auto codes = file_->entries<char>(in.codes_begin, in.documents * in.code_bytes);
  column.codes = Codes({codes.data(), codes.size()}, in.code_bytes);
  const auto ends = file_->entries<std::uint64_t>(in.ends_begin, in.values);
  const auto text = file_->entries<char>(in.text_begin, ends.back());
  column.texts.reserve(ends.size());
  std::uint64_t begin = 0;
  for (const std::uint64_t end : ends) {
    if (end < begin || end > text.size()) file_->throw_damaged();
    column.texts.emplace_back(text.data() + begin, end - begin);
    begin = end;
  }
  if (!column.texts.front().empty()) file_->throw_damaged();
  if (index == kDays) number_days(column);
}

void Columns::read(std::size_t index) const {
  ColumnValues& values = database_->values[index];
  values = read_column(database_->database, column_slots()[index]);
  Column& column = columns_[index];
  column.codes = Codes({reinterpret_cast<const char*>(values.codes.data()),
                        values.codes.size() * sizeof(std::uint32_t)},
                       sizeof(std::uint32_t));
  column.texts.assign(values.values.begin(), values.values.end());
  if (index == kDays) number_days(column);
}

void Columns::read_groups() const {
  database_->groups = read_duplicate_groups(database_->database);
  groups_ = database_->groups;
}

void Columns::number_days(Column& days) {
  days.numbers.reserve(days.texts.size());
  for (const std::string_view text : days.texts) days.numbers.push_back(day_number(text));
}

std::span<const std::uint32_t, kValueColumns> column_slots() {
  static constexpr std::array<std::uint32_t, kValueColumns> kSlots = {
      slot::kDate, slot::kSource, slot::kCategory, slot::kAuthor, slot::kAgency};
  return kSlots;
}

}  // namespace warraq::archive
