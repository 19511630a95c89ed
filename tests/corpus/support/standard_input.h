// Standard input from a file.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace warraq::tests {

/// Standard input is `file` while this lives.
class StandardInputFrom {
 public:
  explicit StandardInputFrom(const std::string& file) : saved_(::dup(STDIN_FILENO)) {
    const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) throw std::runtime_error("cannot open " + file);
    ::dup2(number, STDIN_FILENO);
    ::close(number);
  }
  StandardInputFrom(const StandardInputFrom&) = delete;
  StandardInputFrom& operator=(const StandardInputFrom&) = delete;
  ~StandardInputFrom() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
};

}  // namespace warraq::tests
