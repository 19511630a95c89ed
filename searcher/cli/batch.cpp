// warraq-searcher batch: many queries, one run.
#include <iostream>

#include "searcher/cli/commands.h"
#include "searcher/cli/search_options.h"
#include "searcher/cli/topics.h"
#include "searcher/output/format.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/cli/read_file.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher batch -a DIR [OPTION…] TOPICS";
constexpr std::string_view kAbout =
    "Runs every topic of a file (- for standard input): lines of an id, a tab and a query, JSON\n"
    "lines, or TREC topics. A topic is a plain bag of words unless --syntax is given.";
constexpr std::size_t kTrecDepth = 100;

po::options_description batch_options() {
  po::options_description options;
  cli::add_archive_option(options);
  add_search_options(options, kTrecDepth, 0);
  options.add_options()("syntax", "read topics in the query language, not as bags of words")(
      "format", po::value<std::string>()->default_value("trec")->value_name("FORMAT"),
      "trec or jsonl")("run-tag",
                       po::value<std::string>()->default_value("warraq")->value_name("NAME"),
                       "trec: the last column");
  return options;
}

// Compressed topics, or a file that is none: its lines would be asked as they come.
std::string read_text(const std::string& path) {
  std::string text = warraq::cli::read_file(path, "name a file of topics, or - for standard input");
  if (text.find('\0') != std::string::npos) {
    throw Error(ErrorCode::io, analyzers::isolate(path) + " is no text",
                "decompress it first: zcat FILE | warraq-searcher batch … -");
  }
  return text;
}

class Run {
 public:
  Run(Searcher& searcher, Request request, output::AnswerPrinter& printer, const std::string& file)
      : searcher_(searcher),
        request_(std::move(request)),
        printer_(printer),
        file_(analyzers::isolate(file)) {}

  void ask(const Topic& topic) {
    request_.query = topic.query;
    try {
      const Answer answer = searcher_.search(request_);
      print_notes(answer.notes, place(topic.line));
      print_past_end(request_, answer, place(topic.line));
      printer_.print(topic.id, answer);
      found_ |= !answer.hits.empty();
    } catch (const Error& error) {
      // A fault of the archive ends the run; one of the topic does not.
      if (error.code() != ErrorCode::usage && error.code() != ErrorCode::query) throw;
      refuse({topic.line, "topic " + analyzers::isolate(topic.id) + ": " + error.what()});
    }
  }

  void refuse(const TopicFault& fault) {
    cli::print_message(place(fault.line) + ": " + fault.reason);
    failed_ = true;
  }

  [[nodiscard]] int exit_code() const {
    if (failed_) return kExitInputRejected;
    return found_ ? kExitDone : kExitNothingFound;
  }

 private:
  [[nodiscard]] std::string place(std::size_t line) const {
    return file_ + ", line " + std::to_string(line);
  }

  Searcher& searcher_;
  Request request_;
  output::AnswerPrinter& printer_;
  std::string file_;
  bool found_ = false;
  bool failed_ = false;
};

}  // namespace

int batch(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options = cli::parse_options(arguments, batch_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const auto format = *output::format_named(checked_format(options.values, {"trec", "jsonl"}));
  if (options.positional.size() != 1) {
    throw Error(ErrorCode::usage, "batch takes one file of topics",
                "usage: " + std::string(kUsage));
  }
  Request request = request_from(options.values);
  request.syntax = options.values.count("syntax") != 0 ? Syntax::query : Syntax::plain;
  // Runs are for judging what was asked for.
  request.suggestions = request.syntax == Syntax::query && format == output::Format::jsonl;
  request.duplicate_groups = output::shows_duplicate_groups(format);

  Searcher searcher(cli::archive_path(options.values));
  const std::string& file = options.positional.front();
  const Topics topics = read_topics(read_text(file));
  if (topics.topics.empty()) {
    cli::print_message(analyzers::isolate(file) + " holds no topics");
  }
  const auto printer =
      output::make_printer(format, std::cout, {false, options.values["run-tag"].as<std::string>()});
  print_notes(searcher.notes_on_filters(request));
  Run run(searcher, std::move(request), *printer, file);
  for (const TopicFault& fault : topics.faults) run.refuse(fault);
  for (const Topic& topic : topics.topics) {
    if (!std::cout) break;  // nobody reads on
    run.ask(topic);
  }
  return run.exit_code();
}

}  // namespace warraq::searcher::commands
