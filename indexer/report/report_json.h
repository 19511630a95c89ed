// The ingest report as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "warraq/indexer/ingest_report.h"

namespace warraq::indexer {

/// Adds what the run found, by input, source and reason, to `report`.
void add_findings(nlohmann::ordered_json& report, const IngestReport& findings);

}  // namespace warraq::indexer
