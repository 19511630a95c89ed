#include "indexer/cli/input_run.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/cli/place.h"
#include "indexer/cli/report_summary.h"
#include "indexer/report/report_json.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/read_file.h"
#include "warraq/cli/values.h"
#include "warraq/counted.h"
#include "warraq/error.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;
namespace {

using warraq::cli::human_bytes;
using warraq::cli::NumberRange;
using warraq::cli::print_message;
using warraq::cli::read_number;
using warraq::cli::refuse_value;

constexpr NumberRange kJobs = {"--jobs", "threads", 0, 256};
constexpr NumberRange kMemory = {"--memory", "megabytes", 64, 1 << 20};
// Xapian stores no more than about 100 MB for one article.
constexpr NumberRange kMaxArticle = {"--max-article", "megabytes", 1, 90};
constexpr std::uint64_t kMaxRejectionsShown = 20;
constexpr int kReportVersion = 1;
constexpr auto kReplaceInvalid = nlohmann::json::error_handler_t::replace;

std::size_t megabytes(std::uint64_t number) { return static_cast<std::size_t>(number) << 20U; }

corpus::InputFormat read_format(const std::string& name) {
  if (const auto format = corpus::input_format(name)) return *format;
  refuse_value("--input-format", name, corpus::input_format_names());
}

corpus::FieldMap read_map(const std::string& path) {
  return corpus::parse_field_map(warraq::cli::read_file(path, "name a mapping file after --map"));
}

OnError read_on_error(const std::string& name) {
  if (name == "skip") return OnError::skip;
  if (name == "stop") return OnError::stop;
  refuse_value("--on-error", name, "skip or stop");
}

ProgressMode read_progress(const po::variables_map& values) {
  const auto& name = values["progress"].as<std::string>();
  if (name == "auto") return ProgressMode::automatic;
  if (name == "always") return ProgressMode::always;
  if (name == "never") return ProgressMode::never;
  refuse_value("--progress", name, "auto, always or never");
}

RunOptions read_options(const po::variables_map& values) {
  const auto text = [&](const char* name) { return values[name].as<std::string>(); };
  RunOptions options;
  options.read.format = read_format(text("input-format"));
  options.read.max_article_bytes = megabytes(read_number(kMaxArticle, text("max-article")));
  if (values.count("map") != 0) options.read.map = read_map(text("map"));
  options.jobs = static_cast<unsigned>(read_number(kJobs, text("jobs")));
  options.memory_bytes = megabytes(read_number(kMemory, text("memory")));
  options.on_error = read_on_error(text("on-error"));
  options.find_furniture = values.count("keep-furniture") == 0;
  options.dry_run = values.count("dry-run") != 0;
  return options;
}

// What did not become an article, for --rejects.
std::string as_line(const corpus::Rejection& rejection) {
  const nlohmann::ordered_json line = {{"file", rejection.origin.file},
                                       {"record", rejection.origin.record},
                                       {"line", rejection.origin.line},
                                       {"reason", rejection.reason},
                                       {"content", rejection.record}};
  return line.dump(-1, ' ', false, kReplaceInvalid);
}

// One more part of the summary, where there is something to tell.
std::string and_counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return number == 0 ? "" : ", " + counted(number, one, many);
}

std::string outcome(const RunResult& result, const RunOptions& options, bool is_build,
                    const std::filesystem::path& archive) {
  const std::string place = analyzers::isolate(archive.string());
  if (options.dry_run) return "nothing was written";
  if (is_build && (result.stopped || result.counts.articles_read == 0)) {
    const std::string why = result.stopped ? "stopped: " : "nothing was read: ";
    const bool stands = std::filesystem::exists(archive);
    return why + (stands ? place + " is as it was before" : "no archive was made");
  }
  return (result.stopped ? "stopped: " : "") + counted(result.articles_in_archive, "article") +
         " in " + place;
}

}  // namespace

void add_reading_options(po::options_description& options) {
  const auto value = [](const char* name, const char* fallback) {
    return po::value<std::string>()->value_name(name)->default_value(fallback);
  };
  warraq::cli::add_archive_option(options);
  options.add_options()("input-format", value("FORMAT", "auto"),
                        corpus::input_format_names().c_str())(
      "map", po::value<std::string>()->value_name("FILE"),
      "which fields of the input are which of an article's: lines like 'title = headline'")(
      "jobs", value("N", "0"), "threads that analyse and write; 0: as many as the machine has")(
      "memory", value("MB", "512"), "what the run may hold in memory; 80 let a thread work")(
      "max-article", value("MB", "32"),
      "a larger article is rejected; while it is written, one takes some 7 times its size in "
      "memory beside --memory (with add 25 times), and five times as much where no word comes "
      "twice")("on-error", value("WHAT", "skip"),
               "skip or stop: what to do at a record that is no article")(
      "rejects", po::value<std::string>()->value_name("FILE"),
      "write rejected records and reasons there, as JSON lines; - for standard output")(
      "report", po::value<std::string>()->value_name("FILE"),
      "write the counts there, as JSON; - for standard output")(
      "progress", value("WHEN", "auto"), "auto (on a terminal), always or never")(
      "keep-furniture", "search also the lines that a source prints in article after article")(
      "dry-run", "read and analyse, write nothing");
}

InputRun::InputRun(std::string_view command, const warraq::cli::ParsedOptions& parsed)
    : command_(command),
      archive_(warraq::cli::archive_path(parsed.values)),
      inputs_(parsed.positional),
      options_(read_options(parsed.values)),
      progress_(read_progress(parsed.values)) {
  if (inputs_.empty()) {
    throw Error(ErrorCode::usage, "no input named",
                "name files or folders, or - for standard input");
  }
  open_outputs(parsed.values);
  options_.stop = warraq::cli::stop_on_signals();
  options_.on_rejection = [this](const corpus::Rejection& rejection) { show_rejection(rejection); };
  options_.on_notice = [this](const Notice& notice) {
    if (notices_.is_shown(notice)) progress_.clear();
    notices_.add(notice);
  };
  options_.on_progress = [this](const Progress& progress) { progress_.show(progress); };
}

// Before the work and not after it: a place that cannot be written shows at once.
void InputRun::open_outputs(const po::variables_map& values) {
  const auto path_of = [&](const char* option) {
    return values.count(option) == 0 ? std::string()
                                     : output_path(values[option].as<std::string>());
  };
  const std::string rejects = path_of("rejects");
  const std::string report = path_of("report");
  if (rejects == kStandardOutput && report == kStandardOutput) {
    throw Error(ErrorCode::usage, "--rejects and --report cannot both go to standard output",
                "name a file for one of them");
  }
  if (!rejects.empty()) rejects_.emplace("the rejects file", rejects);
  if (!report.empty()) report_.emplace("the report", report);
}

// A file that is written may be one that is read, or lie in a folder that is.
std::string InputRun::output_path(const std::string& given) const {
  if (given == kStandardOutput) return given;
  std::error_code error;
  const auto path = std::filesystem::canonical(given, error);
  if (error) return given;  // nothing is there yet
  for (const std::string& input : inputs_) {
    const auto read = std::filesystem::canonical(input, error);
    if (error ||
        std::mismatch(read.begin(), read.end(), path.begin(), path.end()).first != read.end()) {
      continue;
    }
    throw Error(ErrorCode::usage,
                analyzers::isolate(given) + " is among the inputs, and would be overwritten",
                "name another file for --rejects or --report");
  }
  return given;
}

void InputRun::show_rejection(const corpus::Rejection& rejection) {
  if (rejects_) rejects_->write_line(as_line(rejection));
  // A whole file that was not read is always named, however many records were rejected before it.
  const bool is_file = rejection.origin.record == 0;
  if (rejections_shown_ > kMaxRejectionsShown && !is_file) return;
  progress_.clear();
  if (is_file || rejections_shown_++ < kMaxRejectionsShown) {
    print_message("rejected: " + place_of(rejection.origin) + ": " +
                  analyzers::displayable(rejection.reason));
  } else {
    print_message("further rejections are only counted; --rejects FILE keeps them all");
  }
}

int InputRun::finish(const RunResult& result) {
  progress_.clear();
  notices_.finish();
  print_summary(result);
  if (rejects_) rejects_->close();
  if (report_) write_report(result);
  if (warraq::cli::signal_exit_code() != 0 && result.stopped)
    return warraq::cli::signal_exit_code();
  const bool nothing_read = result.counts.articles_read == 0;
  return result.counts.rejected != 0 || nothing_read ? kExitInputRejected : kExitDone;
}

void InputRun::print_summary(const RunResult& result) {
  const archive::ReadingCounts& counts = result.counts;
  for (const std::string& line : summary_of(result.report)) print_message(line);
  const double seconds = progress_.seconds();
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(counts.text_bytes) / seconds);
  print_message(
      counted(counts.articles_read, "article") + " read" +
      and_counted(counts.replaced, "replaced", "replaced") +
      and_counted(counts.rejected, "rejected", "rejected") +
      and_counted(counts.dates_refused, "with a date that is none", "with a date that is none") +
      and_counted(counts.duplicates_grouped, "near duplicate", "near duplicates") +
      and_counted(counts.replaced_sequences, "invalid UTF-8 sequence", "invalid UTF-8 sequences") +
      " (" + human_bytes(counts.text_bytes) + " of text in " + clock_time(seconds) + ", " +
      human_bytes(rate) + "/s); " + outcome(result, options_, command_ == "build", archive_));
}

void InputRun::write_report(const RunResult& result) {
  nlohmann::ordered_json report = {
      {"version", kReportVersion}, {"command", command_}, {"archive", archive_.string()}};
  for (const auto& [name, count] : archive::kReadingCounts) {
    report[std::string(name)] = result.counts.*count;
  }
  if (options_.dry_run) report["replaced"] = report["duplicates_grouped"] = nullptr;
  report.update({{"articles_in_archive", result.articles_in_archive},
                 {"stopped", result.stopped},
                 {"dry_run", options_.dry_run},
                 {"seconds", progress_.seconds()}});
  add_findings(report, result.report);
  notices_.add_to(report);
  report_->write_line(report.dump(2, ' ', false, kReplaceInvalid));
  report_->close();
}

}  // namespace warraq::indexer::cli
