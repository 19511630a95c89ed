// warraq-searcher similar: articles like one.
#include "searcher/cli/commands.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/format.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher similar -a DIR [OPTION…] ID";
constexpr std::string_view kAbout =
    "Finds articles that share the most telling words of the article called ID, the most alike\n"
    "first. Its near duplicates, the same story as others printed it, are left out.";

po::options_description similar_options() {
  po::options_description options;
  cli::add_archive_option(options);
  add_page_options(options, 10, 0);
  add_filter_options(options);
  options.add_options()("duplicates", "near duplicates too, before all others");
  add_hits_format_options(options);
  return options;
}

}  // namespace

int similar(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options =
      cli::parse_options(arguments, similar_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const output::Format format = hits_format(options.values);
  if (options.positional.size() != 1) {
    throw Error(ErrorCode::usage, "similar takes the id of one article",
                "usage: " + std::string(kUsage));
  }
  const std::string& id = options.positional.front();
  SimilarRequest request{request_from(options.values), options.values.count("duplicates") != 0};
  request.request.duplicate_groups = output::shows_duplicate_groups(format);

  Searcher searcher(cli::archive_path(options.values));
  const auto answer = searcher.similar(id, request);
  if (!answer) {
    cli::print_message("no article " + analyzers::isolate(id));
    return kExitNothingFound;
  }
  print_notes(answer->notes);
  print_notes(searcher.notes_on_filters(request.request));
  print_past_end(request.request, *answer);
  if (answer->total == 0) print_notes({"nothing found"});
  print_hits(*answer, format, options.values, false);
  return answer->total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
