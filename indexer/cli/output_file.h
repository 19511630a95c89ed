// A file that an option names for what it writes, or standard output for "-".
#pragma once

#include <fstream>
#include <ostream>
#include <string>
#include <string_view>

namespace warraq::indexer::cli {

inline constexpr std::string_view kStandardOutput = "-";

/// Throws Error(io), saying what cannot be written, where the file cannot be made or written.
class OutputFile {
 public:
  /// `what` is for messages: "the report". Makes the file, or empties it.
  OutputFile(std::string what, std::string path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write_line(std::string_view line);
  /// Afterwards everything is on its way to the disk.
  void close();

 private:
  [[nodiscard]] bool is_standard_output() const { return path_ == kStandardOutput; }
  [[noreturn]] void fail() const;

  std::string what_;
  std::string path_;
  std::ofstream file_;
  std::ostream& out_;
};

}  // namespace warraq::indexer::cli
