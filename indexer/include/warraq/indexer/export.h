// Taking an archive out as files for other programs: JSON lines that build reads, and bulk requests
// for OpenSearch. EXPORT.md shows both. Nothing here holds the writer lock: what is exported is one
// state of the archive, whatever a writer does meanwhile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>

namespace warraq::indexer {

enum class ExportFormat {
  jsonl,      ///< every article as it is stored, one JSON object a line
  opensearch  ///< for each article a line with the action and one with the document
};

struct ExportOptions {
  ExportFormat format = ExportFormat::jsonl;
  std::string index = "news";  ///< opensearch: the index that bulk requests name
  /// opensearch in a folder: how large a file of bulk requests may become. An article that is
  /// larger has a file of its own.
  std::size_t bulk_bytes = std::size_t{50} << 20;
  bool force = false;  ///< replace what an earlier export wrote
  std::stop_token stop;
};

struct ExportResult {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::uint64_t files = 0;  ///< opensearch in a folder: files of bulk requests
  bool stopped = false;     ///< before all were written
};

/// Writes the articles to `out`, whole lines only, until all are written, `out` fails or a stop is
/// asked for. Memory holds one article at a time. Throws Error: no_archive, incompatible, io
/// (the archive changed under every try to read it), usage (an index of another name than
/// OpenSearch takes).
ExportResult export_articles(const std::filesystem::path& archive, const ExportOptions& options,
                             std::ostream& out);

/// The same to the file `output` (jsonl) or into the folder `output` (opensearch: the template as
/// index-template.json and bulk-00001.ndjson, …). What is written has another name until it is
/// whole and on the disk; after a stop, or an Error, nothing of it is left and what stood there
/// stands. Throws Error also: usage (`output` is there and no `force`, is no export of ours, or is
/// in the archive's folder), io (a full disk included).
ExportResult export_articles(const std::filesystem::path& archive, const ExportOptions& options,
                             const std::filesystem::path& output);

/// The body of PUT _index_template/NAME for an index of this name: JSON, ending with a line feed.
/// Throws Error(usage) as above.
[[nodiscard]] std::string opensearch_template(std::string_view index);

}  // namespace warraq::indexer
