// A model as a database, both ways.
#pragma once

#include <xapian.h>
#include <filesystem>

#include "indexer/glass/database_writer.h"
#include "tests/glass/model.h"

namespace warraq::tests {

/// By our writer.
void write_in_bulk(const Model& model, const std::filesystem::path& folder,
                   const glass::DatabaseOptions& options = {});

/// By Xapian, document after document.
void write_by_xapian(const Model& model, const std::filesystem::path& folder);

[[nodiscard]] Xapian::Document to_xapian(const ModelDocument& document);

}  // namespace warraq::tests
