#include "eval/command.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string_view>

#include "eval/metrics.h"
#include "eval/report.h"
#include "eval/trec.h"

namespace warraq::eval {
namespace {

namespace po = boost::program_options;

enum ExitCode : int { kDone = 0, kUsage = 2, kUnreadable = 3, kInputRejected = 8, kIo = 9 };

/// A wrong file can have millions of rejected lines: this many show what is wrong with it.
constexpr std::size_t kMaxMessages = 20;

struct Options {
  std::string qrels;
  std::string run;
  std::string compared;  ///< the run B; empty without --compare
  ReportOptions report;
};

class UnreadableFile : public std::runtime_error {
 public:
  explicit UnreadableFile(const std::string& file)
      : std::runtime_error(file + ": missing or unreadable") {}
};

po::options_description visible_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("compare", po::value<std::string>()->value_name("RUN_B"), "measure RUN_B against RUN");
  add("per-query", "each query's values too");
  add("format", po::value<std::string>()->value_name("human|json")->default_value("human"),
      "what to print");
  add("help,h", "show this and stop");
  return options;
}

void print_help(std::ostream& out) {
  out << "Usage: warraq-eval QRELS RUN [--compare RUN_B] [--per-query] [--format human|json]\n"
         "Measures a TREC run against TREC judgements.\n\n"
      << visible_options();
}

po::variables_map parse(const std::vector<std::string>& arguments) {
  po::options_description all = visible_options();
  auto add = all.add_options();
  add("qrels", po::value<std::string>());
  add("run", po::value<std::string>());
  po::positional_options_description positions;
  positions.add("qrels", 1).add("run", 1);
  po::variables_map values;
  po::store(po::command_line_parser(arguments).options(all).positional(positions).run(), values);
  po::notify(values);
  return values;
}

Format format_called(const std::string& name) {
  if (name == "human") return Format::human;
  if (name == "json") return Format::json;
  throw po::error("--format is human or json, not '" + name + "'");
}

Options options_from(const po::variables_map& values) {
  if (values.count("run") == 0) throw po::error("QRELS and RUN are needed");
  Options options;
  options.qrels = values["qrels"].as<std::string>();
  options.run = values["run"].as<std::string>();
  if (values.count("compare") != 0) options.compared = values["compare"].as<std::string>();
  options.report.per_query = values.count("per-query") != 0;
  options.report.format = format_called(values["format"].as<std::string>());
  return options;
}

/// Reads whole files, says which lines were rejected, and remembers that there were some.
class Files {
 public:
  explicit Files(std::ostream& err) : err_(err) {}

  Qrels qrels(const std::string& file) { return read(file, read_qrels); }
  Run run(const std::string& file) { return read(file, read_run); }
  [[nodiscard]] bool any_rejected() const { return any_rejected_; }

 private:
  template <typename Content>
  Content read(const std::string& file,
               Content (*read_lines)(std::istream&, std::vector<RejectedLine>&)) {
    // A folder opens like a file, and then reads as an empty one.
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file)) throw UnreadableFile(file);
    std::vector<RejectedLine> rejected;
    Content content = read_lines(in, rejected);
    if (in.bad()) throw UnreadableFile(file);
    report_rejected(file, rejected);
    return content;
  }

  void report_rejected(const std::string& file, const std::vector<RejectedLine>& rejected) {
    any_rejected_ = any_rejected_ || !rejected.empty();
    const std::size_t shown = std::min(rejected.size(), kMaxMessages);
    for (std::size_t i = 0; i < shown; ++i) {
      err_ << file << ':' << rejected[i].line << ": " << rejected[i].reason << '\n';
    }
    if (rejected.size() > shown) {
      err_ << file << ": and " << rejected.size() - shown << " more lines rejected\n";
    }
  }

  std::ostream& err_;
  bool any_rejected_ = false;
};

void measure_files(const Options& options, Files& files, std::ostream& out, std::ostream& err) {
  const Qrels qrels = files.qrels(options.qrels);
  const NamedEvaluation run{options.run, evaluate(qrels, files.run(options.run))};
  if (run.evaluation.by_query.empty()) {
    err << options.qrels << ": no query has a relevant document\n";
  }
  if (options.compared.empty()) {
    report(out, run, options.report);
    return;
  }
  const NamedEvaluation compared{options.compared, evaluate(qrels, files.run(options.compared))};
  report_comparison(out, run, compared, options.report);
}

std::optional<Options> read_options(const std::vector<std::string>& arguments, std::ostream& out) {
  const po::variables_map values = parse(arguments);
  if (values.count("help") == 0) return options_from(values);
  print_help(out);
  return std::nullopt;
}

}  // namespace

int run_command(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  Files files(err);
  try {
    const std::optional<Options> options = read_options(arguments, out);
    if (options) measure_files(*options, files, out, err);
  } catch (const po::error& error) {
    err << "warraq-eval: " << error.what() << "; see warraq-eval --help\n";
    return kUsage;
  } catch (const UnreadableFile& error) {
    err << "warraq-eval: " << error.what() << '\n';
    return kUnreadable;
  }
  if (!out.flush()) {
    err << "warraq-eval: the results could not be written\n";
    return kIo;
  }
  return files.any_rejected() ? kInputRejected : kDone;
}

}  // namespace warraq::eval
