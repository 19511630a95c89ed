// EXPERIMENT: dump candidates with features
#include <fstream>
#include <iostream>
#include <map>
#include <unordered_map>
#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "searcher/engine/contexts.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/variants.h"
using namespace warraq;
int main(int argc, char** argv) {
  const analyzers::Analyzer analyzer;
  const archive::OpenArchive open(argv[1], analyzer.fingerprint());
  // vocabulary: normalised count
  std::unordered_map<std::string, long> vocab;
  { std::ifstream in(argv[2]); std::string w; long n; while (in >> w >> n) vocab[w] = n; }
  searcher::Contexts contexts(open);
  analyzers::Analysis a;
  std::string line;
  std::unordered_map<std::string, searcher::Surroundings> cache;
  auto around = [&](const std::string& w, const std::string& stem) -> searcher::Surroundings& {
    auto [it, fresh] = cache.try_emplace(w);
    if (fresh) { std::uint16_t m = archive::form_mark(w, false);
      it->second = contexts.around("Z" + stem, {&m, 1}); }
    return it->second;
  };
  while (std::getline(std::cin, line)) {
    analyzer.analyze(line, a);
    if (a.tokens().empty()) continue;
    std::string w(a.tokens()[0].normalised), stem(a.tokens()[0].stem);
    auto q = vocab.find(w);
    if (q == vocab.end()) { std::cout << w << "\tABSENT\n"; continue; }
    std::size_t n = 0;
    auto spellings = analyzers::spellings_of(w, argc > 3 ? std::stoul(argv[3]) : 600UL);
    for (auto& s : spellings) {
      ++n;
      auto c = vocab.find(s.word);
      if (c == vocab.end()) continue;
      analyzers::Analysis b;
      analyzer.analyze(s.word, b);
      std::string cstem(b.tokens()[0].stem);
      if (cstem == stem) continue;
      auto& x = around(w, stem); auto& y = around(s.word, cstem);
      auto al = [&](const std::string& f) { auto i = vocab.find("ال" + f); return i == vocab.end() ? 0L : i->second; };
      std::cout << w << '\t' << s.word << '\t' << q->second << '\t' << c->second << '\t' << s.cost << '\t' << n << '\t';
      for (auto r : s.rules) std::cout << analyzers::name_of(r) << '+';
      std::cout << '\t' << searcher::likeness(x, y) << '\t' << x.articles << '\t' << x.places << '\t' << y.articles << '\t' << y.places << '\t' << al(w) << '\t' << al(s.word) << '\n';
    }
  }
}
