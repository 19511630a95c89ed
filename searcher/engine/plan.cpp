#include "searcher/engine/plan.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

namespace prefix = archive::prefix;
using archive::make_term;

// What a part is called by: its words in the form that they are searched in.
std::string words_of(const AnalysedClause& clause) {
  std::string result;
  for (const QueryWord& word : clause.words) {
    if (!result.empty()) result += ' ';
    result += clause.exact ? word.exact : word.normalised;
  }
  return clause.kind == ClauseKind::prefix ? result + '*' : result;
}

// What tells settled parts apart.
std::string key_of(const AnalysedClause& clause) {
  std::string key = describe(clause);
  for (const QueryWord& word : clause.words) key += word.stop ? '1' : '0';
  return key;
}

class Planner {
 public:
  Planner(const AnalysedQuery& query, const analyzers::Analyzer& analyzer,
          const archive::OpenArchive& archive)
      : query_(query), analyzer_(analyzer), archive_(archive) {}

  Plan run() {
    prefixes_in_all_ = count_prefixes();
    for (clause_ = 0; clause_ < query_.clauses.size(); ++clause_) {
      const AnalysedClause& clause = here();
      if (clause.kind == ClauseKind::prefix && plan_known_prefix(clause)) continue;
      plan_.finders_at.push_back(plan_.finders.size());
      plan_.finders.emplace_back();
      if (clause.kind == ClauseKind::words) {
        plan_words(clause);
      } else if (clause.kind == ClauseKind::phrase) {
        plan_phrase(clause);
      } else {
        plan_prefix(clause);
      }
    }
    if (prefixes_in_all_ > kMaxPrefixes) {
      plan_.notes.push_back("of the " + std::to_string(prefixes_in_all_) + " prefixes, the first " +
                            std::to_string(kMaxPrefixes) + " were searched");
    }
    fill_bag();
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const AnalysedClause& here() const { return query_.clauses[clause_]; }

  void plan_words(const AnalysedClause& clause) {
    for (std::size_t word = 0; word < clause.words.size(); ++word) {
      const QueryWord& wanted = clause.words[word];
      if (wanted.stop && !clause.searches_stop_words) continue;
      WordFinder finder = clause.exact  ? plan_exact_word(wanted, word)
                          : wanted.stop ? plan_stop_word(wanted, word)
                                        : plan_stem(wanted, word);
      if (!only_ranks(clause, wanted)) plan_.finders.back().push_back(std::move(finder));
    }
  }

  // A part of a word that is demanded as a whole.
  static bool only_ranks(const AnalysedClause& clause, const QueryWord& word) {
    return clause.all && word.part;
  }

  WordFinder plan_stem(const QueryWord& wanted, std::size_t word) {
    WordFinder finder;
    const auto stems = stems_of(wanted);
    for (const std::string& stem : stems) add_stem(stem, finder);
    finder.settled = settle_variants(wanted.variants, false);
    const TextField field = here().field;
    if (field == TextField::title) {
      score_stems(Level::title, prefix::kTitleStem, stems, word, kWeights.stem, finder.settled);
      return finder;
    }
    score_stems(Level::stem, prefix::kStem, stems, word, kWeights.stem, finder.settled);
    if (!here().excluded) {
      plan_.closer.push_back({clause_, word, make_term(prefix::kStem, wanted.stem),
                              wanted.normalised, archive::form_mark(wanted.normalised, false)});
    }
    if (field == TextField::any) score_title(stems, word);
    return finder;
  }

  // Its own, and those of its variants that are found by theirs.
  static std::vector<std::string> stems_of(const QueryWord& word) {
    std::vector<std::string> stems = {word.stem};
    for (const Variant& variant : word.variants) {
      if (variant.words.size() == 1 && !variant.by_form) {
        stems.push_back(variant.words.front().stem);
      }
    }
    return stems;
  }

  void add_stem(const std::string& stem, WordFinder& finder) const {
    std::string in_title = make_term(prefix::kTitleStem, stem);
    if (here().field == TextField::title) {
      finder.terms.push_back(std::move(in_title));
    } else if (here().field == TextField::any) {
      finder.terms.push_back(make_term(prefix::kStem, stem));
    } else {
      finder.body_terms.push_back({make_term(prefix::kStem, stem), std::move(in_title)});
    }
  }

  // Those that are told in the streams: a word by its form, several words side by side, or as near
  // as the phrase that they stand for.
  std::vector<std::size_t> settle_variants(const std::vector<Variant>& variants, bool of_phrase) {
    std::vector<std::size_t> result;
    for (const Variant& variant : variants) {
      const bool by_stem = variant.words.size() == 1 && !variant.by_form && !of_phrase;
      if (variant.words.empty() || by_stem) continue;
      AnalysedClause phrase{ClauseKind::phrase, here().exact, variant.words};
      phrase.nearness = here().nearness;
      result.push_back(settle(std::move(phrase)));
    }
    return result;
  }

  WordFinder plan_exact_word(const QueryWord& wanted, std::size_t word) {
    const std::size_t settled = settle({ClauseKind::phrase, true, {wanted}});
    score_settled(Level::exact, settled, word, kWeights.exact);
    if (!wanted.stop && here().field == TextField::any) score_title({wanted.stem}, word);
    return {{}, {}, {settled}};
  }

  // A stop word alone is searched with the words that it shares a normalised form with: whoever
  // writes على may mean the name علي.
  WordFinder plan_stop_word(const QueryWord& wanted, std::size_t word) {
    if (here().field != TextField::any) {
      const std::size_t settled = settle({ClauseKind::phrase, false, {wanted}});
      score_settled(Level::stop_word, settled, word, kWeights.stop_word);
      return {{}, {}, {settled}};
    }
    const std::string term = make_term(prefix::kStopWord, wanted.normalised);
    score_term(Level::stop_word, term, word, kWeights.stop_word);
    QueryWord name = wanted;
    name.stop = false;
    const std::size_t settled = settle({ClauseKind::phrase, false, {std::move(name)}});
    score_settled(Level::normalised, settled, word, kWeights.stop_word);
    return {{term}, {}, {settled}};
  }

  void plan_phrase(const AnalysedClause& clause) {
    AnalysedClause phrase = clause;
    phrase.variants.clear();
    const std::size_t settled = settle(std::move(phrase));
    WordFinder finder{{}, {}, settle_variants(clause.variants, true)};
    finder.settled.insert(finder.settled.begin(), settled);
    const bool one_word = clause.words.size() == 1;
    const Level level = !one_word ? Level::phrase : clause.exact ? Level::exact : Level::normalised;
    score_settled(level, settled, 0, kWeights.phrase);
    for (std::size_t i = 1; i < finder.settled.size(); ++i) {
      score_settled(level, finder.settled[i], 0, kWeights.phrase);
    }
    for (std::size_t word = 0; word < clause.words.size(); ++word) {
      const QueryWord& wanted = clause.words[word];
      if (!wanted.stop && clause.field == TextField::any) score_title({wanted.stem}, word);
    }
    plan_.finders.back().push_back(std::move(finder));
  }

  // What tells prefixes apart: letters that come down to the same are one.
  static std::string prefix_key(const AnalysedClause& clause) {
    return std::to_string(static_cast<int>(clause.field)) + (clause.exact ? '=' : ':') +
           (clause.excluded ? '-' : '+') + words_of(clause);
  }

  [[nodiscard]] std::size_t count_prefixes() const {
    std::unordered_set<std::string> distinct;
    for (const AnalysedClause& clause : query_.clauses) {
      if (clause.kind == ClauseKind::prefix) distinct.insert(prefix_key(clause));
    }
    return distinct.size();
  }

  // One that came before is looked up once, and counts once.
  bool plan_known_prefix(const AnalysedClause& clause) {
    const auto [known, is_new] = known_prefixes_.emplace(prefix_key(clause), plan_.finders.size());
    if (!is_new) plan_.finders_at.push_back(known->second);
    return !is_new;
  }

  void plan_prefix(const AnalysedClause& clause) {
    WordFinder finder;
    const std::size_t most = next_share();
    if (most == 0) {
      plan_.finders.back().push_back(std::move(finder));  // finds nothing
      return;
    }
    PrefixWords found = words_with_prefix(clause, archive_, most);
    stems_left_ -= found.stems.size();
    if (found.cut) {
      plan_.notes.push_back("of the words that begin with " + words_of(clause) +
                            ", the most frequent were searched");
    }
    const auto prefix_of_terms =
        clause.field == TextField::title ? prefix::kTitleStem : prefix::kStem;
    for (const std::string& stem : found.stems) add_stem(stem, finder);
    score_stems(Level::prefix, prefix_of_terms, found.stems, 0, kWeights.stem, {});
    if (!found.forms.empty() || found.incomplete) {
      Settled settled{clause, {{}}, StreamForms(found.forms, clause.exact, clause.field)};
      for (const std::string& stem : found.stems_of_forms) {
        settled.terms.front().push_back(make_term(prefix_of_terms, stem));
      }
      const std::size_t number = plan_.settled.size();
      plan_.settled.push_back(std::move(settled));
      finder.settled.push_back(number);
      score_settled(Level::prefix, number, 0, kWeights.stem);
    }
    plan_.finders.back().push_back(std::move(finder));
  }

  // How many stems the next prefix may have: what those before left is shared by those to come.
  std::size_t next_share() {
    if (prefixes_ == kMaxPrefixes) return 0;
    const std::size_t to_come = std::min(prefixes_in_all_, kMaxPrefixes) - prefixes_++;
    return std::min(kMaxPrefixStems, stems_left_ / to_come);
  }

  /// Which of the two that share its normalised form a word stands for: a stop word, or another.
  enum class Stands { as_it_is, either };

  std::size_t settle(AnalysedClause phrase) {
    phrase.field = here().field;
    const auto [known, is_new] = known_.emplace(key_of(phrase), plan_.settled.size());
    if (!is_new) return known->second;
    Settled settled{
        phrase,
        {},
        StreamPhrase(phrase.words, phrase.exact, phrase.nearness, phrase.field, analyzer_)};
    for (const QueryWord& word : phrase.words) {
      settled.terms.push_back(terms_of(word, stands_in_phrase(phrase, word), phrase.field));
    }
    plan_.settled.push_back(std::move(settled));
    return known->second;
  }

  static std::vector<std::string> terms_of(const QueryWord& word, Stands stands, TextField field) {
    std::vector<std::string> terms;
    if (stands == Stands::either || !word.stop) {
      const auto level = field == TextField::title ? prefix::kTitleStem : prefix::kStem;
      terms.push_back(make_term(level, word.stem));
    }
    if (stands == Stands::either || word.stop) {
      terms.push_back(make_term(prefix::kStopWord, word.normalised));
    }
    return terms;
  }

  // Newspapers write على for the name علي and the other way round, so that inside a phrase a form
  // that a stop word has stands for both.
  [[nodiscard]] Stands stands_in_phrase(const AnalysedClause& clause, const QueryWord& word) const {
    if (clause.exact) return Stands::as_it_is;
    if (clause.words.size() == 1) return word.stop ? Stands::either : Stands::as_it_is;
    const bool either = analyzer_.is_normalised_stop_word(word.normalised);
    return either ? Stands::either : Stands::as_it_is;
  }

  void score_title(const std::vector<std::string>& stems, std::size_t word) {
    score_stems(Level::title, prefix::kTitleStem, stems, word, kWeights.title, {});
  }

  // Each term counts once, however many words of the query come down to it; `settled` are further
  // spellings of the word.
  void score_stems(Level level, std::string_view term_prefix, const std::vector<std::string>& stems,
                   std::size_t word, double weight, const std::vector<std::size_t>& settled) {
    if (stems.empty()) return;
    ScoredPart part{clause_, word, level, make_term(term_prefix, stems.front()), weight, {}};
    if (level == Level::prefix) part.shown = words_of(here());
    for (const std::string& stem : stems)
      part.terms.push_back({word, make_term(term_prefix, stem)});
    part.as_one = stems.size() > 1 || !settled.empty();
    part.counted = settled;
    add_part(std::move(part));
  }

  void score_term(Level level, const std::string& term, std::size_t word, double weight) {
    add_part({clause_, word, level, term, weight, {{word, term}}});
  }

  void score_settled(Level level, std::size_t number, std::size_t word, double weight) {
    const Settled& settled = plan_.settled[number];
    ScoredPart part{clause_, word, level, words_of(settled.clause), weight, {}};
    for (std::size_t i = 0; i < settled.terms.size(); ++i) {
      for (const std::string& term : settled.terms[i]) part.terms.push_back({word + i, term});
    }
    part.as_one = level == Level::prefix;
    part.only.push_back(number);
    add_part(std::move(part));
  }

  void add_part(ScoredPart part) {
    if (here().excluded) return;
    std::string key = part.shown;
    for (const std::size_t number : part.only) key += "\x01" + std::to_string(number);
    if (seen_.insert(std::move(key)).second) plan_.parts.push_back(std::move(part));
  }

  void fill_bag() {
    const Condition& condition = query_.condition;
    if (condition.kind != Condition::Kind::clause || query_.clauses.size() != 1) return;
    const AnalysedClause& clause = query_.clauses.front();
    if (clause.kind != ClauseKind::words || clause.exact || clause.field != TextField::any) return;
    if (!plan_.settled.empty()) return;
    for (const ScoredPart& part : plan_.parts) {
      const bool ranks = part.level == Level::title || only_ranks(clause, clause.words[part.word]);
      const auto finds = clause.all ? BagTerm::Role::demands : BagTerm::Role::finds;
      BagTerm term{{}, part.weight, ranks ? BagTerm::Role::ranks : finds};
      for (const WordTerm& each : part.terms) term.terms.push_back(each.term);
      plan_.bag.push_back(std::move(term));
    }
  }

  const AnalysedQuery& query_;
  const analyzers::Analyzer& analyzer_;
  const archive::OpenArchive& archive_;
  std::size_t clause_ = 0;
  std::size_t prefixes_in_all_ = 0;
  std::size_t prefixes_ = 0;  // planned
  std::size_t stems_left_ = kMaxStemsOfPrefixes;
  std::unordered_set<std::string> seen_;                         // parts
  std::unordered_map<std::string, std::size_t> known_;           // settled
  std::unordered_map<std::string, std::size_t> known_prefixes_;  // in the plan's finders
  Plan plan_;
};

}  // namespace

std::string_view level_name(Level level) {
  switch (level) {
    case Level::exact:
      return "exact";
    case Level::normalised:
      return "normalised";
    case Level::stem:
      return "stem";
    case Level::title:
      return "title";
    case Level::stop_word:
      return "stop word";
    case Level::phrase:
      return "phrase";
    case Level::prefix:
      return "prefix";
    case Level::near:
      return "near";
  }
  return "";
}

Plan make_plan(const AnalysedQuery& query, const analyzers::Analyzer& analyzer,
               const archive::OpenArchive& archive) {
  return Planner(query, analyzer, archive).run();
}

}  // namespace warraq::searcher
