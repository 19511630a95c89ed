// TREC run files: qid Q0 docid rank score tag, fields apart by one space.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "searcher/output/printers.h"

namespace warraq::searcher::output {
namespace {

// White space would split a field, and % must stay itself: both as %XX.
std::string one_field(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string result;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (value > 0x20 && value != '%' && value != 0x7F) {
      result += byte;
    } else {
      result += '%';
      result += kHex[value >> 4U];
      result += kHex[value & 0xFU];
    }
  }
  return result.empty() ? "-" : result;
}

class TrecPrinter final : public AnswerPrinter {
 public:
  TrecPrinter(std::ostream& out, std::string_view run_tag)
      : AnswerPrinter(out), run_tag_(one_field(run_tag)) {}

  // Evaluation programs sort by score and break ties as they like: the scores printed fall
  // strictly, so that the order is ours.
  void print(std::string_view query_id, const Answer& answer) override {
    const std::string topic = one_field(query_id.empty() ? "0" : query_id);
    std::int64_t above = std::numeric_limits<std::int64_t>::max();
    for (const Hit& hit : answer.hits) {
      const std::int64_t score =
          std::min<std::int64_t>(std::llround(hit.score * kUnits), above - 1);
      out() << topic << " Q0 " << one_field(hit.article.id) << ' ' << hit.rank << ' '
            << as_decimal(score) << ' ' << run_tag_ << '\n';
      above = score;
    }
  }

 private:
  static constexpr double kUnits = 1e6;  // scores have six decimals

  static std::string as_decimal(std::int64_t millionths) {
    constexpr std::int64_t kUnit = 1'000'000;
    std::string result = millionths < 0 ? "-" : "";
    const std::int64_t size = std::abs(millionths);
    const std::string decimals = std::to_string(size % kUnit);
    return result + std::to_string(size / kUnit) + '.' + std::string(6 - decimals.size(), '0') +
           decimals;
  }

  std::string run_tag_;
};

}  // namespace

std::unique_ptr<AnswerPrinter> make_trec_printer(std::ostream& out, std::string_view run_tag) {
  return std::make_unique<TrecPrinter>(out, run_tag);
}

}  // namespace warraq::searcher::output
