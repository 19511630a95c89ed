// The command line of warraq-eval.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace warraq::eval {

/// Runs the command with `arguments` (the program's name left out), results to `out`, messages to
/// `err`. Returns the exit code: 0 done, 2 usage, 3 a file missing or unreadable, 8 done, with
/// lines rejected, 9 the results could not be written.
[[nodiscard]] int run_command(const std::vector<std::string>& arguments, std::ostream& out,
                              std::ostream& err);

}  // namespace warraq::eval
