#include "indexer/write/derived_file_writer.h"

#include <algorithm>

namespace warraq::indexer {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{256} << 10;

}  // namespace

DerivedFileWriter::DerivedFileWriter(const std::filesystem::path& path) : file_(path) {
  buffer_.reserve(kBufferBytes);
}

void DerivedFileWriter::put(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    file_.write(buffer_);
    buffer_.clear();
  }
  buffer_ += bytes;
  size_ += bytes.size();
}

void DerivedFileWriter::align(std::size_t size) {
  while (size_ % size != 0) put({"\0", 1});
}

void DerivedFileWriter::finish(const archive::DerivedMagic& magic,
                               const Xapian::Database& database) {
  archive::DerivedTrailer trailer;
  trailer.database_revision = database.get_revision();
  const std::string uuid = database.get_uuid();
  std::copy_n(uuid.begin(), std::min(uuid.size(), trailer.database_uuid.size()),
              trailer.database_uuid.begin());
  trailer.magic = magic;
  put_value(trailer);
  file_.write(buffer_);
  file_.sync();
}

}  // namespace warraq::indexer
