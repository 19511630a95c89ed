#include "searcher/cli/query_lines.h"

#include <map>
#include <memory>
#include <string_view>

#include "corpus/article/utf8.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/error.h"
#include "searcher/output/suggestion.h"
#include "searcher/request/filter_notes.h"
#include "searcher/request/json_request.h"
#include "searcher/request/read_request.h"
#include "warraq/cli/program.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

bool is_object(std::string_view line) { return line.front() == '{'; }

class Run {
 public:
  Run(Searcher& searcher, const QueryLines& lines, std::ostream& out)
      : searcher_(searcher), lines_(lines), out_(out) {}

  void answer(std::string_view line, bool cut) {
    ++line_;
    if (line_ == 1 && line.starts_with(corpus::kByteOrderMark)) {
      line.remove_prefix(corpus::kByteOrderMark.size());
    }
    if (line.find_first_not_of(" \t\r\f\v") == std::string_view::npos) return;
    ++asked_;
    format_ =
        lines_.format.value_or(is_object(line) ? output::Format::json : output::Format::human);
    std::string id;
    try {
      if (cut) {
        throw Error(ErrorCode::usage,
                    "the line is longer than " + std::to_string(kMaxLineBytes) + " bytes");
      }
      print(id, read(line, id));
    } catch (const Error& error) {
      refuse(id, error);
    }
    out_.flush();
  }

  [[nodiscard]] int exit_code() const {
    if (asked_ == 0) print_notes({"standard input holds no query"});
    if (refused_ == 0) return found_ ? kExitDone : kExitNothingFound;
    return asked_ == 1 ? last_error_ : kExitInputRejected;
  }

 private:
  [[nodiscard]] output::AnswerPrinter& printer() {
    auto& printer = printers_[format_];
    if (!printer) {
      output::FormatOptions options = lines_.format_options;
      options.query_ids = true;
      printer = output::make_printer(format_, out_, options);
    }
    return *printer;
  }

  [[nodiscard]] Request read(std::string_view line, std::string& id) const {
    if (line.front() == '[') {
      throw Error(ErrorCode::usage, "a line that begins with [ is neither an object nor a query",
                  "write one object a line: {\"query\": \"…\", \"limit\": 5}");
    }
    Parameters parameters = lines_.options;
    if (is_object(line)) {
      parameters = read_json_request(line, std::move(parameters), id);
    } else if (!corpus::is_valid_utf8(line)) {
      // A line of text has no id that an error in JSON could name.
      throw Error(ErrorCode::usage,
                  (is_json() ? place() + " is" : "the line is") + std::string(" no UTF-8"),
                  "convert it first, as iconv does");
    } else {
      parameters.add("query", std::string(line));
    }
    Request request = read_request(parameters, {}, Naming::parameter);
    lines_.prepare(request, format_);
    return request;
  }

  void print(const std::string& id, const Request& request) {
    searcher_.refresh();
    Answer answer = searcher_.search(request);
    add_notes_on_filters(searcher_, request, answer.notes);
    if (!is_json()) say(request, answer);
    // A run of TREC has a topic in every line, and two must not pass for one.
    const bool is_counted = id.empty() && format_ == output::Format::trec;
    printer().print(is_counted ? std::to_string(line_) : id, answer);
    found_ = found_ || answer.total > 0;
  }

  // What the objects of JSON have.
  void say(const Request& request, const Answer& answer) const {
    print_notes(answer.notes, place());
    if (format_ == output::Format::human) {
      print_variants(answer.variants);
    } else {
      print_notes(output::suggestion_lines(answer), place());
    }
    if (answer.total == 0 && answer.suggestions.empty()) print_notes({"nothing found"}, place());
    print_past_end(request, answer, place());
  }

  void refuse(const std::string& id, const Error& error) {
    ++refused_;
    last_error_ = static_cast<int>(error.code());
    if (is_json()) {
      output::print_error(out_, format_, id, error);
    } else {
      cli::print_error(Error(error.code(), place() + ": " + error.what(), error.hint()));
    }
  }

  [[nodiscard]] bool is_json() const {
    return format_ == output::Format::json || format_ == output::Format::jsonl;
  }
  [[nodiscard]] std::string place() const {
    return "standard input, line " + std::to_string(line_);
  }

  Searcher& searcher_;
  const QueryLines& lines_;
  std::ostream& out_;
  output::Format format_ = output::Format::human;  ///< of this line
  std::map<output::Format, std::unique_ptr<output::AnswerPrinter>> printers_;
  std::size_t line_ = 0;
  std::size_t asked_ = 0;
  std::size_t refused_ = 0;
  int last_error_ = kExitDone;
  bool found_ = false;
};

}  // namespace

bool BoundedLines::next(std::string& line) {
  using Traits = std::istream::traits_type;
  line.clear();
  cut_ = false;
  std::streambuf& bytes = *in_.rdbuf();
  bool any = false;
  for (auto byte = bytes.sbumpc(); !Traits::eq_int_type(byte, Traits::eof());
       byte = bytes.sbumpc()) {
    any = true;
    if (byte == Traits::to_int_type('\n')) break;
    if (line.size() < most_) {
      line += Traits::to_char_type(byte);
    } else {
      cut_ = true;
    }
  }
  return any;
}

int answer_lines(Searcher& searcher, const QueryLines& lines, std::istream& in, std::ostream& out) {
  Run run(searcher, lines, out);
  BoundedLines input(in, kMaxLineBytes);
  std::string line;
  while (out && input.next(line)) run.answer(line, input.was_cut());
  return run.exit_code();
}

}  // namespace warraq::searcher::commands
