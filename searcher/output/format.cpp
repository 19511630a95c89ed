#include "searcher/output/format.h"

#include <array>
#include <utility>

#include "searcher/output/printers.h"

namespace warraq::searcher::output {

std::optional<Format> format_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Format>, 5> kFormats = {
      {{"human", Format::human},
       {"json", Format::json},
       {"jsonl", Format::jsonl},
       {"csv", Format::csv},
       {"trec", Format::trec}}};
  for (const auto& [known, format] : kFormats) {
    if (known == name) return format;
  }
  return std::nullopt;
}

bool shows_duplicate_groups(Format format) {
  return format == Format::json || format == Format::jsonl;
}

std::unique_ptr<AnswerPrinter> make_printer(Format format, std::ostream& out,
                                            const FormatOptions& options) {
  switch (format) {
    case Format::human:
      return make_human_printer(out, options.colour, options.total);
    case Format::json:
      return make_json_printer(out);
    case Format::jsonl:
      return make_jsonl_printer(out);
    case Format::csv:
      return make_csv_printer(out, options.query_ids);
    case Format::trec:
      return make_trec_printer(out, options.run_tag);
  }
  return nullptr;
}

}  // namespace warraq::searcher::output
