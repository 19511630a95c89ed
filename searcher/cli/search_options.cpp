#include "searcher/cli/search_options.h"

#include <algorithm>
#include <iostream>

#include "searcher/output/suggestion.h"
#include "searcher/query/query.h"
#include "searcher/request/read_request.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/values.h"
#include "warraq/counted.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;
using Texts = std::vector<std::string>;

// A query of a megabyte may deserve thousands.
constexpr std::size_t kMaxNotes = 20;

}  // namespace

void add_search_options(po::options_description& options, std::size_t limit, std::size_t snippets) {
  add_page_options(options, limit, snippets);
  add_query_options(options);
}

void add_page_options(po::options_description& options, std::size_t limit, std::size_t snippets) {
  const auto number = [](std::size_t fallback) {
    return po::value<std::string>()->value_name("N")->default_value(std::to_string(fallback));
  };
  options.add_options()("limit,n", number(limit), "hits at the most")(
      "offset,o", number(0), "hits to pass over")("snippets", number(snippets),
                                                  "passages a hit at the most; 0 for none");
}

void add_query_options(po::options_description& options) {
  add_filter_options(options);
  add_matching_options(options);
  options.add_options()("sort",
                        po::value<std::string>()->default_value("relevance")->value_name("ORDER"),
                        "relevance, newest or oldest");
}

void add_filter_options(po::options_description& options) {
  options.add_options()("from", po::value<std::string>()->value_name("DATE"),
                        "first day: 2018, 2018-03, 2018-03-15, 15 آذار 2018, رمضان 1445")(
      "to", po::value<std::string>()->value_name("DATE"), "last day, likewise")(
      "source", po::value<Texts>()->composing()->value_name("NAME"),
      "only this source; again for any of several")(
      "category", po::value<Texts>()->composing()->value_name("NAME"),
      "only this category; again for any of several")(
      "author", po::value<Texts>()->composing()->value_name("NAME"),
      "only this author; again for any of several")(
      "agency", po::value<Texts>()->composing()->value_name("NAME"),
      "only this agency; again for any of several")(
      "group", po::value<std::string>()->value_name("HEX"),
      "only this group of near duplicates, as results name it");
}

void add_matching_options(po::options_description& options) {
  options.add_options()("exact", "every word in its exact form")(
      "no-variants", "no other spellings of names, numbers in words and the like")(
      "exclude-variant", po::value<Texts>()->composing()->value_name("WORD"),
      "not this other spelling, as results name it; again for more")(
      "all", "every word must be there, not any of them")(
      "strict", "what is not understood in the query is an error, not searched as words");
}

void add_save_option(po::options_description& options) {
  options.add_options()("save", po::value<std::string>()->value_name("FILE"),
                        "keep the query and what it finds, for rerun");
}

Parameters parameters_from(const po::variables_map& values) {
  Parameters result;
  for (const std::string_view known : request_parameters()) {
    const std::string name(known);
    if (values.count(name) == 0) continue;
    const boost::any& value = values[name].value();
    if (const auto* texts = boost::any_cast<Texts>(&value)) {
      for (const std::string& text : *texts) result.add(name, text);
    } else if (const auto* text = boost::any_cast<std::string>(&value)) {
      result.add(name, *text);
    } else {
      result.add(name, "");
    }
  }
  return result;
}

Request request_from(const po::variables_map& values) {
  return read_request(parameters_from(values), {}, Naming::option);
}

Request filters_from(const po::variables_map& values) {
  return read_filters(parameters_from(values), Naming::option);
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
  std::string choices;
  for (const std::string_view format : allowed) {
    choices.append(choices.empty() ? "" : ", ").append(format);
  }
  cli::refuse_value("--format", name, choices);
}

void add_hits_format_options(po::options_description& options) {
  options.add_options()("format",
                        po::value<std::string>()->default_value("human")->value_name("FORMAT"),
                        "human, json, jsonl, csv or trec")(
      "run-tag", po::value<std::string>()->default_value("warraq")->value_name("NAME"),
      "trec: the last column");
}

output::Format hits_format(const po::variables_map& values) {
  return *output::format_named(checked_format(values, {"human", "json", "jsonl", "csv", "trec"}));
}

output::FormatOptions hits_format_options(const po::variables_map& values) {
  return {cli::stdout_takes_colour(), values["run-tag"].as<std::string>()};
}

void print_hits(const Answer& answer, output::Format format, const po::variables_map& values,
                bool total) {
  output::FormatOptions options = hits_format_options(values);
  options.total = total;
  output::make_printer(format, std::cout, options)->print({}, answer);
}

void print_past_end(const Request& request, const Answer& answer, std::string_view where) {
  const bool past_end = answer.hits.empty() && answer.total > 0 && request.limit > 0;
  if (!past_end) return;
  print_notes(
      {"--offset " + std::to_string(request.offset) + " passes over all of the " +
       (answer.total_is_exact ? "" : "about ") + counted(answer.total, "article") + " found"},
      where);
}

void print_nothing_found(Searcher& searcher, const Request& request) {
  std::vector<std::string> lines;
  // Without a text, of filters alone, there may be nothing that can be asked.
  if (request.query.find_first_not_of(" \t\r\n\f\v") != std::string::npos) {
    Request hitless = request;
    hitless.limit = 0;
    lines = output::suggestion_lines(searcher.search(hitless));
  }
  if (lines.empty()) lines.emplace_back("nothing found");
  print_notes(lines);
}

void print_notes(const std::vector<std::string>& notes, std::string_view where) {
  const auto print = [where](const std::string& note) {
    cli::print_message(where.empty() ? note : std::string(where) + ": " + note);
  };
  const std::size_t printed = std::min(notes.size(), kMaxNotes);
  for (std::size_t i = 0; i < printed; ++i) print(notes[i]);
  if (notes.size() > printed) print("and " + counted(notes.size() - printed, "more note"));
}

void print_variants(const std::vector<SearchedVariants>& variants) {
  for (const SearchedVariants& of_word : variants) {
    if (&of_word - variants.data() == kMaxNotes) {
      cli::print_message("and for " + counted(variants.size() - kMaxNotes, "more word"));
      return;
    }
    std::string line = "searched too, for " + analyzers::isolate(of_word.word) + ": ";
    for (const SearchedVariant& variant : of_word.variants) {
      if (&variant != &of_word.variants.front()) line += ", ";
      line += analyzers::isolate(variant.text);
      if (variant.articles) line += " (" + counted(*variant.articles, "article") + ")";
    }
    cli::print_message(line);
  }
}

}  // namespace warraq::searcher::commands
