#include "indexer/cli/progress_line.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>

#include "warraq/cli/program.h"
#include "warraq/counted.h"

namespace warraq::indexer::cli {
namespace {

constexpr std::chrono::seconds kBetweenLines{5};
// Before this a rate says nothing yet.
constexpr double kMinSeconds = 0.5;

std::string percent(double part) {
  std::array<char, 16> text{};
  static_cast<void>(std::snprintf(text.data(), text.size(), "%.0f %%", 100 * part));
  return text.data();
}

}  // namespace

std::string clock_time(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  std::array<char, 32> text{};
  if (whole >= 3600) {
    static_cast<void>(std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", whole / 3600,
                                    whole / 60 % 60, whole % 60));
  } else {
    static_cast<void>(std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60));
  }
  return text.data();
}

ProgressLine::ProgressLine(ProgressMode mode)
    : terminal_(warraq::cli::stderr_is_terminal()),
      wanted_(mode == ProgressMode::always || (mode == ProgressMode::automatic && terminal_)),
      start_(std::chrono::steady_clock::now()),
      next_line_(start_) {}

double ProgressLine::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void ProgressLine::show(const Progress& progress) {
  if (!wanted_) return;
  if (terminal_) {
    std::cerr << '\r' << text(progress) << "\x1b[K" << std::flush;
    shown_ = true;
    return;
  }
  const auto now = std::chrono::steady_clock::now();
  if (now < next_line_ && !progress.finishing) return;
  next_line_ = now + kBetweenLines;
  std::cerr << text(progress) << std::endl;
}

void ProgressLine::clear() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

std::string ProgressLine::text(const Progress& progress) const {
  std::string line = counted(progress.counts.articles_read, "article");
  const double elapsed = seconds();
  if (elapsed < kMinSeconds) return line;
  const auto rate = static_cast<double>(progress.counts.text_bytes) / elapsed;
  line += ", " + warraq::cli::human_bytes(static_cast<std::uint64_t>(rate)) + "/s";
  if (progress.finishing) return line + ", finishing";
  const auto& input = progress.input;
  if (input.bytes_total == 0 || input.bytes_done == 0) return line;
  const double part =
      std::min(1.0, static_cast<double>(input.bytes_done) / static_cast<double>(input.bytes_total));
  return line + ", " + percent(part) + ", " + clock_time(elapsed / part - elapsed) + " left";
}

}  // namespace warraq::indexer::cli
