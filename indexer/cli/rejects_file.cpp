#include "indexer/cli/rejects_file.h"

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer::cli {

RejectsFile::RejectsFile(std::string path) : path_(std::move(path)), out_(path_, std::ios::binary) {
  if (!out_) fail();
}

void RejectsFile::add(const corpus::Rejection& rejection) {
  const nlohmann::ordered_json line = {{"file", rejection.origin.file},
                                       {"record", rejection.origin.record},
                                       {"line", rejection.origin.line},
                                       {"reason", rejection.reason},
                                       {"content", rejection.record}};
  out_ << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  if (!out_) fail();
}

void RejectsFile::close() {
  out_.close();
  if (!out_) fail();
}

void RejectsFile::fail() const {
  throw Error(ErrorCode::io, "the rejects file " + analyzers::isolate(path_) +
                                 " cannot be written: " + std::strerror(errno));
}

}  // namespace warraq::indexer::cli
