#include "warraq/cli/read_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::cli {
namespace {

[[noreturn]] void refuse(const std::string& name, int error, std::string_view advice) {
  throw Error(ErrorCode::io, analyzers::isolate(name) + " cannot be read: " + std::strerror(error),
              std::string(advice));
}

std::string read_all(std::istream& in, const std::string& name, std::string_view advice) {
  constexpr std::size_t kBlock = std::size_t{1} << 16;
  std::string text;
  std::string block(kBlock, '\0');
  errno = 0;
  while (in.read(block.data(), kBlock) || in.gcount() > 0) {
    text.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  // A folder opens, and fails when it is read.
  if (in.bad() || !in.eof()) refuse(name, errno != 0 ? errno : EIO, advice);
  return text;
}

}  // namespace

std::string read_file(const std::string& path, std::string_view advice) {
  if (path == "-") return read_all(std::cin, "standard input", advice);
  std::ifstream file(path, std::ios::binary);
  if (!file.is_open()) refuse(path, errno, advice);
  return read_all(file, path, advice);
}

}  // namespace warraq::cli
