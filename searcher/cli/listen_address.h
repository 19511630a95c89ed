// --listen: where a server listens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::searcher::commands {

struct ListenAddress {
  std::string address;  ///< numeric, IPv4 or IPv6
  std::uint16_t port = 0;
  bool is_loopback = false;  ///< reached from this machine alone
};

/// "127.0.0.1:8080", "[::1]:8080" or "localhost:8080". Throws Error(usage).
[[nodiscard]] ListenAddress read_listen_address(std::string_view text);

}  // namespace warraq::searcher::commands
