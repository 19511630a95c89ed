#include "indexer/cli/commands.h"
#include "warraq/cli/program.h"

int main(int argc, char** argv) {
  namespace commands = warraq::indexer::cli;
  return warraq::cli::run_program(
      "warraq-indexer", "Makes and changes archives of Arabic news for warraq-searcher.",
      {{"build", "make an archive from files and folders", commands::run_build},
       {"add", "add articles to an archive, or replace them", commands::run_add},
       {"delete", "remove articles from an archive", commands::run_delete},
       {"compact", "fold additions and deletions into the archive", commands::run_compact},
       {"export", "write all articles for other programs", commands::run_export},
       {"check", "look for damage in an archive", commands::run_check},
       {"info", "what an archive is made of", commands::run_info}},
      argc, argv);
}
