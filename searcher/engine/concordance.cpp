#include "searcher/engine/concordance.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/snippets/shown_text.h"
#include "searcher/snippets/written_matches.h"
#include "warraq/analyzers/written_words.h"

namespace warraq::searcher {
namespace {

using analyzers::Token;
using analyzers::TokenKind;
using analyzers::WrittenWord;

/// Bytes [begin, end) of a text.
struct Bytes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// Words near one another as one stretch, from the first to the last.
std::vector<Match> with_whole_windows(const std::vector<Match>& matches) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> windows;
  std::vector<Match> result;
  for (const Match& match : matches) {
    if (match.window != 0) {
      const auto [known, is_new] =
          windows.emplace(std::pair(match.unit, match.window), result.size());
      if (!is_new) {
        result[known->second].end = std::max(result[known->second].end, match.end);
        continue;
      }
    }
    result.push_back(match);
  }
  return result;
}

// In order of `begin`, without those that lie within another one: the parts of a name in a phrase,
// and of two that are one word as it is written.
std::vector<Bytes> widest(std::vector<Match> matches) {
  std::sort(matches.begin(), matches.end(), [](const Match& left, const Match& right) {
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
  });
  std::vector<Bytes> result;
  for (const Match& match : matches) {
    if (result.empty() || match.end > result.back().end) result.push_back({match.begin, match.end});
  }
  return result;
}

// Whether most words of these bytes that have a direction are Arabic.
bool reads_from_right(std::span<const Token> tokens, const Bytes& bytes) {
  auto token =
      std::lower_bound(tokens.begin(), tokens.end(), bytes.begin,
                       [](const Token& each, std::uint32_t begin) { return each.begin < begin; });
  int more_arabic = 0;
  for (; token != tokens.end() && token->begin < bytes.end; ++token) {
    if (token->kind == TokenKind::arabic) ++more_arabic;
    if (token->kind == TokenKind::latin) --more_arabic;
  }
  return more_arabic >= 0;
}

class Concordance {
 public:
  Concordance(const analyzers::Analyzer& analyzer, std::size_t words,
              const std::function<bool(const ConcordanceLine&)>& take)
      : analyzer_(analyzer), words_(words), take_(take) {}

  bool read(const Matcher& matcher, const corpus::Article& article) {
    const std::uint64_t before = counts_.occurrences;
    using Field = ConcordanceLine::Field;
    const std::string_view text = corpus::searched_text(article, buffer_);
    const bool goes_on =
        read(matcher, article, Field::title, article.title, article.title.size()) &&
        read(matcher, article, Field::body, text, article.body.size());
    if (counts_.occurrences > before) ++counts_.articles;
    return goes_on;
  }

  [[nodiscard]] const ConcordanceCounts& counts() const { return counts_; }

 private:
  // What stands from byte `beside` on is not the body's.
  bool read(const Matcher& matcher, const corpus::Article& article, ConcordanceLine::Field field,
            std::string_view text, std::size_t beside) {
    analyzer_.analyze(text, analysis_);
    const TextPart part = field == ConcordanceLine::Field::title ? TextPart::title : TextPart::body;
    const std::vector<Match> matches = matcher.find({text, analysis_.tokens()}, part);
    if (matches.empty()) return true;
    const std::vector<WrittenWord> words = analyzers::written_words(text, analysis_.tokens());
    const auto first_beside = std::find_if(
        words.begin(), words.end(), [&](const WrittenWord& word) { return word.begin >= beside; });
    const std::span<const WrittenWord> inside(words.begin(), first_beside);
    const std::span<const WrittenWord> outside(first_beside, words.end());
    for (const Bytes& keyword : widest(as_written(with_whole_windows(matches), words))) {
      const bool is_beside = keyword.begin >= beside;
      ConcordanceLine line{article,
                           is_beside ? ConcordanceLine::Field::beside : field,
                           is_beside ? ByteRange() : ByteRange(keyword.begin, keyword.end),
                           {},
                           {},
                           {}};
      quote(text, is_beside ? outside : inside, keyword, line);
      if (!take_(line)) return false;
      ++counts_.occurrences;
    }
    return true;
  }

  void quote(std::string_view text, std::span<const WrittenWord> words, const Bytes& keyword,
             ConcordanceLine& line) const {
    const auto first = word_holding(words, keyword.begin);
    const auto last = word_holding(words, keyword.end - 1);
    const auto as_many = [this](auto number) {
      return std::min<std::ptrdiff_t>(number, static_cast<std::ptrdiff_t>(words_));
    };
    const std::uint32_t begin = (first - as_many(first - words.begin()))->begin;
    // A phrase may reach past the body's end.
    const std::uint32_t end = std::max(keyword.end, (last + as_many(words.end() - last - 1))->end);
    line.before = shown_text(text.substr(begin, keyword.begin - begin));
    line.keyword = shown_text(text.substr(keyword.begin, keyword.end - keyword.begin));
    line.after = shown_text(text.substr(keyword.end, end - keyword.end));
    line.from_right = reads_from_right(analysis_.tokens(), {begin, end});
  }

  const analyzers::Analyzer& analyzer_;
  std::size_t words_;
  const std::function<bool(const ConcordanceLine&)>& take_;
  analyzers::Analysis analysis_;
  std::string buffer_;
  ConcordanceCounts counts_;
};

}  // namespace

ConcordanceCounts make_concordance(const StreamContext& context, const Request& request,
                                   std::size_t words,
                                   const std::function<void(const StreamStart&)>& begin,
                                   const std::function<bool(const ConcordanceLine&)>& take) {
  Concordance concordance(context.analyzer, words, take);
  stream_articles(context, request, begin,
                  [&](const Inquiry& inquiry, const StreamedArticle& streamed) {
                    // Of names and dates alone there is nothing to look for.
                    if (inquiry.matcher().units().empty()) return false;
                    return concordance.read(inquiry.matcher(), streamed.article);
                  });
  return concordance.counts();
}

}  // namespace warraq::searcher
