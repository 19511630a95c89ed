// Xapian as its manual has it: what Warraq builds on, without Warraq. Figures are JSON lines.
#include <xapian.h>

#include <boost/program_options.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "articles.h"
#include "figures.h"
#include "topics.h"

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using warraq::bench::Article;
using warraq::bench::Figures;
using warraq::bench::Topic;

constexpr Xapian::valueno kIdSlot = 0;
constexpr std::string_view kIdPrefix = "Q";
constexpr std::string_view kTitlePrefix = "S";
constexpr std::string_view kStemPrefix = "Z";
constexpr std::string_view kTitleStemPrefix = "ZS";
constexpr std::size_t kMaxTermBytes = 240;
constexpr Xapian::doccount kHits = 10;
constexpr std::size_t kSnippetBytes = 400;

struct Options {
  std::string command;
  std::vector<std::string> paths;
  std::string fields;
  std::size_t rounds = 0;
  Xapian::doccount depth = 0;
  bool snippets = false;
  bool all = false;
};

std::string prefixed(std::string_view prefix, std::string_view word) {
  return std::string(prefix).append(word);
}

std::uint64_t folder_bytes(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

Figures figures_of(std::string_view task) {
  Figures figures;
  figures.text("system", "xapian").text("version", Xapian::version_string()).text("task", task);
  return figures;
}

// ---- indexing ----

/// One database, one article after the other, words and stems with positions, text as the data.
class Indexing {
 public:
  Indexing(const std::string& folder, bool titles)
      : database_(folder, Xapian::DB_CREATE_OR_OVERWRITE), titles_(titles) {
    generator_.set_stemmer(Xapian::Stem("arabic"));
  }

  void add(const Article& article) {
    const std::string title(titles_ ? article.title : std::string_view{});
    const std::string body(article.body);
    Xapian::Document document;
    generator_.set_document(document);
    generator_.index_text(title, 1, std::string(kTitlePrefix));
    generator_.increase_termpos();
    generator_.index_text(body);
    document.set_data(title + '\n' + body);
    document.add_value(kIdSlot, std::string(article.id));
    document.add_boolean_term(prefixed(kIdPrefix, article.id).substr(0, kMaxTermBytes));
    database_.add_document(document);
    ++articles_;
    text_bytes_ += title.size() + body.size();
  }

  void commit() { database_.commit(); }
  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }

 private:
  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
  bool titles_;
  std::uint64_t articles_ = 0;
  std::uint64_t text_bytes_ = 0;
};

void index(const Options& options) {
  const double start = warraq::bench::wall_seconds();
  const std::string& folder = options.paths.back();
  Indexing indexing(folder, options.fields == "title,body");
  for (std::size_t i = 0; i + 1 < options.paths.size(); ++i) {
    warraq::bench::for_each_article(options.paths[i],
                                    [&](const Article& article) { indexing.add(article); });
  }
  indexing.commit();
  figures_of("index")
      .count("threads", 1)
      .count("articles", indexing.articles())
      .count("text_bytes", indexing.text_bytes())
      .number("cpu_seconds", warraq::bench::cpu_seconds())
      .number("wall_seconds", warraq::bench::wall_seconds() - start)
      .count("peak_rss_bytes", warraq::bench::peak_resident_bytes())
      .count("index_bytes", folder_bytes(folder))
      .print();
}

/// Writes the database again without the room that additions left in its blocks.
void compact(const Options& options) {
  const double start = warraq::bench::wall_seconds();
  Xapian::Database(options.paths[0]).compact(options.paths[1]);
  figures_of("compact")
      .number("cpu_seconds", warraq::bench::cpu_seconds())
      .number("wall_seconds", warraq::bench::wall_seconds() - start)
      .count("index_bytes", folder_bytes(options.paths[1]))
      .print();
}

// ---- searching ----

/// The stems of a text's words, each as often as it stands there, in titles and in bodies: any of
/// them or, with `all`, every one.
Xapian::Query words_query(const std::string& text, bool all) {
  static const Xapian::Stem stemmer("arabic");
  Xapian::Document words;
  Xapian::TermGenerator generator;
  generator.set_stemmer(stemmer);
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_ALL);
  generator.set_document(words);
  generator.index_text_without_positions(text);
  std::vector<Xapian::Query> stems;
  for (auto word = words.termlist_begin(); word != words.termlist_end(); ++word) {
    stems.push_back(Xapian::Query(prefixed(kStemPrefix, *word), word.get_wdf()) |
                    Xapian::Query(prefixed(kTitleStemPrefix, *word), word.get_wdf()));
  }
  return {all ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, stems.begin(), stems.end()};
}

Xapian::MSet search(Xapian::Enquire& enquire, const std::string& text, Xapian::doccount depth,
                    bool all = false) {
  enquire.set_query(words_query(text, all));
  return enquire.get_mset(0, depth);
}

void make_snippets(const Xapian::MSet& found) {
  static const Xapian::Stem stemmer("arabic");
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const std::string text = hit.get_document().get_data();
    if (found.snippet(text, kSnippetBytes, stemmer).empty()) {
      throw std::runtime_error("a hit without a snippet");
    }
  }
}

void queries(const Options& options) {
  const Xapian::Database database(options.paths[0]);
  Xapian::Enquire enquire(database);
  const std::vector<Topic> topics = warraq::bench::read_topics(options.paths[1]);
  Figures figures = figures_of(options.snippets ? "queries_with_snippets" : "queries");
  warraq::bench::measure_queries(figures, topics.size(), options.rounds, [&](std::size_t i) {
    const Xapian::MSet found = search(enquire, topics[i].text, kHits, options.all);
    if (options.snippets) make_snippets(found);
    return found.size();
  });
  figures.print();
}

/// Writes the best documents of each topic as a TREC run.
void run(const Options& options) {
  const double start = warraq::bench::wall_seconds();
  const Xapian::Database database(options.paths[0]);
  Xapian::Enquire enquire(database);
  const std::vector<Topic> topics = warraq::bench::read_topics(options.paths[1]);
  std::ofstream out(options.paths[2]);
  out.precision(std::numeric_limits<double>::max_digits10);
  std::uint64_t hits = 0;
  for (const Topic& topic : topics) {
    const Xapian::MSet found = search(enquire, topic.text, options.depth);
    for (auto hit = found.begin(); hit != found.end(); ++hit, ++hits) {
      out << topic.id << " Q0 " << hit.get_document().get_value(kIdSlot) << ' '
          << hit.get_rank() + 1 << ' ' << hit.get_weight() << " xapian\n";
    }
  }
  if (!out.flush()) throw std::runtime_error(options.paths[2] + ": cannot be written");
  figures_of("run")
      .count("queries", topics.size())
      .count("hits", hits)
      .number("wall_seconds", warraq::bench::wall_seconds() - start)
      .print();
}

// ---- command line ----

constexpr std::string_view kUsage =
    "Usage: warraq-bench-xapian index ARTICLES.jsonl... DIR [--fields title,body|body]\n"
    "       warraq-bench-xapian compact DIR NEW_DIR\n"
    "       warraq-bench-xapian queries DIR QUERIES.tsv [--snippets] [--all] [--rounds N]\n"
    "       warraq-bench-xapian run DIR QUERIES.tsv OUT.trec [-n 100]\n";

Options parse(int argc, char** argv) {
  Options options;
  po::options_description all;
  auto add = all.add_options();
  add("command", po::value(&options.command)->required());
  add("path", po::value(&options.paths)->required());
  add("fields", po::value(&options.fields)->default_value("title,body"));
  add("rounds", po::value(&options.rounds)->default_value(10));
  add("depth,n", po::value(&options.depth)->default_value(100));
  add("snippets", po::bool_switch(&options.snippets));
  add("all", po::bool_switch(&options.all));
  po::positional_options_description positions;
  positions.add("command", 1).add("path", -1);
  po::variables_map values;
  po::store(po::command_line_parser(argc, argv).options(all).positional(positions).run(), values);
  po::notify(values);
  return options;
}

void need_paths(const Options& options, std::size_t count) {
  if (options.paths.size() != count) {
    throw po::error(std::string("paths needed: ").append(std::to_string(count)));
  }
}

void execute(const Options& options) {
  if (options.command == "index" && options.paths.size() >= 2) return index(options);
  if (options.command == "compact") return need_paths(options, 2), compact(options);
  if (options.command == "queries") return need_paths(options, 2), queries(options);
  if (options.command == "run") return need_paths(options, 3), run(options);
  throw po::error("unknown command");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    execute(parse(argc, argv));
    return 0;
  } catch (const po::error& error) {
    std::cerr << "warraq-bench-xapian: " << error.what() << '\n' << kUsage;
    return 2;
  } catch (const Xapian::Error& error) {
    std::cerr << "warraq-bench-xapian: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-xapian: " << error.what() << '\n';
  }
  return 1;
}
