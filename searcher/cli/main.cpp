// warraq-searcher: asks an archive.
#include "searcher/cli/commands.h"
#include "warraq/cli/program.h"

int main(int argc, char** argv) {
  namespace commands = warraq::searcher::commands;
  return warraq::cli::run_program(
      "warraq-searcher", "Searches an archive of Arabic news.",
      {{"query", "search for words and phrases", commands::query},
       {"batch", "run many queries from a file", commands::batch},
       {"explain", "show how a query was read and why its hits scored as they did",
        commands::explain},
       {"facets", "count what a query finds by source, author, year and the like",
        commands::facets},
       {"timeline", "count what a query finds over time", commands::timeline},
       {"get", "print articles by id", commands::get},
       {"similar", "articles like one", commands::similar},
       {"kwic", "every place where a query's words stand, with the words around it",
        commands::kwic},
       {"export", "every article that a query finds, whole", commands::export_articles},
       {"rerun", "run a saved query again, and tell what has changed", commands::rerun},
       {"suggest", "complete a query that is being typed", commands::suggest},
       {"serve", "answer over HTTP, and serve a page to search with", commands::serve},
       {"info", "what the archive holds", commands::info}},
      argc, argv);
}
