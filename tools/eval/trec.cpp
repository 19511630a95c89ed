#include "eval/trec.h"

#include <simdjson.h>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <istream>
#include <optional>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace warraq::eval {
namespace {

using Fields = std::vector<std::string_view>;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Fields split(std::string_view line) {
  constexpr std::string_view kSpace = " \t\r\v\f";
  Fields fields;
  std::size_t begin = line.find_first_not_of(kSpace);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(line.find_first_of(kSpace, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(kSpace, end);
  }
  return fields;
}

/// The number that `text` is as a whole; nothing where it is anything else.
template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

std::string column_reason(std::string_view column, std::string_view wanted,
                          std::string_view found) {
  return std::string(column) + " is not " + std::string(wanted) + ": " + std::string(found);
}

/// Why the columns of a line cannot be read at all; empty where they can.
std::string shape_reason(std::string_view line, const Fields& fields, std::size_t wanted) {
  if (!simdjson::validate_utf8(line.data(), line.size())) return "not UTF-8";
  if (fields.size() == wanted) return {};
  return "expected " + std::to_string(wanted) + " columns, found " + std::to_string(fields.size());
}

/// Splits every line into `columns` fields and hands them to `take`, which returns a reason where
/// it refuses them and an empty string otherwise.
template <typename Take>
void read_lines(std::istream& in, std::size_t columns, std::vector<RejectedLine>& rejected,
                Take take) {
  std::string buffer;
  for (std::size_t number = 1; std::getline(in, buffer); ++number) {
    std::string_view line = buffer;
    if (number == 1 && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
    const Fields fields = split(line);
    if (fields.empty()) continue;
    std::string reason = shape_reason(line, fields, columns);
    if (reason.empty()) reason = take(fields);
    if (!reason.empty()) rejected.push_back({number, std::move(reason)});
  }
}

std::string take_judgement(const Fields& fields, Qrels& qrels) {
  const auto relevance = parse_number<int>(fields[3]);
  if (!relevance) return column_reason("relevance", "a whole number", fields[3]);
  if (*relevance > kMaxRelevance) {
    return "relevance above " + std::to_string(kMaxRelevance) + ": " + std::string(fields[3]);
  }
  Judgements& judgements = qrels[std::string(fields[0])];
  if (!judgements.try_emplace(std::string(fields[2]), *relevance).second) {
    return "judged before: " + std::string(fields[2]);
  }
  return {};
}

struct Hit {
  std::string document;
  double score = 0;
  long long rank = 0;
};

using Hits = std::map<std::string, std::vector<Hit>>;

std::string take_hit(const Fields& fields, Hits& hits) {
  const auto rank = parse_number<long long>(fields[3]);
  if (!rank) return column_reason("rank", "a whole number", fields[3]);
  const auto score = parse_number<double>(fields[4]);
  if (!score || !std::isfinite(*score)) return column_reason("score", "a number", fields[4]);
  hits[std::string(fields[0])].push_back({std::string(fields[2]), *score, *rank});
  return {};
}

Ranking ranking(std::vector<Hit> hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(b.score, a.rank, a.document) < std::tie(a.score, b.rank, b.document);
  });
  Ranking documents;
  std::unordered_set<std::string> seen;
  for (Hit& hit : hits) {
    if (seen.insert(hit.document).second) documents.push_back(std::move(hit.document));
  }
  return documents;
}

}  // namespace

Qrels read_qrels(std::istream& in, std::vector<RejectedLine>& rejected) {
  Qrels qrels;
  read_lines(in, 4, rejected, [&](const Fields& fields) { return take_judgement(fields, qrels); });
  return qrels;
}

Run read_run(std::istream& in, std::vector<RejectedLine>& rejected) {
  Hits hits;
  read_lines(in, 6, rejected, [&](const Fields& fields) { return take_hit(fields, hits); });
  Run run;
  for (auto& [query, found] : hits) run.emplace(query, ranking(std::move(found)));
  return run;
}

}  // namespace warraq::eval
