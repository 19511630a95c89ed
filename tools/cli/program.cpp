#include "warraq/cli/program.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <new>

#include <nlohmann/json.hpp>

#include "tools/cli/describe.h"
#include "warraq/analyzers/direction.h"

namespace warraq::cli {
namespace {

// What was given is quoted in messages, be it a megabyte.
constexpr std::size_t kMaxMessageBytes = 1'000;

constexpr int kExitClosedPipe = 128 + SIGPIPE;

std::string program_name = "warraq";

void print_usage(std::ostream& out, std::string_view program, std::string_view summary,
                 const std::vector<Command>& commands) {
  out << "usage: " << program << " COMMAND [OPTION…] [ARGUMENT…]\n\n"
      << summary << "\n\ncommands:\n";
  std::size_t width = 0;
  for (const Command& command : commands) width = std::max(width, command.name.size());
  for (const Command& command : commands) {
    out << "  " << command.name << std::string(width - command.name.size() + 2, ' ')
        << command.summary << '\n';
  }
  out << "\n'" << program << " COMMAND --help' tells of one command; --version of this program.\n";
}

// All subcommands as one JSON object, each told of by what reads its options.
void print_description(std::string_view program, std::string_view summary,
                       const std::vector<Command>& commands) {
  const auto quoted = [](std::string_view text) { return nlohmann::json(text).dump(); };
  std::cout << R"({"program":)" << quoted(program) << R"(,"version":)" << quoted(WARRAQ_VERSION)
            << R"(,"summary":)" << quoted(summary) << R"(,"commands":[)";
  for (const Command& command : commands) {
    std::cout << (&command == &commands.front() ? "\n" : ",\n") << R"({"name":)"
              << quoted(command.name) << R"(,"summary":)" << quoted(command.summary)
              << R"(,"takes":)";
    command.run({std::string(kDescribe)});
    std::cout << '}';
  }
  std::cout << "\n]}\n";
}

int dispatch(std::string_view program, std::string_view summary,
             const std::vector<Command>& commands, const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    print_usage(std::cerr, program, summary, commands);
    return static_cast<int>(ErrorCode::usage);
  }
  const std::string& name = arguments.front();
  if (name == "--help" || name == "-h" || name == "help") {
    print_usage(std::cout, program, summary, commands);
    return kExitDone;
  }
  if (name == "--version") {
    std::cout << program << ' ' << WARRAQ_VERSION << '\n';
    return kExitDone;
  }
  if (name == kDescribe) {
    print_description(program, summary, commands);
    return kExitDone;
  }
  const auto command = std::find_if(commands.begin(), commands.end(),
                                    [&](const Command& known) { return known.name == name; });
  if (command == commands.end()) {
    throw Error(ErrorCode::usage, "no command called " + analyzers::isolate(name),
                "'" + std::string(program) + " --help' lists the commands");
  }
  return command->run({arguments.begin() + 1, arguments.end()});
}

int guarded(const std::function<int()>& body) {
  try {
    return body();
  } catch (const Error& error) {
    print_error(error);
    return static_cast<int>(error.code());
  } catch (const std::bad_alloc&) {
    print_message("not enough memory\n  ask for less at once (a smaller -n), or allow more memory");
  } catch (const std::exception& error) {
    print_message("internal error: " + analyzers::displayable(error.what()));
  }
  return static_cast<int>(ErrorCode::internal);
}

// Cut between characters. Its beginning and its end, which say what is wrong, are kept.
std::string shortened(std::string_view message) {
  if (message.size() <= kMaxMessageBytes) return std::string(message);
  const auto is_inside = [message](std::size_t at) {
    return at < message.size() && (static_cast<unsigned char>(message[at]) & 0xC0U) == 0x80;
  };
  std::size_t end = kMaxMessageBytes / 2;
  while (end > 0 && is_inside(end)) --end;
  std::size_t begin = message.size() - kMaxMessageBytes / 2;
  while (is_inside(begin)) ++begin;
  return std::string(message.substr(0, end)).append(" … ").append(message.substr(begin));
}

bool output_is_closed() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

// A stream that failed while it was filled has forgotten why: one more byte asks again.
std::string output_fault() {
  if (write(STDOUT_FILENO, "\n", 1) == 1) return "a part was not taken";
  return std::strerror(errno);
}

// Results count as given only once they are written: a full disk behind standard output is an
// error.
int flush_output(int code) {
  std::cout.flush();
  if (std::cout.good() && std::fflush(stdout) == 0) return code;
  if (output_is_closed()) return kExitClosedPipe;
  print_message("standard output cannot be written: " + output_fault());
  return static_cast<int>(ErrorCode::io);
}

}  // namespace

int run_program(std::string_view program, std::string_view summary,
                const std::vector<Command>& commands, int argc, const char* const* argv) {
  program_name = program;
  // A reader that went away (| head) shows as a failed write, which flush_output() tells apart.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ,
              SIG_IGN);  // a file past what ulimit allows: EFBIG, as a full disk is told of
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  return flush_output(guarded([&] { return dispatch(program, summary, commands, arguments); }));
}

void print_error(const Error& error) {
  print_message(error.what());
  if (!error.hint().empty()) std::cerr << "  " << error.hint() << '\n';
}

void print_message(std::string_view message) {
  std::cout.flush();
  write_message(message);
}

void write_message(std::string_view message) {
  std::string line = program_name + ": ";
  line.append(shortened(message)).append("\n");
  const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
  static_cast<void>(written);  // there is nowhere else to say so
}

}  // namespace warraq::cli
