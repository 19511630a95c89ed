// TREC judgements (qrels) and runs: reading them, line by line, whatever the lines hold.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace warraq::eval {

/// Relevance by document; above 0 is relevant.
using Judgements = std::map<std::string, int>;
/// Judgements by query.
using Qrels = std::map<std::string, Judgements>;
/// The documents found for a query, best first, each once.
using Ranking = std::vector<std::string>;
/// Rankings by query.
using Run = std::map<std::string, Ranking>;

/// A line that was left out, and why. Lines are counted from 1.
struct RejectedLine {
  std::size_t line = 0;
  std::string reason;
};

/// The largest relevance read: gains are 2^relevance - 1, and grades in use stay far below.
inline constexpr int kMaxRelevance = 30;

/// Reads `query iteration document relevance` lines. Blank lines are passed over; lines that cannot
/// be read, and a second judgement of the same document, are added to `rejected`.
[[nodiscard]] Qrels read_qrels(std::istream& in, std::vector<RejectedLine>& rejected);

/// Reads `query Q0 document rank score tag` lines. Documents are ordered by score, highest first,
/// then by the rank column, then by document id; a document found twice counts at its best place.
[[nodiscard]] Run read_run(std::istream& in, std::vector<RejectedLine>& rejected);

}  // namespace warraq::eval
