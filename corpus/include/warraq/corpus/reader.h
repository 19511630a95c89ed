// Files to articles: what every format's reader offers, and the walk over what a user named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "warraq/corpus/article.h"
#include "warraq/corpus/field_map.h"
#include "warraq/export.h"

namespace warraq::corpus {

/// Where a record stands, for messages: a file as the user would name it (standard input by that
/// name), the record's number in it and the line it begins on, both from 1; 0 where it concerns the
/// whole file.
struct Origin {
  std::string file;
  std::uint64_t record = 0;
  std::uint64_t line = 0;
};

/// A record that did not become an article, and why. The rest of its file goes on where it can.
struct Rejection {
  Origin origin;
  std::string reason;
  std::string record;  ///< the record's bytes where they were read, for --rejects
};

/// How bytes were taken for text.
struct Decoding {
  std::string charset = "UTF-8";      ///< its IANA name
  std::string basis = "valid UTF-8";  ///< what told it: a byte order mark, a declaration, …
  int confidence = 100;               ///< of 100
  bool doubly_encoded = false;        ///< it was UTF-8 taken for something else and encoded again
  bool operator==(const Decoding&) const = default;
};

/// An article and what was noticed while it was read.
struct ReadArticle {
  Article article;
  Origin origin;
  std::size_t replaced_sequences = 0;  ///< invalid sequences replaced by U+FFFD
  Decoding decoding = {};
  /// Told by CorpusReader, for every format:
  bool date_refused = false;    ///< a date was given and is none; kept as given
  bool date_ambiguous = false;  ///< it was read day first and might be month first
};

using Record = std::variant<ReadArticle, Rejection>;

/// Records of a crawl that are no pages: they are neither articles nor rejections.
struct PassedOver {
  std::uint64_t statuses = 0;  ///< responses of another status than 200 and 203
  std::uint64_t types = 0;     ///< pictures, scripts and whatever else is neither HTML nor text
  std::uint64_t revisits = 0;  ///< pages that had not changed since the record they name
  std::uint64_t others = 0;    ///< requests, metadata, warcinfo, DNS answers, robots.txt
  [[nodiscard]] std::uint64_t all() const { return statuses + types + revisits + others; }
  bool operator==(const PassedOver&) const = default;
};

/// Reads the records of one input, in order. Not thread-safe.
class WARRAQ_EXPORT Reader {
 public:
  Reader() = default;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  virtual ~Reader() = default;
  /// The next record, or nothing at the end. Bad input is a Rejection, never an exception.
  [[nodiscard]] virtual std::optional<Record> next() = 0;
  /// What was passed over so far.
  [[nodiscard]] virtual PassedOver passed_over() const { return {}; }
};

enum class InputFormat { automatic, jsonl, json, csv, xml, sgml, html, warc, text };

/// The format called `name` on the command line, if there is one.
[[nodiscard]] WARRAQ_EXPORT std::optional<InputFormat> input_format(std::string_view name);

/// The names of all of them, as a message lists them: "auto, jsonl, … or text".
[[nodiscard]] WARRAQ_EXPORT std::string input_format_names();

/// How much may come out of one input on disk by decompression and unpacking, all layers counted:
/// an input is given up once it is more than `bytes` and more than `factor` times what was read of
/// it. News compresses to a fifth, the most repetitive dumps to a hundredth; bombs begin at a
/// thousandth.
struct ExpansionLimit {
  std::uint64_t bytes = std::uint64_t{1} << 30;
  std::uint64_t factor = 300;
};

/// What became of one input: a file, standard input, a member of a container, or a container.
struct InputSummary {
  std::string name;            ///< as in Origin
  std::string format;          ///< as --input-format calls it, zip or tar; empty: none was told
  std::uint64_t articles = 0;  ///< of a container none: its members have summaries of their own
  std::uint64_t rejected = 0;  ///< records, or the input as a whole
  std::uint64_t members = 0;   ///< of a container: files in it, hidden ones left out
  std::uint64_t bytes = 0;     ///< on disk, or in the container before it was packed
  PassedOver passed_over = {};
  std::string first_reason;  ///< of the first rejection, where there was any
  std::uint64_t dates_missing = 0;
  std::uint64_t dates_refused = 0;
  std::map<std::string, std::uint64_t> charsets;  ///< articles by character set
};

struct ReadOptions {
  InputFormat format = InputFormat::automatic;
  /// A record larger than this is rejected, unread past it where it can be.
  std::size_t max_article_bytes = std::size_t{32} << 20;
  /// Which fields of records of other making are which of an article's; empty: by usual names.
  FieldMap map;
  /// Says of a folder whether nothing in it is to be read; empty: none is left out.
  std::function<bool(const std::filesystem::path&)> left_out;
  ExpansionLimit expansion;
  /// Called from next() when an input is done, members before their container; may be empty.
  std::function<void(const InputSummary&)> on_input;
  /// Asked to stop, standard input counts as ended, although its writer may send more.
  std::stop_token stop;
};

/// How far reading has come, in bytes of the inputs as they lie on disk (compressed).
struct ReadProgress {
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;  ///< 0 where it cannot be known (standard input)
};

/// All records of the inputs a user named: files, folders (walked in byte order of path, hidden
/// files and links to folders left out) and `-` for standard input, decompressed (gz, bz2, xz, zst)
/// and unpacked (zip, tar) as needed. A missing file or a folder without articles is a Rejection,
/// and the rest goes on.
/// Every article has an id: the one given, else its canonical URL, else its path relative to the
/// argument with the record's number (a hash of its content on standard input). FORMATS.md has the
/// rules. Memory: a window on the input and one record. Not thread-safe.
class WARRAQ_EXPORT CorpusReader final : public Reader {
 public:
  CorpusReader(std::vector<std::string> inputs, ReadOptions options);
  ~CorpusReader() override;
  [[nodiscard]] std::optional<Record> next() override;
  /// May be called from another thread than next().
  [[nodiscard]] ReadProgress progress() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace warraq::corpus
