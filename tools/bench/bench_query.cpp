// How fast an open archive answers queries of bare words. Prints one JSON line.
#include <boost/program_options.hpp>
#include <cstddef>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "figures.h"
#include "topics.h"
#include "warraq/searcher/searcher.h"

namespace {

namespace po = boost::program_options;
namespace searcher = warraq::searcher;
using warraq::bench::Topic;

struct Options {
  std::string archive;
  std::string queries;
  std::size_t rounds = 0;
  bool snippets = false;
  bool all_words = false;
};

Options parse(int argc, char** argv) {
  Options options;
  po::options_description all;
  auto add = all.add_options();
  add("archive", po::value(&options.archive)->required());
  add("queries", po::value(&options.queries)->required());
  add("rounds", po::value(&options.rounds)->default_value(10));
  add("snippets", po::bool_switch(&options.snippets));
  add("all", po::bool_switch(&options.all_words));
  po::positional_options_description positions;
  positions.add("archive", 1).add("queries", 1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positions).run(), values);
  po::notify(values);
  return options;
}

searcher::Request request_for(const Topic& topic, const Options& options) {
  searcher::Request request;
  request.query = topic.text;
  request.syntax = searcher::Syntax::plain;
  request.limit = 10;
  request.snippets = options.snippets ? 1 : 0;
  request.all_words = options.all_words;
  return request;
}

void measure(const Options& options) {
  searcher::Searcher archive(options.archive);
  const std::vector<Topic> topics = warraq::bench::read_topics(options.queries);
  warraq::bench::Figures figures;
  figures.text("system", "warraq")
      .text("task", options.snippets ? "queries_with_snippets" : "queries");
  warraq::bench::measure_queries(figures, topics.size(), options.rounds, [&](std::size_t i) {
    return archive.search(request_for(topics[i], options)).hits.size();
  });
  figures.print();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    measure(parse(argc, argv));
    return 0;
  } catch (const po::error& error) {
    std::cerr
        << "warraq-bench-query: " << error.what()
        << "\nUsage: warraq-bench-query ARCHIVE QUERIES.tsv [--snippets] [--all] [--rounds N]\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-query: " << error.what() << '\n';
    return 1;
  }
}
