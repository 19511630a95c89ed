// What has changed since a query was saved.
#pragma once

#include <memory>
#include <ostream>
#include <string_view>

#include "warraq/searcher/saved_query.h"

namespace warraq::searcher::output {

/// Prints what has changed to one stream, which must outlive it: a line an article.
class ChangesPrinter {
 public:
  explicit ChangesPrinter(std::ostream& out) : out_(out) {}
  ChangesPrinter(const ChangesPrinter&) = delete;
  ChangesPrinter& operator=(const ChangesPrinter&) = delete;
  virtual ~ChangesPrinter() = default;

  virtual void print(const ChangedArticle& changed) = 0;
  virtual void finish(const Changes& changes, const SavedHeader& saved) = 0;

 protected:
  [[nodiscard]] std::ostream& out() { return out_; }

 private:
  std::ostream& out_;
};

/// `format` is human, jsonl or csv, whose header is printed now.
[[nodiscard]] std::unique_ptr<ChangesPrinter> make_changes_printer(std::string_view format,
                                                                   std::ostream& out);

}  // namespace warraq::searcher::output
