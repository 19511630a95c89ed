// The addresses that a page links to: what was asked for, with something changed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/request/parameters.h"

namespace warraq::searcher::serve {

/// `text` with everything but letters, digits, '-', '.', '_' and '~' as %XX (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// The parameters of a search and the page's own that its links carry on, in the order they were
/// given. Every change but that of the page goes back to the first page.
class Links {
 public:
  /// Of `given` those that the page knows; what says nothing is left out.
  explicit Links(const Parameters& given);

  /// With one value, instead of any that there were; an empty one is none.
  [[nodiscard]] Links with(std::string_view name, std::string_view value) const;
  /// With one value more.
  [[nodiscard]] Links adding(std::string_view name, std::string_view value) const;
  [[nodiscard]] Links without(std::string_view name) const;
  [[nodiscard]] Links without(std::string_view name, std::string_view value) const;
  /// Of the page's own parameters alone: another search.
  [[nodiscard]] Links fresh() const;

  [[nodiscard]] bool has(std::string_view name, std::string_view value) const;
  [[nodiscard]] const Parameters& parameters() const { return parameters_; }

  /// "/?query=…"
  [[nodiscard]] std::string search() const;
  /// "/articles/…?query=…"
  [[nodiscard]] std::string article(std::string_view id) const;
  /// "/v1/export?format=…&query=…", without what is the page's alone.
  [[nodiscard]] std::string exported(std::string_view format) const;

 private:
  explicit Links(std::vector<Parameters::Entry> entries);

  Parameters parameters_;
};

}  // namespace warraq::searcher::serve
