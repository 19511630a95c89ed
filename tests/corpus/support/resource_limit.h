// Less of the system than a process is used to: what it does then can be tested.
#pragma once

#include <sys/resource.h>

#include <csignal>

namespace warraq::tests {

/// `resource` of setrlimit() is `most` while it lives.
class ResourceLimit {
 public:
  using Resource = decltype(RLIMIT_NOFILE);

  ResourceLimit(Resource resource, rlim_t most) : resource_(resource) {
    getrlimit(resource_, &before_);
    rlimit limited = before_;
    limited.rlim_cur = most;
    setrlimit(resource_, &limited);
  }
  ResourceLimit(const ResourceLimit&) = delete;
  ResourceLimit& operator=(const ResourceLimit&) = delete;
  ~ResourceLimit() { setrlimit(resource_, &before_); }

 private:
  Resource resource_;
  rlimit before_{};
};

/// No file may grow beyond `bytes` while it lives: writing fails as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes)
      : handler_(std::signal(SIGXFSZ, SIG_IGN)), limit_(RLIMIT_FSIZE, bytes) {}
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { static_cast<void>(std::signal(SIGXFSZ, handler_)); }

 private:
  void (*handler_)(int);
  ResourceLimit limit_;
};

}  // namespace warraq::tests
