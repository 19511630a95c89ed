#include "searcher/cli/count_options.h"

#include "searcher/cli/search_options.h"

namespace warraq::searcher::commands {

namespace po = boost::program_options;

void add_count_options(po::options_description& options) {
  add_filter_options(options);
  add_matching_options(options);
  options.add_options()("stdin", "read the query from standard input")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human, json, jsonl or csv");
}

output::CountsFormat counts_format(const po::variables_map& values) {
  const std::string_view name = checked_format(values, {"human", "json", "jsonl", "csv"});
  if (name == "json") return output::CountsFormat::json;
  if (name == "jsonl") return output::CountsFormat::jsonl;
  return name == "csv" ? output::CountsFormat::csv : output::CountsFormat::human;
}

}  // namespace warraq::searcher::commands
