// Bibliographies for BibLaTeX with biber, which reads UTF-8: entries, names and fields after the
// package's manual (P. Lehman, P. Kime, "The biblatex Package", sections 2.1 and 2.2).
//
// Braces count in a .bib file even behind a backslash (O. Patashnik, "BibTeXing", 1988), so that
// those of a text are written as commands; what LaTeX would take for its own is too.
#include <xxhash.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include "corpus/article/text.h"
#include "searcher/output/export_format.h"
#include "searcher/snippets/shown_text.h"
#include "warraq/analyzers/date.h"

namespace warraq::searcher::output {
namespace {

constexpr std::size_t kMostKeyBytes = 64;

std::string hash_of(std::string_view id) {
  XXH64_canonical_t bytes;
  XXH64_canonicalFromHash(&bytes, XXH3_64bits(id.data(), id.size()));
  std::string digits;
  for (const unsigned char byte : bytes.digest) corpus::append_hexadecimal(digits, byte);
  return digits;
}

// BibTeX takes upper and lower case for one, and biber has a meaning for much of the punctuation.
bool goes_into_key(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
         byte == '.' || byte == ':';
}

// The id where it can be one; else what of it can, in lower case, and a hash of all of it behind an
// underscore, which no id that stands for itself has: so that two ids never have one key.
std::string key_of(std::string_view id) {
  std::string key;
  bool is_id = id.size() <= kMostKeyBytes;
  for (const char byte : id.substr(0, kMostKeyBytes)) {
    const char lower = corpus::lower_ascii(byte);
    is_id &= lower == byte && goes_into_key(byte);
    if (goes_into_key(lower)) key += lower;
  }
  return is_id ? key : key + '_' + hash_of(id);
}

std::string_view command_for(char byte) {
  switch (byte) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '%':
      return "\\%";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '$':
      return "\\$";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

std::string as_latex(std::string_view text) {
  std::string result;
  for (const char byte : shown_text(text)) {
    const std::string_view command = command_for(byte);
    if (command.empty()) {
      result += byte;
    } else {
      result += command;
    }
  }
  return result;
}

// Addresses are taken as they stand, so that only percent-encoding (RFC 3986) keeps braces whole.
std::string as_address(std::string_view url) {
  std::string result;
  for (const char byte : url) {
    const auto value = static_cast<unsigned char>(byte);
    const bool unsafe =
        value <= 0x20 || value == 0x7F || byte == '{' || byte == '}' || byte == '\\' || byte == '"';
    if (unsafe) {
      result += '%';
      corpus::append_hexadecimal(result, value);
    } else {
      result += byte;
    }
  }
  return result;
}

class BibtexPrinter final : public ArticlePrinter {
 public:
  BibtexPrinter(std::ostream& out, bool with_body) : ArticlePrinter(out), with_body_(with_body) {}

  // An article needs what it appeared in.
  void print(const StreamedArticle& streamed) override {
    const corpus::Article& article = streamed.article;
    out() << (article.source.empty() ? "@misc{" : "@article{") << key_of(article.id);
    print_field("title", as_latex(article.title));
    // Braces keep a byline in one: ours are as the paper had them, not one name apart from another.
    if (!article.author.empty()) print_field("author", "{" + as_latex(article.author) + "}");
    print_field("journal", as_latex(article.source));
    print_date(article.date);
    print_field("url", as_address(article.url));
    print_field("keywords", as_latex(article.category));
    if (with_body_) print_field("abstract", as_latex(article.body));
    out() << "\n}\n\n";
  }

 private:
  void print_field(std::string_view name, const std::string& value) {
    if (!value.empty()) out() << ",\n  " << name << " = {" << value << '}';
  }

  // What is no date would be an error there.
  void print_date(const std::string& given) {
    const std::optional<analyzers::Date> day = analyzers::parse_date(given);
    if (day) {
      print_field("date", day->iso());
    } else {
      print_field("note", as_latex(given));
    }
  }

  bool with_body_;
};

}  // namespace

std::unique_ptr<ArticlePrinter> make_bibtex_printer(std::ostream& out, bool with_body) {
  return std::make_unique<BibtexPrinter>(out, with_body);
}

}  // namespace warraq::searcher::output
