// What is counted of each record for the ingest report.
#pragma once

#include <string_view>

#include "warraq/corpus/reader.h"
#include "warraq/indexer/ingest_report.h"

namespace warraq::indexer {

void count_article(IngestReport& report, const corpus::ReadArticle& read);

/// What was found out after the article was read.
void count_furniture(IngestReport& report, const corpus::Article& article);

/// An article of `source`, as it names it, that joined the group of a near duplicate.
void count_grouped(IngestReport& report, std::string_view source);

void count_input(IngestReport& report, const corpus::InputSummary& input);

void count_rejection(IngestReport& report, const corpus::Rejection& rejection);

/// A reason without what is of one record alone: numbers are N. Cut to a reasonable length.
[[nodiscard]] std::string kind_of_reason(std::string_view reason);

}  // namespace warraq::indexer
