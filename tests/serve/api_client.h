// Asks /v1 of a small archive, without a network.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "searcher/serve/routes.h"
#include "tests/searcher/test_archive.h"

namespace warraq::tests {

using Parameter = std::pair<std::string, std::string>;

class ApiClient {
 public:
  ApiClient();

  /// `segments` are decoded, as the server hands them on.
  [[nodiscard]] searcher::serve::HttpAnswer get(const std::vector<std::string>& segments,
                                                const std::vector<Parameter>& parameters = {},
                                                const std::string& if_none_match = {});
  /// The body of an answer that must be 200.
  [[nodiscard]] nlohmann::json json(const std::vector<std::string>& segments,
                                    const std::vector<Parameter>& parameters = {});

  [[nodiscard]] TestArchive& archive() { return archive_; }
  [[nodiscard]] searcher::serve::ServeOptions& options() { return options_; }

 private:
  TestArchive archive_;
  searcher::Searcher searcher_;
  searcher::serve::ServeOptions options_;
};

/// Keeps what it is given; the client of a stream goes away after `pieces`.
class KeptBody : public searcher::serve::BodyWriter {
 public:
  explicit KeptBody(std::size_t pieces = 1'000'000) : pieces_(pieces) {}
  [[nodiscard]] bool write(std::string_view piece) override {
    text += piece;
    return ++written < pieces_;
  }

  std::string text;
  std::size_t written = 0;

 private:
  std::size_t pieces_;
};

/// The value of an answer's header; "" where it has none.
[[nodiscard]] std::string header_of(const searcher::serve::HttpAnswer& answer,
                                    const std::string& name);

}  // namespace warraq::tests
