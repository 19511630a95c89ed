#include "tests/crash/killer.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <string>
#include <system_error>
#include <thread>

#include "tests/corpus/support/file_bytes.h"

namespace warraq::tests {
namespace {

namespace fs = std::filesystem;

pid_t start(const std::function<void()>& write) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child != 0) return child;
  int status = EXIT_FAILURE;
  try {
    write();
    status = EXIT_SUCCESS;
  } catch (...) {
    status = EXIT_FAILURE;
  }
  _exit(status);
}

}  // namespace

int kills_wanted(int usual) {
  const char* wanted = std::getenv("WARRAQ_KILLS");
  return wanted == nullptr ? usual : std::max(usual, std::stoi(wanted));
}

Micros time_of(const std::function<void()>& write) {
  const auto begin = std::chrono::steady_clock::now();
  write();
  return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - begin);
}

End Killer::run(const std::function<void()>& write) {
  std::uniform_int_distribution<Micros::rep> life(0, longest_.count());
  const pid_t child = start(write);
  std::this_thread::sleep_for(Micros(life(random_)));
  kill(child, SIGKILL);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  const End end = WIFSIGNALED(status) ? End::killed : End::finished;
  if (end == End::finished) REQUIRE(WEXITSTATUS(status) == EXIT_SUCCESS);
  learn_from(end);
  return end;
}

// In balance where one of four comes to its end.
void Killer::learn_from(End end) {
  if (end == End::killed) {
    ++kills_;
    longest_ += longest_ / 10;
  } else {
    longest_ -= longest_ / 4;
  }
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

Files files_of(const fs::path& archive) {
  Files files;
  files["archive.json"] = file_bytes(archive / "archive.json");
  for (const char* folder : {"shards", "live"}) {
    std::error_code none;
    for (const auto& entry : fs::recursive_directory_iterator(archive / folder, none)) {
      if (!entry.is_regular_file()) continue;
      files[entry.path().lexically_relative(archive).string()] = file_bytes(entry.path());
    }
  }
  return files;
}

bool stand_untouched(const Files& files, const fs::path& archive) {
  const Files now = files_of(archive);
  return std::includes(now.begin(), now.end(), files.begin(), files.end());
}

}  // namespace warraq::tests
