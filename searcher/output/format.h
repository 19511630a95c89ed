// Output formats: how answers are printed, for people and for programs. OUTPUT.md documents them.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

/// The version of json, jsonl and csv: raised when a field changes its meaning or goes away, not
/// when one is added.
inline constexpr int kVersion = 1;

enum class Format { human, json, jsonl, csv, trec };

/// The format called `name` on the command line, if there is one.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);

/// Whether hits are printed with their groups of near duplicates: a search is to look them up then.
[[nodiscard]] bool shows_duplicate_groups(Format format);

struct FormatOptions {
  bool colour = false;             ///< human: highlights by colour, not by asterisks
  std::string run_tag = "warraq";  ///< trec: the last column
  bool total = true;               ///< human: how many were found
  bool query_ids = false;          ///< csv: a column for them, also where the first has none
};

/// Prints answers to one stream, which must outlive it.
class AnswerPrinter {
 public:
  explicit AnswerPrinter(std::ostream& out) : out_(out) {}
  AnswerPrinter(const AnswerPrinter&) = delete;
  AnswerPrinter& operator=(const AnswerPrinter&) = delete;
  virtual ~AnswerPrinter() = default;

  /// `query_id` is a topic's; empty where one query is all there is.
  virtual void print(std::string_view query_id, const Answer& answer) = 0;

 protected:
  [[nodiscard]] std::ostream& out() { return out_; }

 private:
  std::ostream& out_;
};

[[nodiscard]] std::unique_ptr<AnswerPrinter> make_printer(Format format, std::ostream& out,
                                                          const FormatOptions& options);

}  // namespace warraq::searcher::output
