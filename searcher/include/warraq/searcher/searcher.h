// Asking an archive: queries, single articles, explanations.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "warraq/analyzers/date.h"
#include "warraq/archive/manifest.h"
#include "warraq/corpus/article.h"
#include "warraq/export.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher {

/// Byte range [first, second) in the text it comes with.
using ByteRange = std::pair<std::uint32_t, std::uint32_t>;

/// A passage of an article in its own spelling. Highlights cover whole words, in order, apart.
struct Snippet {
  std::string text;  ///< UTF-8, as stored; line breaks became spaces
  std::vector<ByteRange> highlights;
  bool cut_before = false;  ///< text of the article stands before it / after it
  bool cut_after = false;
};

enum class Sort { relevance, newest, oldest };

/// How a query's text is read.
enum class Syntax {
  query,  ///< the query language of QUERY.md
  plain   ///< a bag of words: no character means anything but itself
};

struct Request {
  std::string query;
  Syntax syntax = Syntax::query;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::optional<analyzers::Date> from;  ///< first day, inclusive
  std::optional<analyzers::Date> to;    ///< last day, inclusive
  std::vector<std::string> sources;     ///< any of them
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::vector<std::string> agencies;
  std::optional<std::uint64_t> duplicate_group;  ///< only its articles (Hit::duplicate_group)
  Sort sort = Sort::relevance;
  bool exact = false;      ///< every word in its exact form
  bool all_words = false;  ///< every bare word must be there, not any of them
  bool variants = true;    ///< other spellings of names and the like are searched too
  /// Of those, what is not searched: spellings as SearchedVariant::text has them, compared as the
  /// analyser normalises words. What is no variant of the query is of no account.
  std::vector<std::string> excluded_variants = {};
  bool strict = false;       ///< what is not understood is an error, not searched as words
  bool relax = false;        ///< where nothing is found, the first suggestion is searched
  bool suggestions = true;   ///< other queries are offered where this one finds too little
  bool collapse = false;     ///< of near duplicates, the best one stands for its group
  std::size_t snippets = 1;  ///< passages a hit at the most; 0: none made
  std::size_t snippet_bytes = 400;
  bool duplicate_groups = false;     ///< look up each hit's group of near duplicates
  std::vector<FacetField> facets;    ///< counted over all that is found
  std::size_t facet_values = 10;     ///< names of each at the most; 0: all
  std::optional<Interval> timeline;  ///< count all that is found over time, too
  /// Past it, what is asked ends with Error(timeout), within some milliseconds (of a query of a
  /// megabyte, 100: reading it is not interrupted); nothing: never. What suggestions alone had no
  /// time for is a note. Time that a callback takes counts.
  std::optional<std::chrono::steady_clock::time_point> deadline;
};

/// The near duplicates of a hit that a collapsed list does not show.
struct Copies {
  struct Copy {
    std::string id;
    std::string source;
  };
  static constexpr std::size_t kMostListed = 20;
  std::uint64_t articles = 0;  ///< found by the query, the hit not counted
  std::uint64_t sources = 0;   ///< in so many sources other than the hit's
  std::vector<Copy> listed;    ///< the first kMostListed, in the order of the archive
};

struct Hit {
  std::size_t rank = 0;  ///< from 1, offset included
  double score = 0;
  corpus::Article article;  ///< without its body
  /// The same number for all near duplicates of one article; nothing where it was not asked for.
  std::optional<std::uint64_t> duplicate_group;
  std::vector<ByteRange> title_highlights;
  std::vector<Snippet> snippets;
  std::optional<Copies> copies;  ///< of a collapsed list
};

/// A whole article with the places of a query's words and phrases in it: whole words, in order,
/// apart.
struct HighlightedArticle {
  corpus::Article article;
  std::vector<ByteRange> title_highlights;
  std::vector<ByteRange> body_highlights;  ///< of the body's first megabyte
  std::uint64_t duplicate_group = 0;       ///< Hit::duplicate_group
};

/// Another query, offered where one finds nothing or has a word that the archive does not.
struct Suggestion {
  enum class Kind {
    spelling,     ///< words as the archive spells them
    space,        ///< a space put in or taken out
    keyboard,     ///< as the keyboard's other layout has it
    nearby,       ///< a phrase's words near one another
    all_words,    ///< a phrase's words anywhere
    fewer_words,  ///< without one of the query's parts, or with any of its words
    no_filter     ///< without a field, name or date of the query, or a filter of the request
  };
  Kind kind = Kind::spelling;
  std::string query;                 ///< in the query language
  std::string replaced;              ///< what of the query it changes, as it was put
  std::string replacement;           ///< what stands there instead; empty: nothing does
  std::vector<std::string> without;  ///< options of the request that it leaves out, by their names
  std::uint64_t articles = 0;        ///< that it finds
};

/// The request that a suggestion to `request` stands for.
[[nodiscard]] WARRAQ_EXPORT Request suggested_request(const Request& request,
                                                      const Suggestion& suggestion);

/// What was searched beside a word or phrase of the query because it means the same.
struct SearchedVariant {
  std::string text;   ///< in the archive's most usual spelling
  std::string rules;  ///< what made it, with spaces between: "g_sound long_vowel" (VARIANTS.md)
  /// That hold a word of its stem; nothing for what is searched by its very form or is several
  /// words, which is counted nowhere.
  std::optional<std::uint64_t> articles;
};
struct SearchedVariants {
  std::string word;  ///< in the query's spelling, or a phrase's words
  std::vector<SearchedVariant> variants;
};

struct Answer {
  std::vector<Hit> hits;
  std::uint64_t total = 0;     ///< articles found; groups of near duplicates where collapsed
  bool total_is_exact = true;  ///< always
  /// What was not understood and searched as words, a mark left open and the like: for people.
  std::vector<std::string> notes;
  /// The likeliest first; none where the query found articles for each of its words.
  std::vector<Suggestion> suggestions;
  /// The suggestion that was searched instead, as Request::relax asks: hits and totals are its.
  std::optional<Suggestion> relaxed;
  std::optional<std::uint64_t> articles;        ///< of a collapsed list: articles found
  std::vector<Facet> facets;                    ///< those that were asked for
  std::vector<SearchedVariants> variants = {};  ///< of the words and phrases that have any
  std::optional<Timeline> timeline = {};        ///< if it was asked for, without notes of its own
};

/// One word of a query as the analyser saw it, and what was searched for it.
struct ExplainedWord {
  std::string word;
  std::string exact;
  std::string normalised;
  std::string stem;
  bool stop = false;
  struct Term {
    std::string term;            ///< as it is in the database
    std::string level;           ///< exact, normalised, stem, title, stop word, phrase, prefix
    std::uint64_t articles = 0;  ///< that hold it
    double weight = 0;           ///< factor in the score
  };
  std::vector<Term> terms;
};

struct ExplainedHit {
  Hit hit;
  struct Part {
    std::string word;
    std::string term;
    std::string level;
    std::uint64_t occurrences = 0;
    double score = 0;
  };
  std::vector<Part> parts;  ///< their scores sum to the hit's
};

struct Explanation {
  std::string profile;
  std::uint64_t total = 0;  ///< articles found
  std::string query;        ///< as it was read, in the query language; empty where there is no text
  std::string tree;         ///< what is asked for, as it was understood
  /// How articles are found, part by part: a line each, indented by its depth, with how many
  /// articles it finds.
  std::string plan;
  std::vector<ExplainedWord> words;
  std::vector<ExplainedHit> hits;
  std::vector<std::string> notes;
  std::vector<SearchedVariants> variants = {};
};

/// What a query that is being typed may become.
struct Completion {
  std::string text;            ///< the whole of it
  std::string word;            ///< its last word, in the spelling that is most frequent
  std::uint64_t articles = 0;  ///< that hold the words before it and this word's stem
};

struct ArchiveInfo {
  archive::Manifest manifest;
  std::uint64_t articles = 0;
  std::uint64_t superseded = 0;
  std::uint64_t live_articles = 0;
  std::uint64_t distinct_terms = 0;
  std::uint64_t bytes_on_disk = 0;
  std::optional<analyzers::Date> first_date;
  std::optional<analyzers::Date> last_date;
  std::vector<std::pair<std::string, std::uint64_t>> sources;     ///< most articles first
  std::vector<std::pair<std::string, std::uint64_t>> categories;  ///< likewise
};

/// Which state of which archive an answer is of: to tell whether either has changed since.
struct ArchiveState {
  std::string created;              ///< when it was built, as archive.json has it
  std::uint64_t generation = 0;     ///< of its shards
  std::uint64_t live_revision = 0;  ///< of what was added since; 0 where nothing was
  std::string profile;              ///< of the analyser
  std::string fingerprint;
  bool operator==(const ArchiveState&) const = default;
};

/// What is known of a stream of articles before its first one.
struct StreamStart {
  std::uint64_t total = 0;         ///< articles found, if no writer moves the archive meanwhile
  std::vector<std::string> notes;  ///< as Answer has them
  ArchiveState state;
};

/// An article of a stream, valid while it is taken.
struct StreamedArticle {
  const corpus::Article& article;  ///< whole
  std::string_view json;           ///< the same as it is stored: corpus::to_json() of it
};

/// One place where a word or phrase of a query stands in an article, valid while it is taken.
struct ConcordanceLine {
  enum class Field {
    title,
    body,
    beside  ///< what the page had beside the article: its kicker and caption
  };
  const corpus::Article& article;
  Field field = Field::body;
  ByteRange range;      ///< in the title or body as stored; of `beside` nothing
  std::string before;   ///< so many words, in their own spelling, cleaned like a snippet
  std::string keyword;  ///< the word or phrase as it is written, its words whole
  std::string after;
  bool from_right = true;  ///< whether what stands there is read from right to left
};

struct ConcordanceCounts {
  std::uint64_t occurrences = 0;  ///< given
  std::uint64_t articles = 0;     ///< they stand in
};

/// Which articles like one are wanted: the filters, order and page of `request`, whose query is of
/// no account.
struct SimilarRequest {
  Request request;
  bool duplicates = false;  ///< near duplicates come first; else they are left out
};

/// A reader of one archive. Sees the state of when it was opened or last refreshed; after two
/// further commits by a writer it refreshes itself and asks again. Not thread-safe: one a thread;
/// any number may read an archive, in any number of threads and processes, beside its writer. Any
/// operation may throw Error: io, no_archive where the archive is damaged, timeout past a request's
/// deadline; the searcher can be asked again after each of them.
class WARRAQ_EXPORT Searcher {
 public:
  /// Throws Error: no_archive, incompatible, io.
  explicit Searcher(const std::filesystem::path& archive);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;
  ~Searcher();

  /// Throws Error: usage for a query without words; query for one that cannot be read (QUERY.md:
  /// a date that does not exist, dates that run backwards, nesting too deep; of a strict request,
  /// whatever is not understood); io. Of more than kMaxQueryWords words the rest is cut, and a note
  /// says so. Facets and a timeline are counted of what was found for the hits, without looking
  /// again; a timeline is refused as by timeline().
  [[nodiscard]] Answer search(const Request& request);
  /// As search(), with how each word was read, what was searched, and why each hit scored as it
  /// did.
  [[nodiscard]] Explanation explain(const Request& request);
  /// Counts of what the request finds, by each of `fields`: of names the `limit` with most
  /// articles, 0 for all. Without a query, of the whole archive, or of what passes the filters.
  /// Throws as search().
  [[nodiscard]] Facets facets(const Request& request, const std::vector<FacetField>& fields,
                              std::size_t limit);
  /// What the request finds over time, likewise. Throws as search(), and Error(usage) where that
  /// would take more than kMaxIntervals.
  [[nodiscard]] Timeline timeline(const Request& request, Interval interval);
  /// Whether all words of the archive can be looked up: else nothing is completed or suggested, and
  /// variants are not searched. 'warraq-indexer compact' makes up for it.
  [[nodiscard]] bool has_vocabulary() const;
  /// Which of the request's names no article has: for people, a line each. Apart
  /// from search(), because many queries may share one request's filters.
  [[nodiscard]] std::vector<std::string> notes_on_filters(const Request& request);
  /// Completes the last word of `text`, or after a space adds the next, also by words with the
  /// article before it where the archive mostly writes them so; `limit` at the most. First comes
  /// what follows the word before, in a sample of the archive; then of the 50 most frequent words
  /// that begin so what most articles hold, of each stem the best word, for its share of the stem's
  /// occurrences. Words before it count by their stems, of more than 16 the last ones; stop words
  /// neither count nor are offered. None where the text ends in a mark, or the archive has no
  /// vocabulary (`check` says so). Throws Error: io, timeout.
  /// `deadline` is as a request has it.
  [[nodiscard]] std::vector<Completion> suggest(
      std::string_view text, std::size_t limit = 10,
      std::optional<std::chrono::steady_clock::time_point> deadline = std::nullopt);
  [[nodiscard]] std::optional<corpus::Article> get(std::string_view id);
  /// Whether there is an article of this id, without reading it.
  [[nodiscard]] bool has(std::string_view id);
  /// The same with what the request's query finds in it, whether the request finds the article or
  /// not. Without a query nothing is highlighted. Throws as search().
  [[nodiscard]] std::optional<HighlightedArticle> get(std::string_view id, const Request& request);
  /// Gives `take` every article that the request finds, whole and in the order of search() (offset,
  /// limit and snippets are of no account; collapsed, one of each group), until it returns false;
  /// `begin`, which may be empty, is called once before. However many they are, memory holds one
  /// article, and some 32 bytes for each. Where a writer moves the archive meanwhile, goes on in
  /// the newer state: what was given is not given again, nothing is left out that both states hold.
  /// Returns how many were given. Throws as search(), and what `take` throws.
  std::uint64_t for_each(const Request& request,
                         const std::function<void(const StreamStart&)>& begin,
                         const std::function<bool(const StreamedArticle&)>& take);
  /// Gives `take` every place where a word or phrase of the query stands in the title or text of an
  /// article that the request finds, with up to `words` words before and after it, article after
  /// article as for_each() has them, until it returns false. Of places one within another the
  /// widest is given, of words near one another the stretch from the first to the last. A query
  /// without words, of names and dates alone, has no places.
  ConcordanceCounts concordance(const Request& request, std::size_t words,
                                const std::function<void(const StreamStart&)>& begin,
                                const std::function<bool(const ConcordanceLine&)>& take);
  /// Articles that share the most telling words of the article called `id`, which is not among
  /// them, the most alike first; nothing where there is no such article. Throws Error: query, io.
  [[nodiscard]] std::optional<Answer> similar(std::string_view id, const SimilarRequest& request);
  [[nodiscard]] ArchiveInfo info();
  /// Which state of the archive answers come from: that of the last answer, or a later one.
  [[nodiscard]] ArchiveState state() const;
  /// The archive's latest state from now on. Costs some microseconds where nothing was committed,
  /// and some hundreds where the archive is opened anew. Throws as the constructor, and then
  /// goes on with the state that was.
  void refresh();

  static constexpr std::size_t kMaxQueryWords = 1024;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace warraq::searcher
