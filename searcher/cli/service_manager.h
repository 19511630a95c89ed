// What systemd and its like say to a service and want to hear (sd_listen_fds(3), sd_notify(3)).
#pragma once

#include <string_view>

namespace warraq::searcher::commands {

/// The listening socket that this process was given; -1: none. Throws Error(usage) where there are
/// several.
[[nodiscard]] int handed_over_socket();

/// Tells "READY=1" and the like to the service manager, if one wants to know.
void notify_service_manager(std::string_view state);

/// Whether the service manager wants to hear "WATCHDOG=1" again and again.
[[nodiscard]] bool has_watchdog();

}  // namespace warraq::searcher::commands
