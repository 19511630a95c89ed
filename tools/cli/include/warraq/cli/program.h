// What every program of the project does the same way: messages, exit codes, signals, the archive
// option.
#pragma once

#include <boost/program_options.hpp>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/error.h"

namespace warraq::cli {

/// One subcommand: its name, one line about it, and what runs it. `run` gets the arguments after
/// the name and returns the exit code.
struct Command {
  std::string_view name;
  std::string_view summary;
  std::function<int(const std::vector<std::string>& arguments)> run;
};

/// The body of main(): finds the subcommand, answers --help, --version and --describe (all options
/// of all subcommands as JSON, for manual pages and completion), runs it, turns what it throws into
/// a message on standard error and an exit code, and a closed standard output into a quiet end
/// (141, as the shell reports SIGPIPE). A standard output that could not be written is
/// ErrorCode::io.
int run_program(std::string_view program, std::string_view summary,
                const std::vector<Command>& commands, int argc, const char* const* argv);

/// Options of one subcommand, read with Boost.ProgramOptions. --help and --describe are answered by
/// parse_options(), before which a command does nothing.
struct ParsedOptions {
  boost::program_options::variables_map values;
  std::vector<std::string> positional;
  bool help_shown = false;
};

/// Reads `arguments`. An argument that begins with `-` and a character that no option begins with
/// is positional (a query), and so is everything after `--`. Throws Error(usage) for an unknown
/// option or a bad value, naming it.
[[nodiscard]] ParsedOptions parse_options(
    const std::vector<std::string>& arguments,
    const boost::program_options::options_description& options, std::string_view usage,
    std::string_view about);

/// Adds -a/--archive.
void add_archive_option(boost::program_options::options_description& options);
/// The archive named by -a/--archive, else by WARRAQ_ARCHIVE; Error(usage) where neither is given.
[[nodiscard]] std::filesystem::path archive_path(
    const boost::program_options::variables_map& values);

/// Prints `warraq: message` (and the hint) on standard error.
void print_error(const Error& error);
/// Prints one line on standard error, after the program's name.
void print_message(std::string_view message);
/// The same for a thread that does not fill standard output: past the streams, because std::cerr
/// flushes std::cout before it prints.
void write_message(std::string_view message);

/// Whether standard output / standard error is a terminal that takes colour (NO_COLOR unset).
[[nodiscard]] bool stdout_takes_colour();
[[nodiscard]] bool stderr_is_terminal();
/// How wide a line of standard output may be: what COLUMNS says, else the terminal, else 80.
[[nodiscard]] std::size_t terminal_columns();
/// Whether the locale's characters are UTF-8, by LC_ALL, LC_CTYPE and LANG.
[[nodiscard]] bool terminal_takes_utf8();

/// A token that is asked to stop by SIGINT, SIGTERM or SIGHUP, from the first call on. After
/// that, signal_exit_code() is 130, 143 or 129; 0 before. A second signal ends the process at once.
[[nodiscard]] std::stop_token stop_on_signals();
[[nodiscard]] int signal_exit_code();
/// SIGHUP calls `action` then, and stops nothing: for servers. On a thread of its own. To be called
/// before stop_on_signals().
void on_hangup(std::function<void()> action);

/// "12.3 MB": sizes in messages (powers of 1000).
[[nodiscard]] std::string human_bytes(std::uint64_t bytes);

}  // namespace warraq::cli
