// What build and add share: their options, the messages while they run, and how they end.
#pragma once

#include <boost/program_options.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/cli/notices.h"
#include "indexer/cli/output_file.h"
#include "indexer/cli/progress_line.h"
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
  void open_outputs(const boost::program_options::variables_map& values);
  [[nodiscard]] std::string output_path(const std::string& given) const;
  void show_rejection(const corpus::Rejection& rejection);
  void print_summary(const RunResult& result);
  void write_report(const RunResult& result);

  std::string command_;
  std::filesystem::path archive_;
  std::vector<std::string> inputs_;
  RunOptions options_;
  ProgressLine progress_;
  Notices notices_;
  std::optional<OutputFile> rejects_;
  std::optional<OutputFile> report_;
  std::uint64_t rejections_shown_ = 0;
};

}  // namespace warraq::indexer::cli
