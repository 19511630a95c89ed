// The ingest report in a few lines, for people.
#pragma once

#include <string>
#include <vector>

#include "warraq/indexer/ingest_report.h"

namespace warraq::indexer::cli {

/// A line for each thing that is worth telling; none of a run that met nothing but articles in
/// UTF-8 in one kind of file. Foreign text in them is made safe for a terminal.
[[nodiscard]] std::vector<std::string> summary_of(const IngestReport& findings);

}  // namespace warraq::indexer::cli
