// Files of queries for batch runs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::searcher::commands {

struct Topic {
  std::string id;
  std::string query;
  std::size_t line = 0;  ///< where it begins in its file, from 1
};

/// A piece of a file that is no topic, and why.
struct TopicFault {
  std::size_t line = 0;
  std::string reason;
};

struct Topics {
  std::vector<Topic> topics;
  std::vector<TopicFault> faults;
};

/// Reads `text`, whose first sign tells its format: JSON lines ({"id" or "qid", "query" or
/// "title"}), TREC topics (<top>, <num>, <title>), else lines of an id, a tab and a query. Empty
/// lines are passed over. Never fails: what is no topic is a fault, and the rest is read.
[[nodiscard]] Topics read_topics(std::string_view text);

}  // namespace warraq::searcher::commands
