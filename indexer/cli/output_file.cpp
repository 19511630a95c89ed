#include "indexer/cli/output_file.h"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer::cli {

OutputFile::OutputFile(std::string what, std::string path)
    : what_(std::move(what)),
      path_(std::move(path)),
      out_(is_standard_output() ? std::cout : file_) {
  if (is_standard_output()) return;
  file_.open(path_, std::ios::binary);
  if (!file_) fail();
}

void OutputFile::write_line(std::string_view line) {
  out_ << line << '\n';
  if (!out_) fail();
}

void OutputFile::close() {
  if (is_standard_output()) {
    out_.flush();
  } else {
    file_.close();
  }
  if (!out_) fail();
}

void OutputFile::fail() const {
  const std::string reason = std::strerror(errno);
  const std::string place = is_standard_output() ? "standard output" : analyzers::isolate(path_);
  throw Error(ErrorCode::io, what_ + ' ' + place + " cannot be written: " + reason);
}

}  // namespace warraq::indexer::cli
