// The printers behind make_printer(), one file each.
#pragma once

#include <memory>
#include <ostream>
#include <string_view>

#include "searcher/output/format.h"

namespace warraq::searcher::output {

[[nodiscard]] std::unique_ptr<AnswerPrinter> make_human_printer(std::ostream& out, bool colour,
                                                                bool total);
[[nodiscard]] std::unique_ptr<AnswerPrinter> make_json_printer(std::ostream& out);
[[nodiscard]] std::unique_ptr<AnswerPrinter> make_jsonl_printer(std::ostream& out);
[[nodiscard]] std::unique_ptr<AnswerPrinter> make_csv_printer(std::ostream& out, bool query_ids);
[[nodiscard]] std::unique_ptr<AnswerPrinter> make_trec_printer(std::ostream& out,
                                                               std::string_view run_tag);

}  // namespace warraq::searcher::output
