#include "searcher/cli/listen_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "warraq/cli/values.h"

namespace warraq::searcher::commands {
namespace {

[[noreturn]] void refuse(std::string_view text) {
  cli::refuse_value("--listen", std::string(text),
                    "a numeric address and a port, as 127.0.0.1:8080 or [::1]:8080");
}

bool is_v4(const std::string& address, bool& is_loopback) {
  in_addr v4{};
  if (inet_pton(AF_INET, address.c_str(), &v4) != 1) return false;
  is_loopback = ntohl(v4.s_addr) >> 24U == 127;
  return true;
}

bool is_v6(const std::string& address, bool& is_loopback) {
  in6_addr v6{};
  if (inet_pton(AF_INET6, address.c_str(), &v6) != 1) return false;
  is_loopback = IN6_IS_ADDR_LOOPBACK(&v6);
  return true;
}

}  // namespace

ListenAddress read_listen_address(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) refuse(text);
  ListenAddress result;
  std::string_view host = text.substr(0, colon);
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (bracketed) host = host.substr(1, host.size() - 2);
  result.address = host == "localhost" ? "127.0.0.1" : std::string(host);
  const bool known = bracketed ? is_v6(result.address, result.is_loopback)
                               : is_v4(result.address, result.is_loopback);
  if (!known) refuse(text);
  result.port = static_cast<std::uint16_t>(cli::read_number(
      {"the port of --listen", "a port", 0, 65'535}, std::string(text.substr(colon + 1))));
  return result;
}

}  // namespace warraq::searcher::commands
