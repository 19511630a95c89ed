// An article as OpenSearch takes it: our words under its whitespace analyser.
//
// Formats: https://docs.opensearch.org/latest/api-reference/document-apis/bulk/ ,
// …/api-reference/index-apis/create-index-template/ , …/im-plugin/similarity .
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/export/articles.h"
#include "indexer/terms/word_terms.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::indexer {

/// Stands before a stop word's normalised form among stems, so that the name علي never finds على,
/// and alone where a position has no word. No word begins with it.
inline constexpr std::string_view kStopWordMark = "#";

/// The longest `_id` that OpenSearch takes, in bytes. A longer id becomes its beginning and a hash.
inline constexpr std::size_t kMaxDocumentIdBytes = 512;

/// BM25's parameters, those of searcher/engine/weights.h; a test holds them to each other.
inline constexpr double kExportedK1 = 1.2;
inline constexpr double kExportedB = 0.75;

/// Throws Error(usage) for a name that OpenSearch does not take for an index.
void require_index_name(std::string_view index);

/// Makes bulk requests, keeping its buffers from one article to the next. For each thread its own.
class OpenSearchLines {
 public:
  /// Both must outlive it.
  OpenSearchLines(const analyzers::Analyzer& analyzer, std::string_view index)
      : analyzer_(analyzer), index_(index) {}

  /// The action and the document, a line each. Valid until the next call.
  [[nodiscard]] std::string_view make(const StoredArticle& stored);

 private:
  /// What one level has of an article, its words apart by single spaces.
  struct Words {
    std::string title;
    std::string body;
    std::string joined_of_title;
    std::string joined;  ///< of title and body
  };
  static constexpr std::size_t kLevels = 3;

  void analyse(const corpus::Article& article);
  /// Behind `gap` positions that have no word.
  void add(const PlacedWord& placed, std::uint32_t gap);
  void add_joined(const PlacedWord& placed);
  void append_action(std::string_view id);
  void append_document(const StoredArticle& stored);
  void append_words();

  const analyzers::Analyzer& analyzer_;
  std::string index_;
  analyzers::Analysis analysis_;
  std::array<Words, kLevels> words_;
  std::string lines_;
};

}  // namespace warraq::indexer
