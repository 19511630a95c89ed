#include "searcher/cli/service_manager.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>

#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

constexpr int kFirstSocket = 3;  // SD_LISTEN_FDS_START

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

int handed_over_socket() {
  if (variable("LISTEN_PID") != std::to_string(getpid())) return -1;
  const std::string_view count = variable("LISTEN_FDS");
  if (count.empty() || count == "0") return -1;
  if (count != "1") {
    throw Error(ErrorCode::usage, "more than one socket was handed over",
                "let the socket unit have one ListenStream=");
  }
  fcntl(kFirstSocket, F_SETFD, FD_CLOEXEC);
  return kFirstSocket;
}

void notify_service_manager(std::string_view state) {
  const std::string_view path = variable("NOTIFY_SOCKET");
  sockaddr_un address{};
  if (path.empty() || path.size() >= sizeof address.sun_path) return;
  address.sun_family = AF_UNIX;
  std::copy(path.begin(), path.end(), address.sun_path);
  if (path.front() == '@') address.sun_path[0] = '\0';
  const int notifier = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (notifier < 0) return;
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  // Who does not listen does not need to know.
  static_cast<void>(sendto(notifier, state.data(), state.size(), MSG_NOSIGNAL | MSG_DONTWAIT,
                           reinterpret_cast<const sockaddr*>(&address), size));
  close(notifier);
}

bool has_watchdog() {
  const std::string_view process = variable("WATCHDOG_PID");
  return !variable("WATCHDOG_USEC").empty() &&
         (process.empty() || process == std::to_string(getpid()));
}

}  // namespace warraq::searcher::commands
