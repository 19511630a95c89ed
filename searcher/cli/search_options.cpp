#include "searcher/cli/search_options.h"

#include <algorithm>
#include <iostream>

#include "searcher/cli/dates.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;
using Texts = std::vector<std::string>;

// Boost reads -1 into an unsigned number as a very great one: the sign is looked for first.
class Count {
 public:
  std::size_t value = 0;
};

void validate(boost::any& target, const Texts& texts, Count* /*type*/, int /*overload*/) {
  const std::string& text = po::validators::get_single_string(texts);
  constexpr std::size_t kMostDigits = 9;
  const bool digits = !text.empty() && text.size() <= kMostDigits &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) throw po::validation_error(po::validation_error::invalid_option_value);
  target = Count{std::stoul(text)};
}

std::ostream& operator<<(std::ostream& out, const Count& count) { return out << count.value; }

Sort sort_named(const std::string& name) {
  if (name == "relevance") return Sort::relevance;
  if (name == "newest") return Sort::newest;
  if (name == "oldest") return Sort::oldest;
  throw Error(ErrorCode::usage, "--sort: there is no order " + analyzers::isolate(name),
              "the orders are relevance, newest and oldest");
}

Texts texts_of(const po::variables_map& values, const char* option) {
  return values.count(option) != 0 ? values[option].as<Texts>() : Texts();
}

}  // namespace

void add_search_options(po::options_description& options, std::size_t limit, std::size_t snippets) {
  options.add_options()("limit,n", po::value<Count>()->default_value({limit})->value_name("N"),
                        "hits at the most")(
      "offset,o", po::value<Count>()->default_value({0})->value_name("N"), "hits to pass over")(
      "from", po::value<std::string>()->value_name("DATE"),
      "first day: YYYY, YYYY-MM or YYYY-MM-DD, in any digits")(
      "to", po::value<std::string>()->value_name("DATE"), "last day, likewise")(
      "source", po::value<Texts>()->composing()->value_name("NAME"),
      "only this source; again for any of several")(
      "category", po::value<Texts>()->composing()->value_name("NAME"),
      "only this category; again for any of several")(
      "sort", po::value<std::string>()->default_value("relevance")->value_name("ORDER"),
      "relevance, newest or oldest")("exact", "every word in its exact form")(
      "snippets", po::value<Count>()->default_value({snippets})->value_name("N"),
      "passages a hit at the most; 0 for none");
}

Request request_from(const po::variables_map& values) {
  Request request;
  request.limit = values["limit"].as<Count>().value;
  request.offset = values["offset"].as<Count>().value;
  request.snippets = values["snippets"].as<Count>().value;
  if (values.count("from") != 0) {
    request.from = read_date(values["from"].as<std::string>(), DayOf::first, "--from");
  }
  if (values.count("to") != 0) {
    request.to = read_date(values["to"].as<std::string>(), DayOf::last, "--to");
  }
  request.sources = texts_of(values, "source");
  request.categories = texts_of(values, "category");
  request.sort = sort_named(values["sort"].as<std::string>());
  request.exact = values.count("exact") != 0;
  return request;
}

std::string query_text(const cli::ParsedOptions& options) {
  if (options.values.count("stdin") == 0) {
    std::string result;
    for (const std::string& argument : options.positional) {
      if (!result.empty()) result += ' ';
      result += argument;
    }
    return result;
  }
  if (!options.positional.empty()) {
    throw Error(ErrorCode::usage, "a query is given both as an argument and by --stdin",
                "give it one way");
  }
  // One byte past what a query may hold, so that it is cut, and said to be.
  std::string text(kMaxQueryBytes + 1, '\0');
  std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (std::cin.bad()) throw Error(ErrorCode::io, "standard input cannot be read");
  text.resize(static_cast<std::size_t>(std::cin.gcount()));
  return text;
}

std::string_view checked_format(const po::variables_map& values,
                                const std::vector<std::string_view>& allowed) {
  const auto& name = values["format"].as<std::string>();
  const auto found = std::find(allowed.begin(), allowed.end(), name);
  if (found != allowed.end()) return *found;
  std::string known;
  for (const std::string_view format : allowed) {
    known.append(known.empty() ? "" : ", ").append(format);
  }
  throw Error(ErrorCode::usage, "--format: there is no format " + analyzers::isolate(name),
              "the formats are " + known);
}

void print_notes(const std::vector<std::string>& notes, std::string_view where) {
  for (const std::string& note : notes) {
    cli::print_message(where.empty() ? note : std::string(where) + ": " + note);
  }
}

}  // namespace warraq::searcher::commands
