// Facets as Xapian's manual has them, a ValueCountMatchSpy for each slot, over a shard of Warraq's,
// whose slots are plain values. Prints JSON lines, in milliseconds of CPU.
#include <xapian.h>

#include <iostream>
#include <list>
#include <string>

#include "figures.h"

namespace {

constexpr int kRounds = 10;
constexpr Xapian::valueno kSlots = 5;  // date, source, category, author, agency

double cpu_milliseconds(const Xapian::Database& database, const Xapian::Query& query, bool spies,
                        Xapian::doccount& found) {
  const double start = warraq::bench::cpu_seconds();
  for (int i = 0; i < kRounds; ++i) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    std::list<Xapian::ValueCountMatchSpy> counts;
    for (Xapian::valueno slot = 0; spies && slot < kSlots; ++slot) {
      enquire.add_matchspy(&counts.emplace_back(slot));
    }
    found = enquire.get_mset(0, 10, database.get_doccount()).get_matches_estimated();
  }
  return (warraq::bench::cpu_seconds() - start) * 1e3 / kRounds;
}

void measure(const Xapian::Database& database, const std::string& term) {
  const Xapian::Query query = term.empty() ? Xapian::Query::MatchAll : Xapian::Query(term);
  Xapian::doccount found = 0;
  const double finding = cpu_milliseconds(database, query, false, found);
  const double counting = cpu_milliseconds(database, query, true, found);
  warraq::bench::Figures()
      .text("system", "xapian")
      .text("task", term.empty() ? "facets_of_all" : "facets")
      .count("articles", found)
      .number("finding_ms", finding)
      .number("facets_ms", counting - finding)
      .print();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "Usage: warraq-bench-xapian-facets SHARD [TERM]...\n";
    return 2;
  }
  try {
    const Xapian::Database database{std::string(argv[1])};
    measure(database, "");
    for (int i = 2; i < argc; ++i) measure(database, argv[i]);
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "warraq-bench-xapian-facets: " << error.get_description() << '\n';
    return 1;
  }
}
