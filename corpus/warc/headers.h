// Named fields as WARC and HTTP write them (RFC 822): `Name: value`, one a line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace warraq::corpus {

class NamedFields {
 public:
  /// Reads lines (LF or CRLF) up to an empty one or the end of `text`. A line that begins with a
  /// space or a tab belongs to the one before; a line without a colon is passed over.
  explicit NamedFields(std::string_view text = {});
  /// The value of the first field of this name, in whatever case; empty where there is none.
  [[nodiscard]] std::string_view operator[](std::string_view lower_case_name) const;
  /// How many bytes of the text the fields took, the empty line after them included.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  ///< names in lower case
  std::size_t size_ = 0;
};

/// `text/html; charset="utf-8"` taken apart, the type in lower case.
struct MediaType {
  std::string type;
  std::string charset;
};
[[nodiscard]] MediaType media_type(std::string_view text);

}  // namespace warraq::corpus
