// warraq-eval-variants: how many spellings of names an archive's readers are given, and how many of
// them are of other names.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/word_variants.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/variants.h"
#include "warraq/error.h"

namespace {

namespace analyzers = warraq::analyzers;
namespace archive = warraq::archive;
namespace searcher = warraq::searcher;

constexpr std::string_view kUsage =
    "Usage: warraq-eval-variants ARCHIVE LIST [--print]\n"
    "Looks for the variants of the Arabic names in LIST, each line of which is a Latin name and "
    "the\n"
    "Arabic spellings of it between '|', or an Arabic spelling and its Latin name, between tabs.\n"
    "Spellings of one Latin name are right, and those of different ones wrong.\n\n"
    "  --print  every variant that is searched, its rules and likeness, and the Latin names of "
    "both\n";

/// Names by their normalised spelling: the Latin ones that each stands for.
using Names = std::map<std::string, std::set<std::string>>;

bool is_arabic(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xD8;
}

// Of one word, or nothing.
searcher::QueryWord to_word(const analyzers::Analyzer& analyzer, std::string_view text) {
  analyzers::Analysis analysis;
  analyzer.analyze(text, analysis);
  if (analysis.tokens().size() != 1) return {};
  return searcher::word_of(analysis.tokens().front(), text);
}

Names read_names(const std::string& path, const analyzers::Analyzer& analyzer) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path + ": missing or unreadable");
  Names names;
  for (std::string line; std::getline(file, line);) {
    std::istringstream columns(line);
    std::string left;
    std::string right;
    std::getline(columns, left, '\t');
    std::getline(columns, right, '\t');
    if (is_arabic(left)) std::swap(left, right);
    std::istringstream spellings(right);
    for (std::string spelling; std::getline(spellings, spelling, '|');) {
      const searcher::QueryWord word = to_word(analyzer, spelling);
      if (!word.normalised.empty() && !word.stop) names[word.normalised].insert(left);
    }
  }
  return names;
}

bool share_name(const std::set<std::string>& left, const std::set<std::string>& right) {
  return std::any_of(left.begin(), left.end(),
                     [&](const std::string& name) { return right.contains(name); });
}

/// What came of one way of choosing variants.
struct Figures {
  std::size_t words = 0;     ///< looked at, and in the archive
  std::size_t with = 0;      ///< that have a variant
  std::size_t variants = 0;  ///< of all of them
  std::size_t right = 0;     ///< that are listed with the same Latin name
  std::size_t wrong = 0;     ///< that are listed, but with others
};

void count(const Names& names, const std::set<std::string>& own,
           const std::vector<std::string>& variants, Figures& figures) {
  ++figures.words;
  if (!variants.empty()) ++figures.with;
  figures.variants += variants.size();
  for (const std::string& variant : variants) {
    const auto listed = names.find(variant);
    if (listed == names.end()) continue;
    (share_name(own, listed->second) ? figures.right : figures.wrong) += 1;
  }
}

/// Pairs of spellings of one name, both in the archive, of every other name.
struct Recall {
  std::size_t pairs = 0;
  std::size_t by_rules = 0;
  std::size_t searched = 0;
};

class Evaluation {
 public:
  Evaluation(const std::string& path, const std::string& list)
      : archive_(path, analyzer_.fingerprint()),
        words_(analyzer_, archive_),
        names_(read_names(list, analyzer_)) {}

  void run(bool print) {
    const std::clock_t begin = std::clock();
    for (const auto& [spelling, latin] : names_) look_at(spelling, latin, print);
    const auto cpu = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("%zu spellings listed, %.2f ms of CPU each\n", names_.size(),
                1000 * cpu / static_cast<double>(std::max<std::size_t>(names_.size(), 1)));
    std::puts("variants\twords in the archive\twith variants\tvariants\tright\twrong");
    show("by rules", by_rules_);
    show("searched", searched_);
    show("searched, of words not in the archive", of_unknown_);
    std::puts("pairs of one name\tin the archive\tby rules\tsearched");
    for (std::size_t half = 0; half < 2; ++half) {
      std::printf("%s\t%zu\t%zu\t%zu\n", half == 0 ? "even" : "odd", recall_[half].pairs,
                  recall_[half].by_rules, recall_[half].searched);
    }
  }

 private:
  static void show(const char* name, const Figures& figures) {
    std::printf("%s\t%zu\t%zu\t%zu\t%zu\t%zu\n", name, figures.words, figures.with,
                figures.variants, figures.right, figures.wrong);
  }

  bool is_known(const std::string& word) const { return words_.look_up(word).occurrences > 0; }

  void look_at(const std::string& spelling, const std::set<std::string>& latin, bool print) {
    const searcher::QueryWord word = to_word(analyzer_, spelling);
    const std::vector<searcher::Variant> variants = words_.of(word);
    std::vector<std::string> searched;
    for (const searcher::Variant& variant : variants) searched.push_back(written(variant));
    if (print) show_variants(spelling, latin, variants);
    if (!is_known(spelling)) return count(names_, latin, searched, of_unknown_);
    count(names_, latin, searched, searched_);
    std::vector<std::string> made;
    for (const analyzers::Spelling& each : analyzers::spellings_of(spelling, 250)) {
      if (is_known(each.word)) made.push_back(each.word);
    }
    count(names_, latin, made, by_rules_);
    look_for_pairs(spelling, latin, word, made, searched);
  }

  // The other spellings of the same name; those of one stem are found without any variant.
  void look_for_pairs(const std::string& spelling, const std::set<std::string>& latin,
                      const searcher::QueryWord& word, const std::vector<std::string>& made,
                      const std::vector<std::string>& searched) {
    for (const auto& [other, other_latin] : names_) {
      if (other == spelling || !share_name(latin, other_latin) || !is_known(other)) continue;
      const bool one_stem = to_word(analyzer_, other).stem == word.stem;
      Recall& recall = recall_[std::hash<std::string>()(*latin.begin()) % 2];
      const auto has = [&](const std::vector<std::string>& all) {
        return one_stem || std::find(all.begin(), all.end(), other) != all.end();
      };
      ++recall.pairs;
      if (has(made)) ++recall.by_rules;
      if (has(searched)) ++recall.searched;
    }
  }

  static std::string written(const searcher::Variant& variant) {
    std::string text;
    for (const searcher::QueryWord& word : variant.words) {
      text += (text.empty() ? "" : " ") + word.normalised;
    }
    return text;
  }

  void show_variants(const std::string& spelling, const std::set<std::string>& latin,
                     const std::vector<searcher::Variant>& variants) const {
    for (const searcher::Variant& variant : variants) {
      const auto listed = names_.find(written(variant));
      std::printf("%s\t%s\t%s\t%s\t", spelling.c_str(), latin.begin()->c_str(),
                  written(variant).c_str(),
                  listed == names_.end() ? "" : listed->second.begin()->c_str());
      for (const analyzers::VariantRule rule : variant.rules) {
        std::printf("%s ", std::string(analyzers::name_of(rule)).c_str());
      }
      std::printf("\t%.3f\n", variant.likeness);
    }
  }

  analyzers::Analyzer analyzer_;
  archive::OpenArchive archive_;
  searcher::WordVariants words_;
  Names names_;
  Figures by_rules_;
  Figures searched_;
  Figures of_unknown_;
  Recall recall_[2];
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool print = arguments.size() == 3 && arguments[2] == "--print";
  if (arguments.size() < 2 || arguments.size() > 3 || (arguments.size() == 3 && !print)) {
    std::cerr << kUsage;
    return 2;
  }
  try {
    Evaluation(arguments[0], arguments[1]).run(print);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "warraq-eval-variants: " << error.what() << '\n';
    return 1;
  }
}
