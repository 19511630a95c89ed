// By which names a server is asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warraq::searcher::serve {

/// Whether a Host header (RFC 9110, 7.2) has an address, localhost, or one of `names`, whatever the
/// port. A site that has its own name lead to this machine's loopback address (DNS rebinding) can
/// have its pages ask a server there, but they send that name.
[[nodiscard]] bool is_expected_host(std::string_view host, const std::vector<std::string>& names);

}  // namespace warraq::searcher::serve
