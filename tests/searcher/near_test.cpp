// Words near one another, in streams and in texts, held to each other and to the definition.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/terms/article_terms.h"
#include "searcher/query/near_match.h"
#include "searcher/query/stream_phrase.h"
#include "tests/searcher/snippet_maker.h"
#include "tests/searcher/test_archive.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Boundary;
using warraq::analyzers::Token;
using warraq::searcher::AnalysedClause;
using warraq::searcher::NearMatcher;
using warraq::searcher::Nearness;
using warraq::searcher::NearWord;
using warraq::searcher::QueryWord;
using warraq::searcher::StreamPhrase;
using warraq::searcher::Syntax;
using warraq::searcher::TextField;
using warraq::tests::article;
using warraq::tests::shared_analyzer;
using Kind = Nearness::Kind;
using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Words = std::vector<std::string>;

// `text` as the words of one phrase; no words where it has none.
AnalysedClause clause_of(const std::string& text, Nearness nearness, bool exact = false,
                         TextField field = TextField::any) {
  const auto query =
      warraq::tests::analysed_query('"' + text + '"', Syntax::query, {exact, false, 2048});
  AnalysedClause clause;
  if (!query.clauses.empty()) clause = query.clauses[0];
  clause.nearness = nearness;
  clause.field = field;
  return clause;
}

std::string stream_of(const std::string& title, const std::string& body) {
  Analysis analysis;
  return warraq::indexer::word_stream_of(article("1", title, body), shared_analyzer(), analysis);
}

std::uint32_t count_in(const AnalysedClause& clause, const std::string& stream) {
  return StreamPhrase(clause.words, clause.exact, clause.nearness, clause.field, shared_analyzer())
      .count(stream, UINT32_MAX);
}

std::uint32_t count_in(const AnalysedClause& clause, const std::string& title,
                       const std::string& body) {
  return count_in(clause, stream_of(title, body));
}

Ranges ranges_in(const AnalysedClause& clause, const std::string& text) {
  Analysis analysis;
  shared_analyzer().analyze(text, analysis);
  const auto boundaries = boundaries_of(text, analysis.tokens());
  Ranges ranges;
  for (const NearWord& word : NearMatcher(clause).find(analysis.tokens(), boundaries)) {
    ranges.emplace_back(word.begin, word.end);
  }
  return ranges;
}

Words highlighted(const AnalysedClause& clause, const std::string& text) {
  Words result;
  for (const auto& [begin, end] : ranges_in(clause, text)) {
    result.push_back(text.substr(begin, end - begin));
  }
  return result;
}

// What the words of a clause mean in one text, by trying every stretch of it.
class Definition {
 public:
  Definition(const AnalysedClause& clause, const std::string& text) : clause_(clause) {
    shared_analyzer().analyze(text, analysis_);
    boundaries_ = boundaries_of(text, analysis_.tokens());
    for (const QueryWord& word : clause.words) {
      if (times_of(word, needed_) == 0) needed_.emplace_back(&word, 0);
      for (auto& [known, times] : needed_) times += same(*known, word) ? 1 : 0;
    }
  }

  [[nodiscard]] std::uint32_t windows() const {
    std::uint32_t count = 0;
    for (std::uint32_t from = 0, last = 0; last < analysis_.position_count(); ++last) {
      if (!any_window(from, last)) continue;
      ++count;
      from = last + 1;
    }
    return count;
  }

  [[nodiscard]] std::set<std::pair<std::uint32_t, std::uint32_t>> highlights() const {
    std::set<std::pair<std::uint32_t, std::uint32_t>> result;
    for (std::uint32_t last = 0; last < analysis_.position_count(); ++last) {
      const bool any_here = std::any_of(needed_.begin(), needed_.end(), [&](const auto& each) {
        return token_at(last, *each.first) != nullptr;
      });
      if (!any_here || !any_window(0, last)) continue;
      for (const auto& [word, times] : needed_) {
        int left = times;
        for (std::uint32_t at = last + 1; at > 0 && left > 0; --at) {
          const Token* const token = token_at(at - 1, *word);
          if (token == nullptr) continue;
          result.emplace(token->begin, token->end);
          --left;
        }
      }
    }
    return result;
  }

 private:
  using Needed = std::vector<std::pair<const QueryWord*, int>>;

  [[nodiscard]] bool same(const QueryWord& a, const QueryWord& b) const {
    return clause_.exact ? a.exact == b.exact && a.stop == b.stop : a.normalised == b.normalised;
  }

  [[nodiscard]] int times_of(const QueryWord& word, const Needed& needed) const {
    return static_cast<int>(std::count_if(
        needed.begin(), needed.end(), [&](const auto& each) { return same(*each.first, word); }));
  }

  [[nodiscard]] const Token* token_at(std::uint32_t position, const QueryWord& word) const {
    for (const Token& token : analysis_.tokens()) {
      if (token.position != position) continue;
      if (clause_.exact && token.exact == word.exact && token.stop == word.stop) return &token;
      if (!clause_.exact && token.normalised == word.normalised &&
          (clause_.words.size() > 1 || word.stop || !token.stop)) {
        return &token;
      }
    }
    return nullptr;
  }

  // No boundary within [first, last].
  [[nodiscard]] bool undivided(std::uint32_t first, std::uint32_t last) const {
    if (clause_.nearness.kind == Kind::words) return true;
    const auto least =
        clause_.nearness.kind == Kind::sentence ? Boundary::sentence : Boundary::paragraph;
    for (std::size_t i = 0; i < boundaries_.size(); ++i) {
      const std::uint32_t position = analysis_.tokens()[i].position;
      if (boundaries_[i] >= least && position > first && position <= last) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_window(std::uint32_t first, std::uint32_t last) const {
    const std::size_t reach =
        std::max<std::size_t>(clause_.nearness.words, clause_.words.size() - 1);
    if (clause_.nearness.kind == Kind::words && last - first > reach) return false;
    if (!undivided(first, last)) return false;
    return std::all_of(needed_.begin(), needed_.end(), [&](const auto& each) {
      int found = 0;
      for (std::uint32_t at = first; at <= last; ++at) {
        found += token_at(at, *each.first) != nullptr ? 1 : 0;
      }
      return found >= each.second;
    });
  }

  [[nodiscard]] bool any_window(std::uint32_t from, std::uint32_t last) const {
    for (std::uint32_t first = from; first <= last; ++first) {
      if (is_window(first, last)) return true;
    }
    return false;
  }

  const AnalysedClause& clause_;
  Analysis analysis_;
  std::vector<Boundary> boundaries_;
  Needed needed_;
};

// Few, so that they meet: with hamza and without, stop words and names, parts and joined forms.
const Words kWords = {"أخبار", "اخبار", "على", "علي", "في", "محمد",
                      "أ.ف.ب", "أفب",   "ا",   "G20", "20"};

std::string random_words(int least, int most) {
  std::string text;
  for (int left = *rc::gen::inRange(least, most); left > 0; --left) {
    text += *rc::gen::elementOf(kWords);
    text += *rc::gen::weightedElement<std::string>(
        {{10, " "}, {2, ". "}, {1, "؛ "}, {1, "\n"}, {1, "، "}, {1, " … "}, {1, "\n \n"}});
  }
  return text;
}

Nearness random_nearness() {
  return {*rc::gen::element(Kind::words, Kind::sentence, Kind::paragraph),
          static_cast<std::uint32_t>(*rc::gen::inRange(0, 9))};
}

const Nearness kFive = {Kind::words, 5};
const Nearness kSentence = {Kind::sentence, 0};
const Nearness kParagraph = {Kind::paragraph, 0};

}  // namespace

TEST_CASE("words are near in a stream where they are by definition") {
  CHECK(rc::check("words that meet", [] {
    const std::string title = random_words(0, 6);
    const std::string body = random_words(0, 30);
    const auto field = *rc::gen::element(TextField::any, TextField::title, TextField::body);
    const auto clause =
        clause_of(random_words(1, 4), random_nearness(), *rc::gen::arbitrary<bool>(), field);
    if (clause.words.empty()) return;
    const std::uint32_t in_title = Definition(clause, title).windows();
    const std::uint32_t in_body = Definition(clause, body).windows();
    RC_CLASSIFY(in_title + in_body > 0);
    const std::uint32_t expected =
        (field == TextField::body ? 0 : in_title) + (field == TextField::title ? 0 : in_body);
    RC_ASSERT(count_in(clause, title, body) == expected);
  }));
}

TEST_CASE("words are near in a text where they are by definition") {
  CHECK(rc::check("words that meet", [] {
    const std::string text = random_words(0, 30);
    const auto clause =
        clause_of(random_words(1, 4), random_nearness(), *rc::gen::arbitrary<bool>());
    if (clause.words.empty()) return;
    const Ranges found = ranges_in(clause, text);
    const Definition definition(clause, text);
    RC_ASSERT(std::is_sorted(found.begin(), found.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; }));
    const std::set<std::pair<std::uint32_t, std::uint32_t>> distinct(found.begin(), found.end());
    RC_ASSERT(distinct.size() == found.size());
    RC_ASSERT(distinct == definition.highlights());
    RC_ASSERT(found.empty() == (definition.windows() == 0));
  }));
}

TEST_CASE("damaged streams are searched for near words without harm") {
  CHECK(rc::check("cut and changed", [] {
    std::string stream = stream_of(random_words(0, 6), random_words(0, 40));
    for (int left = *rc::gen::inRange(0, 6); left > 0 && !stream.empty(); --left) {
      stream[*rc::gen::inRange<std::size_t>(0, stream.size())] = *rc::gen::arbitrary<char>();
    }
    const auto clause = clause_of(random_words(1, 4), random_nearness());
    if (clause.words.empty()) return;
    const std::vector<char> alone(stream.begin(), stream.end());
    static_cast<void>(
        StreamPhrase(clause.words, clause.exact, clause.nearness, clause.field, shared_analyzer())
            .count({alone.data(), alone.size()}, UINT32_MAX));
  }));
}

TEST_CASE("near words stand in any order, their first and last so many places apart") {
  const std::string body = "وصل وزير الخارجية إلى القاهرة أمس في زيارة تستمر يومين";
  CHECK(count_in(clause_of("القاهرة وزير", kFive), "", body) == 1);
  CHECK(count_in(clause_of("القاهرة وزير", {Kind::words, 3}), "", body) == 1);
  CHECK(count_in(clause_of("القاهرة وزير", {Kind::words, 2}), "", body) == 0);
  CHECK(highlighted(clause_of("القاهرة وزير", kFive), body) == Words{"وزير", "القاهرة"});
  CHECK(highlighted(clause_of("القاهرة يومين", {Kind::words, 4}), body).empty());
  // Stop words keep their places, and may be asked for.
  CHECK(highlighted(clause_of("زيارة إلى في", kFive), body) == Words{"إلى", "في", "زيارة"});
}

TEST_CASE("fewer places than words take are as many as they take") {
  const std::string body = "مجلس الأمن الدولي يجتمع";
  CHECK(count_in(clause_of("الدولي الأمن مجلس", {Kind::words, 0}), "", body) == 1);
  CHECK(count_in(clause_of("يجتمع مجلس الأمن", {Kind::words, 0}), "", body) == 0);
}

TEST_CASE("a repeated word needs as many places") {
  const auto twice = clause_of("يوما يوما", kFive);
  CHECK(count_in(twice, "", "انتظروا يوما واحدا") == 0);
  CHECK(count_in(twice, "", "انتظروا يوما بعد يوم") == 0);
  CHECK(highlighted(twice, "انتظروا يوما وراحوا يوما") == Words{"يوما", "يوما"});
}

TEST_CASE("a sentence ends at its mark, a paragraph at its line") {
  const std::string body =
      "أعلنت الوزارة نتائج الانتخابات. ورفضت المعارضة النتائج؛ وقال د. سامي إنها ستطعن.\n"
      "وفي تونس بدأت العطلة";
  CHECK(highlighted(clause_of("الانتخابات الوزارة", kSentence), body) ==
        Words{"الوزارة", "الانتخابات"});
  CHECK(highlighted(clause_of("المعارضة الوزارة", kSentence), body).empty());
  CHECK(highlighted(clause_of("سامي ستطعن", kSentence), body) == Words{"سامي", "ستطعن"});
  CHECK(highlighted(clause_of("ستطعن الوزارة", kParagraph), body) == Words{"الوزارة", "ستطعن"});
  CHECK(highlighted(clause_of("تونس الوزارة", kParagraph), body).empty());
  for (const auto& [words, nearness, expected] : {std::tuple("الانتخابات الوزارة", kSentence, 1U),
                                                  {"المعارضة الوزارة", kSentence, 0U},
                                                  {"سامي ستطعن", kSentence, 1U},
                                                  {"ستطعن الوزارة", kParagraph, 1U},
                                                  {"تونس الوزارة", kParagraph, 0U}}) {
    CHECK(count_in(clause_of(words, nearness), "", body) == expected);
  }
}

TEST_CASE("words near in number cross the ends of sentences, as phrases do") {
  const std::string body = "انتهى الاجتماع. غادر الوفد";
  CHECK(count_in(clause_of("غادر الاجتماع", kFive), "", body) == 1);
  CHECK(count_in(clause_of("الاجتماع غادر", {}), "", body) == 1);
}

TEST_CASE("title and body are never near") {
  const std::string title = "إضراب في المطار";
  const std::string body = "العمال يطالبون بالأجور";
  for (const Nearness& nearness : {kFive, kSentence, kParagraph}) {
    CHECK(count_in(clause_of("المطار العمال", nearness), title, body) == 0);
    CHECK(count_in(clause_of("المطار إضراب", nearness), title, body) == 1);
    CHECK(count_in(clause_of("المطار إضراب", nearness, false, TextField::title), title, body) == 1);
    CHECK(count_in(clause_of("المطار إضراب", nearness, false, TextField::body), title, body) == 0);
    CHECK(count_in(clause_of("بالأجور العمال", nearness, false, TextField::body), title, body) ==
          1);
    CHECK(count_in(clause_of("بالأجور العمال", nearness, false, TextField::title), title, body) ==
          0);
  }
}

TEST_CASE("a field holds words side by side, too") {
  const auto counted = [](TextField field, const std::string& words) {
    return count_in(clause_of(words, {}, false, field), "مجلس الأمن يجتمع", "اجتمع مجلس النواب");
  };
  CHECK(counted(TextField::any, "مجلس") == 2);
  CHECK(counted(TextField::title, "مجلس") == 1);
  CHECK(counted(TextField::body, "مجلس") == 1);
  CHECK(counted(TextField::title, "مجلس النواب") == 0);
  CHECK(counted(TextField::body, "مجلس الأمن") == 0);
}

TEST_CASE("a joined form stands where its first part does") {
  const std::string body = "نقلت وكالة أ.ف.ب عن الوزير نفيه";
  CHECK(highlighted(clause_of("الوزير أفب", kFive), body) == Words{"أ.ف.ب", "الوزير"});
  CHECK(count_in(clause_of("الوزير أفب", {Kind::words, 4}), "", body) == 1);
  CHECK(count_in(clause_of("الوزير أفب", {Kind::words, 3}), "", body) == 0);
}

TEST_CASE("hamza folds in near words, and does not in exact ones") {
  const std::string body = "انباء عن إصابات في الأنبار";
  CHECK(highlighted(clause_of("إصابات أنباء", kFive), body) == Words{"انباء", "إصابات"});
  CHECK(highlighted(clause_of("إصابات أنباء", kFive, true), body).empty());
  CHECK(count_in(clause_of("إصابات أنباء", kFive), "", body) == 1);
  CHECK(count_in(clause_of("إصابات أنباء", kFive, true), "", body) == 0);
  CHECK(count_in(clause_of("إصابات انباء", kFive, true), "", body) == 1);
}

TEST_CASE(
    "of a word that stands on both sides each place is highlighted, of one further off none") {
  CHECK(highlighted(clause_of("غزة هدنة", {Kind::words, 2}),
                    "غزة اليوم مدينة غزة هدنة في غزة وفي القطاع كله غزة") ==
        Words{"غزة", "هدنة", "غزة"});
}

TEST_CASE("windows that are counted share no place") {
  CHECK(count_in(clause_of("غزة هدنة", kFive), "", "غزة هدنة غزة") == 1);
  CHECK(count_in(clause_of("غزة هدنة", kFive), "", "غزة هدنة غزة هدنة") == 2);
  CHECK(count_in(clause_of("غزة هدنة", kSentence), "", "غزة هدنة. هدنة غزة. غزة غزة") == 2);
}
