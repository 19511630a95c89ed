#include "searcher/cli/topics.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>
#include <utility>

#include "corpus/article/utf8.h"

namespace warraq::searcher::commands {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

// Calls `action` with each line that is not empty, without its end, and its number.
template <typename Action>
void for_each_line(std::string_view text, Action action) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    ++number;
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!trimmed(line).empty()) action(line, number);
    begin = end + 1;
  }
}

// A run with two topics of one id says nothing about either.
void refuse_repeated_ids(Topics& topics) {
  std::unordered_set<std::string> seen;
  std::vector<Topic> kept;
  for (Topic& topic : topics.topics) {
    if (seen.insert(topic.id).second) {
      kept.push_back(std::move(topic));
    } else {
      topics.faults.push_back({topic.line, "another topic before it has the same id"});
    }
  }
  topics.topics = std::move(kept);
}

Topics read_tsv(std::string_view text) {
  Topics result;
  for_each_line(text, [&](std::string_view line, std::size_t number) {
    const std::size_t tab = line.find('\t');
    const std::string_view id = trimmed(line.substr(0, std::min(tab, line.size())));
    if (tab == std::string_view::npos || id.empty()) {
      result.faults.push_back({number, "no id and tab before the query"});
    } else {
      result.topics.push_back({std::string(id), std::string(line.substr(tab + 1)), number});
    }
  });
  return result;
}

// The first of `names` that `object` has, as text; numbers serve as ids.
std::optional<std::string> field(const nlohmann::json& object,
                                 const std::array<const char*, 2>& names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return found->dump();
  }
  return std::nullopt;
}

Topics read_json_lines(std::string_view text) {
  Topics result;
  for_each_line(text, [&](std::string_view line, std::size_t number) {
    const auto object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) {
      result.faults.push_back({number, "no JSON object"});
      return;
    }
    const auto id = field(object, {"qid", "id"});
    const auto query = field(object, {"query", "title"});
    if (id && query) {
      result.topics.push_back({*id, *query, number});
    } else {
      result.faults.push_back({number, id ? "neither \"query\" nor \"title\" is a string in it"
                                          : "neither \"id\" nor \"qid\" is in it"});
    }
  });
  return result;
}

// TREC topics are no XML: tags are not closed, and a field runs up to the next tag.
class TrecTopics {
 public:
  Topics read(std::string_view text) {
    for_each_line(text, [this](std::string_view line, std::size_t number) {
      number_ = number;
      read_line(line);
    });
    finish();
    return std::move(result_);
  }

 private:
  void read_line(std::string_view line) {
    while (!line.empty()) {
      const std::size_t tag = line.find('<');
      append(line.substr(0, std::min(tag, line.size())));
      if (tag == std::string_view::npos) return;
      const std::size_t close = line.find('>', tag);
      if (close == std::string_view::npos) {
        append(line.substr(tag));
        return;
      }
      enter(line.substr(tag + 1, close - tag - 1));
      line.remove_prefix(close + 1);
    }
  }

  void enter(std::string_view tag) {
    field_ = nullptr;
    if (tag == "top") {
      finish();
      line_ = number_;
    } else if (tag == "/top") {
      finish();
    } else if (tag == "num") {
      field_ = &id_;
    } else if (tag == "title") {
      field_ = &query_;
    }
  }

  void append(std::string_view text) {
    if (field_ == nullptr) return;
    if (!field_->empty()) *field_ += ' ';
    *field_ += trimmed(text);
  }

  void finish() {
    if (line_ == 0) return;
    std::string_view id = trimmed(id_);
    constexpr std::string_view kLabel = "Number:";
    if (id.starts_with(kLabel)) id = trimmed(id.substr(kLabel.size()));
    if (id.empty()) {
      result_.faults.push_back({line_, "a topic without <num>"});
    } else {
      result_.topics.push_back({std::string(id), std::string(trimmed(query_)), line_});
    }
    id_.clear();
    query_.clear();
    field_ = nullptr;
    line_ = 0;
  }

  Topics result_;
  std::size_t number_ = 0;
  std::size_t line_ = 0;  // of the topic being read; 0 outside of one
  std::string id_;
  std::string query_;
  std::string* field_ = nullptr;
};

}  // namespace

Topics read_topics(std::string_view text) {
  if (text.starts_with(corpus::kByteOrderMark)) {
    text.remove_prefix(corpus::kByteOrderMark.size());
  }
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  Topics topics = text[first] == '{'   ? read_json_lines(text)
                  : text[first] == '<' ? TrecTopics().read(text)
                                       : read_tsv(text);
  refuse_repeated_ids(topics);
  return topics;
}

}  // namespace warraq::searcher::commands
