// Which vocabulary of XML a name belongs to.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace warraq::corpus {

/// Those that stand beside a document's own in feeds. RSS, Atom, NewsML-G2, NITF, TEI and XHTML
/// are each a document's own, and so are names without a prefix.
enum class Vocabulary : unsigned char {
  own,
  dublin_core,  ///< http://purl.org/dc/elements/1.1/ and …/dc/terms/
  content,      ///< RSS 1.0's content module
  media,        ///< Media RSS
  other,
};

/// What prefixes mean. A document is taken to use a prefix in one meaning; one that is not declared
/// means what it usually does.
class Namespaces {
 public:
  /// Learns the declarations among a start tag's attributes, given as they are written.
  void learn(std::string_view attributes);
  /// Of a name as it is written.
  [[nodiscard]] Vocabulary of(std::string_view name) const;

 private:
  void declare(std::string_view prefix, std::string_view uri);

  std::map<std::string, Vocabulary, std::less<>> prefixes_;
};

/// `name` without its prefix.
[[nodiscard]] std::string_view without_prefix(std::string_view name);

}  // namespace warraq::corpus
