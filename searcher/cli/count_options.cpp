#include "searcher/cli/count_options.h"

#include <algorithm>
#include <sstream>

#include "searcher/cli/search_options.h"
#include "warraq/cli/values.h"

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

std::vector<FacetField> facet_fields(std::string_view option, const std::string& list) {
  std::vector<FacetField> result;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    const auto field = facet_field_named(name);
    if (!field) break;
    if (std::find(result.begin(), result.end(), *field) == result.end()) result.push_back(*field);
    if (names.eof()) return result;
  }
  cli::refuse_value(option, list,
                    "source, category, author, agency, year and month, with commas between them");
}

}  // namespace warraq::searcher::commands
