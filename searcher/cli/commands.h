// The subcommands of warraq-searcher, one file each. Each takes the arguments after its name and
// returns the exit code.
#pragma once

#include <string>
#include <vector>

namespace warraq::searcher::commands {

int query(const std::vector<std::string>& arguments);
int batch(const std::vector<std::string>& arguments);
int get(const std::vector<std::string>& arguments);
int suggest(const std::vector<std::string>& arguments);
int explain(const std::vector<std::string>& arguments);
int similar(const std::vector<std::string>& arguments);
int kwic(const std::vector<std::string>& arguments);
int export_articles(const std::vector<std::string>& arguments);
int rerun(const std::vector<std::string>& arguments);
int facets(const std::vector<std::string>& arguments);
int timeline(const std::vector<std::string>& arguments);
int serve(const std::vector<std::string>& arguments);
int info(const std::vector<std::string>& arguments);

}  // namespace warraq::searcher::commands
