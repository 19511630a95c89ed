#include "searcher/serve/hosts.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

#include "corpus/article/text.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::string_view kLocal = "localhost";

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
  return host.substr(0, host.find(':'));
}

bool is_address(const std::string& host) {
  in6_addr address{};
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (!bracketed) return inet_pton(AF_INET, host.c_str(), &address) == 1;
  return inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &address) == 1;
}

}  // namespace

bool is_expected_host(std::string_view host, const std::vector<std::string>& names) {
  std::string name = corpus::lower_ascii(without_port(host));
  if (name.ends_with('.')) name.pop_back();
  return name == kLocal || is_address(name) ||
         std::any_of(names.begin(), names.end(),
                     [&](const std::string& each) { return corpus::lower_ascii(each) == name; });
}

}  // namespace warraq::searcher::serve
