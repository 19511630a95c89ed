// warraq-eval-duplicates: how well an archive's groups of near duplicates match a list of pairs.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "indexer/duplicates/group.h"
#include "indexer/duplicates/sketch.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/error.h"

namespace {

namespace archive = warraq::archive;
namespace indexer = warraq::indexer;

using Pair = std::pair<std::uint32_t, std::uint32_t>;
using Pairs = std::set<Pair>;

constexpr std::string_view kUsage =
    "Usage: warraq-eval-duplicates ARCHIVE PAIRS [--curve | --unlisted]\n"
    "Compares an archive's groups of near duplicates with PAIRS: two ids a line, between tabs.\n\n"
    "  --curve     the same by least overlap, from the archive's streams of words\n"
    "  --unlisted  print the pairs that are in one group and not in PAIRS\n";

/// The articles of an archive, in its order.
struct Articles {
  std::vector<std::string> ids;
  std::vector<std::uint64_t> groups;
  std::vector<indexer::Sketch> sketches;
};

Articles read_articles(const std::string& path) {
  const archive::OpenArchive opened(path, warraq::analyzers::Analyzer().fingerprint());
  Articles articles;
  std::string storage;
  const auto& database = opened.database();
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    if (opened.is_superseded(*number)) continue;
    const auto document = database.get_document(*number);
    auto term = document.termlist_begin();
    term.skip_to(std::string(archive::prefix::kId));
    const auto joined =
        archive::decode_duplicate_group(document.get_value(archive::slot::kDuplicateGroup));
    articles.ids.push_back((*term).substr(archive::prefix::kId.size()));
    articles.groups.push_back(joined.value_or(archive::duplicate_group_of(*term)));
    const auto words =
        archive::WordStream::read(opened.word_stream(opened.place_of(*number), storage));
    articles.sketches.push_back(words ? indexer::sketch_of(*words) : indexer::Sketch());
  }
  return articles;
}

Pairs read_pairs(const std::string& path, const std::vector<std::string>& ids) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < ids.size(); ++i) numbers[ids[i]] = i;
  Pairs pairs;
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": missing or unreadable");
  std::size_t unknown = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream columns(line);
    std::string left;
    std::string right;
    std::getline(columns, left, '\t');
    std::getline(columns, right, '\t');
    const auto a = numbers.find(left);
    const auto b = numbers.find(right);
    if (a == numbers.end() || b == numbers.end()) {
      ++unknown;
    } else {
      pairs.insert(std::minmax(a->second, b->second));
    }
  }
  if (unknown != 0) std::cerr << unknown << " pairs of articles that the archive does not have\n";
  return pairs;
}

/// Articles by what says which group they are of.
template <typename Group>
Pairs pairs_of(const std::vector<Group>& groups) {
  std::map<Group, std::vector<std::uint32_t>> members;
  for (std::uint32_t i = 0; i < groups.size(); ++i) members[groups[i]].push_back(i);
  Pairs pairs;
  for (const auto& [group, articles] : members) {
    for (auto left = articles.begin(); left != articles.end(); ++left) {
      for (auto right = left + 1; right != articles.end(); ++right) pairs.emplace(*left, *right);
    }
  }
  return pairs;
}

template <typename Group>
void print_figures(const std::string& name, const std::vector<Group>& groups, const Pairs& listed) {
  const Pairs pairs = pairs_of(groups);
  const auto both = std::count_if(pairs.begin(), pairs.end(),
                                  [&](const Pair& pair) { return listed.contains(pair); });
  const std::size_t joined = groups.size() - std::set<Group>(groups.begin(), groups.end()).size();
  const auto share_of = [&](std::size_t all) {
    return all == 0 ? 1 : static_cast<double>(both) / static_cast<double>(all);
  };
  std::printf("%s\t%zu\t%zu\t%.3f\t%.3f\n", name.c_str(), joined, pairs.size(),
              share_of(pairs.size()), share_of(listed.size()));
}

// What grouping would make of the sketches with another least overlap.
std::vector<std::uint32_t> group_by(const std::vector<indexer::Sketch>& sketches,
                                    const std::map<Pair, double>& overlaps, double least) {
  std::vector<std::uint32_t> firsts(sketches.size());
  std::iota(firsts.begin(), firsts.end(), 0U);
  const auto first_of = [&](std::uint32_t article) {
    while (firsts[article] != article) article = firsts[article];
    return article;
  };
  for (const auto& [pair, overlap] : overlaps) {
    if (overlap < least) continue;
    const std::uint32_t left = first_of(pair.first);
    const std::uint32_t right = first_of(pair.second);
    firsts[std::max(left, right)] = std::min(left, right);
  }
  for (std::uint32_t article = 0; article < firsts.size(); ++article) {
    firsts[article] = first_of(article);
  }
  return firsts;
}

std::map<Pair, double> compare(const std::vector<indexer::Sketch>& sketches) {
  std::vector<Pair> keys;
  for (std::uint32_t i = 0; i < sketches.size(); ++i) {
    for (const std::uint32_t key : sketches[i].keys) {
      if (key != indexer::kNoKey) keys.emplace_back(key, i);
    }
  }
  std::sort(keys.begin(), keys.end());
  std::map<Pair, double> overlaps;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (std::size_t j = i; j-- > 0 && i - j <= indexer::kMostCompared;) {
      if (keys[j].first != keys[i].first) break;
      const Pair pair(keys[j].second, keys[i].second);
      overlaps[pair] = overlap(sketches[pair.first], sketches[pair.second]);
    }
  }
  return overlaps;
}

void print_curve(const Articles& articles, const Pairs& listed) {
  const auto overlaps = compare(articles.sketches);
  for (unsigned percent = 40; percent <= 70; percent += percent < 60 ? 2 : 5) {
    const double least = percent / 100.0;
    print_figures(std::to_string(percent) + " %", group_by(articles.sketches, overlaps, least),
                  listed);
  }
}

void print_unlisted(const Articles& articles, const Pairs& listed) {
  for (const Pair& pair : pairs_of(articles.groups)) {
    if (listed.contains(pair)) continue;
    std::printf("%s\t%s\t%.2f\n", articles.ids[pair.first].c_str(),
                articles.ids[pair.second].c_str(),
                overlap(articles.sketches[pair.first], articles.sketches[pair.second]));
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::string mode = arguments.size() == 3 ? arguments[2] : "";
  if (arguments.size() < 2 || arguments.size() > 3 ||
      (arguments.size() == 3 && mode != "--curve" && mode != "--unlisted")) {
    std::cerr << kUsage;
    return 2;
  }
  const Articles articles = read_articles(arguments[0]);
  const Pairs listed = read_pairs(arguments[1], articles.ids);
  if (mode == "--unlisted") {
    print_unlisted(articles, listed);
    return 0;
  }
  std::puts("least overlap\tjoined\tpairs\tprecision\trecall");
  if (mode == "--curve") {
    print_curve(articles, listed);
  } else {
    print_figures("as stored", articles.groups, listed);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const warraq::Error& error) {
    std::cerr << "warraq-eval-duplicates: " << error.what() << '\n';
    return static_cast<int>(error.code());
  } catch (const std::exception& error) {
    std::cerr << "warraq-eval-duplicates: " << error.what() << '\n';
    return 3;
  }
}
