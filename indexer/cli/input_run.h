// What build and add share: their options, the messages while they run, and how they end.
#pragma once

#include <boost/program_options.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cli/progress_line.h"
#include "indexer/cli/rejects_file.h"
#include "warraq/cli/program.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {

/// The options of every command that reads articles.
void add_reading_options(boost::program_options::options_description& options);

/// One run of build or add.
class InputRun {
 public:
  /// Throws Error(usage) for values out of range and where no input is named.
  InputRun(std::string_view command, const warraq::cli::ParsedOptions& parsed);
  InputRun(const InputRun&) = delete;
  InputRun& operator=(const InputRun&) = delete;

  [[nodiscard]] const std::filesystem::path& archive() const { return archive_; }
  [[nodiscard]] const std::vector<std::string>& inputs() const { return inputs_; }
  /// With callbacks into this object.
  [[nodiscard]] RunOptions& options() { return options_; }

  /// Prints the summary, writes the report, and says the exit code.
  [[nodiscard]] int finish(const RunResult& result);

 private:
  void refuse_to_overwrite_inputs(const std::string& output) const;
  void show_rejection(const corpus::Rejection& rejection);
  void print_summary(const RunResult& result);
  [[noreturn]] void refuse_report() const;
  void write_report(const RunResult& result);

  std::string command_;
  std::filesystem::path archive_;
  std::vector<std::string> inputs_;
  RunOptions options_;
  ProgressLine progress_;
  std::optional<RejectsFile> rejects_;
  std::string report_path_;
  std::ofstream report_;
  std::uint64_t rejections_shown_ = 0;
};

}  // namespace warraq::indexer::cli
