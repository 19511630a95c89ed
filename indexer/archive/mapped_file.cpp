#include "indexer/archive/mapped_file.h"

#include <sys/mman.h>
#include <xapian.h>

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>

namespace warraq::archive {

namespace ipc = boost::interprocess;

struct MappedFile::Mapping {
  explicit Mapping(const std::filesystem::path& path)
      : file(path.c_str(), ipc::read_only), region(file, ipc::read_only) {}
  ipc::file_mapping file;
  ipc::mapped_region region;
};

MappedFile::MappedFile(const std::filesystem::path& path) {
  try {
    mapping_ = std::make_unique<Mapping>(path);
  } catch (const ipc::interprocess_exception& error) {
    throw Xapian::DatabaseOpeningError(path.string(), error.get_native_error());
  }
  bytes_ = {static_cast<const char*>(mapping_->region.get_address()), mapping_->region.get_size()};
}

MappedFile::~MappedFile() = default;

void MappedFile::let_go_before(std::size_t end) const {
  const std::size_t whole_pages = end - end % ipc::mapped_region::get_page_size();
  // It is advice: nothing is lost where the system does not take it.
  static_cast<void>(::madvise(mapping_->region.get_address(), whole_pages, MADV_DONTNEED));
}

}  // namespace warraq::archive
