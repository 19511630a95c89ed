// What counting by field and over time costs beyond finding the articles. Prints JSON lines, in
// milliseconds of CPU.
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "figures.h"
#include "warraq/searcher/searcher.h"

namespace {

namespace searcher = warraq::searcher;

constexpr int kRounds = 50;

template <typename Action>
double cpu_milliseconds(Action action) {
  action();
  const double start = warraq::bench::cpu_seconds();
  for (int i = 0; i < kRounds; ++i) action();
  return (warraq::bench::cpu_seconds() - start) * 1e3 / kRounds;
}

void measure(const std::string& path, const std::string& query) {
  using Field = searcher::FacetField;
  const std::vector<Field> all = {Field::source, Field::category, Field::author,
                                  Field::agency, Field::year,     Field::month};
  searcher::Request request;
  request.query = query;
  // The first answer of a process, which opens the columns.
  searcher::Searcher opened(path);
  static_cast<void>(opened.facets(request, {}, 0));
  const double start = warraq::bench::cpu_seconds();
  static_cast<void>(opened.facets(request, all, 0));
  const double first = (warraq::bench::cpu_seconds() - start) * 1e3;
  std::uint64_t found = 0;
  const double finding = cpu_milliseconds([&] { found = opened.facets(request, {}, 0).total; });
  const double facets =
      cpu_milliseconds([&] { static_cast<void>(opened.facets(request, all, 10)); });
  const double timeline = cpu_milliseconds(
      [&] { static_cast<void>(opened.timeline(request, searcher::Interval::automatic)); });
  warraq::bench::Figures()
      .text("system", "warraq")
      .text("task", query.empty() ? "facets_of_all" : "facets")
      .count("articles", found)
      .number("finding_ms", finding)
      .number("first_facets_ms", first)
      .number("facets_ms", facets - finding)
      .number("timeline_ms", timeline - finding)
      .print();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "Usage: warraq-bench-facets ARCHIVE [QUERY]...\n";
    return 2;
  }
  try {
    measure(argv[1], "");
    for (int i = 2; i < argc; ++i) measure(argv[1], argv[i]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-facets: " << error.what() << '\n';
    return 1;
  }
}
