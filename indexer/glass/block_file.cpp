#include "indexer/glass/block_file.h"

#include <cstring>
#include <stdexcept>
#include <utility>

#include "indexer/glass/block.h"

namespace warraq::glass {
namespace {

// Large enough that system calls do not count, small enough to stay in a core's cache.
constexpr std::size_t kBufferedBlocks = 32;

}  // namespace

BlockFile::BlockFile(std::filesystem::path path)
    : path_(std::move(path)),
      memory_(std::make_unique_for_overwrite<char[]>(kBufferedBlocks * kBlockBytes)) {}

char* BlockFile::next() const { return memory_.get() + filled_ * kBlockBytes; }

std::uint32_t BlockFile::commit() {
  if (blocks_ == UINT32_MAX) throw std::length_error(path_.string() + ": too many blocks");
  if (++filled_ == kBufferedBlocks) write_out();
  return blocks_++;
}

std::uint32_t BlockFile::write(const char* block) {
  std::memcpy(next(), block, kBlockBytes);
  return commit();
}

void BlockFile::finish() {
  if (filled_ != 0) write_out();
  if (file_) file_->sync();
  file_.reset();
}

void BlockFile::write_out() {
  if (!file_) file_.emplace(path_);
  file_->write({memory_.get(), filled_ * kBlockBytes});
  filled_ = 0;
}

}  // namespace warraq::glass
