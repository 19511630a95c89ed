// The subcommands of warraq-indexer, one file each.
#pragma once

#include <string>
#include <vector>

namespace warraq::indexer::cli {

int run_build(const std::vector<std::string>& arguments);
int run_add(const std::vector<std::string>& arguments);
int run_delete(const std::vector<std::string>& arguments);
int run_compact(const std::vector<std::string>& arguments);
int run_export(const std::vector<std::string>& arguments);
int run_check(const std::vector<std::string>& arguments);
int run_info(const std::vector<std::string>& arguments);

}  // namespace warraq::indexer::cli
