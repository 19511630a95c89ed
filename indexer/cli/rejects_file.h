// --rejects FILE: what did not become an article, as JSON lines.
#pragma once

#include <fstream>
#include <string>

#include "warraq/corpus/reader.h"

namespace warraq::indexer::cli {

/// Each line is an object with file, record, line, reason and content (the record as it was read,
/// invalid UTF-8 replaced). Throws Error(io) where the file cannot be written.
class RejectsFile {
 public:
  explicit RejectsFile(std::string path);
  void add(const corpus::Rejection& rejection);
  /// Afterwards everything is on its way to the disk.
  void close();

 private:
  [[noreturn]] void fail() const;

  std::string path_;
  std::ofstream out_;
};

}  // namespace warraq::indexer::cli
