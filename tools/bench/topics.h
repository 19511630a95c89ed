// The queries of a benchmark: `id<TAB>query` lines.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace warraq::bench {

struct Topic {
  std::string id;
  std::string text;
};

/// Throws std::runtime_error where the file cannot be read.
inline std::vector<Topic> read_topics(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": missing or unreadable");
  std::vector<Topic> topics;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) topics.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return topics;
}

}  // namespace warraq::bench
