#include <iostream>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "indexer/cli/commands.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/counted.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;
namespace {

void read_ids(std::istream& in, std::vector<std::string>& ids) {
  std::string line;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) ids.push_back(line);
  }
  if (in.bad()) {
    throw Error(ErrorCode::io, "the ids cannot be read from standard input",
                "nothing was removed; name the ids, or read them from a file: … delete - < FILE");
  }
}

// An id that is named twice is one id: after its article is gone, it would not be found.
void drop_repetitions(std::vector<std::string>& ids) {
  std::unordered_set<std::string_view> seen;
  std::vector<std::string> kept;
  for (const std::string& id : ids) {
    if (seen.insert(id).second) kept.push_back(id);
  }
  ids = std::move(kept);
}

std::vector<std::string> ids_from(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    throw Error(ErrorCode::usage, "no id named",
                "name the ids of articles, or - to read them from standard input");
  }
  std::vector<std::string> ids;
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      read_ids(std::cin, ids);
    } else {
      ids.push_back(argument);
    }
  }
  drop_repetitions(ids);
  return ids;
}

}  // namespace

int run_delete(const std::vector<std::string>& arguments) {
  po::options_description options;
  warraq::cli::add_archive_option(options);
  const auto parsed = warraq::cli::parse_options(
      arguments, options, "warraq-indexer delete -a DIR ID…|-",
      "Removes the articles of these ids, all in one step; - reads ids from standard input, one a\n"
      "line.\n\n"
      "exit: 0 all were removed, 1 none was found, 8 some were not found (they are named), 3 no\n"
      "archive, 4 another writer holds it, 5 made by another version, 9 writing failed.");
  if (parsed.help_shown) return kExitDone;
  const std::vector<std::string> ids = ids_from(parsed.positional);
  // Once ids are read it takes a moment, and is all or nothing: a signal waits until it is done.
  static_cast<void>(warraq::cli::stop_on_signals());
  const DeleteResult result = remove(warraq::cli::archive_path(parsed.values), ids);
  for (const std::string& id : result.not_found) {
    warraq::cli::print_message("no article called " + analyzers::isolate(id));
  }
  warraq::cli::print_message(counted(result.deleted, "article") + " removed");
  if (result.deleted == 0) return kExitNothingFound;
  return result.not_found.empty() ? kExitDone : kExitInputRejected;
}

}  // namespace warraq::indexer::cli
