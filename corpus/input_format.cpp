#include "corpus/input_format.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

struct NamedFormat {
  std::string_view name;
  InputFormat format;
};

constexpr std::array<NamedFormat, 9> kNames{{{"auto", InputFormat::automatic},
                                             {"jsonl", InputFormat::jsonl},
                                             {"json", InputFormat::json},
                                             {"csv", InputFormat::csv},
                                             {"xml", InputFormat::xml},
                                             {"sgml", InputFormat::sgml},
                                             {"html", InputFormat::html},
                                             {"warc", InputFormat::warc},
                                             {"text", InputFormat::text}}};

/// `text` from its first byte on that is neither a byte order mark nor white space.
std::string_view from_first_character(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  return text;
}

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  if (text.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), text.end() - std::ssize(ending),
                    [](char expected, char c) {
                      return expected == std::tolower(static_cast<unsigned char>(c));
                    });
}

bool is_named_as_json(std::string_view name) {
  constexpr std::array<std::string_view, 5> kCompressed{"", ".gz", ".bz2", ".xz", ".zst"};
  constexpr std::array<std::string_view, 3> kEndings{".jsonl", ".ndjson", ".json"};
  for (const std::string_view compressed : kCompressed) {
    if (!ends_with_ignoring_case(name, compressed)) continue;
    const std::string_view stem = name.substr(0, name.size() - compressed.size());
    for (const std::string_view ending : kEndings) {
      if (ends_with_ignoring_case(stem, ending)) return true;
    }
  }
  return false;
}

bool begins_array_of_objects(std::string_view text) {
  return text.starts_with('[') && from_first_character(text.substr(1)).starts_with('{');
}

/// A brace alone on its line, and then the name of a member. A record that is cut off after its
/// brace is followed by another brace.
bool begins_object_over_lines(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos || !is_blank(text.substr(1, line_end - 1))) return false;
  return from_first_character(text.substr(line_end)).starts_with('"');
}

}  // namespace

std::optional<InputFormat> input_format(std::string_view name) {
  const auto* named = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const NamedFormat& format) { return format.name == name; });
  return named == kNames.end() ? std::nullopt : std::optional(named->format);
}

std::string input_format_names() {
  std::string names;
  for (const NamedFormat& format : kNames) {
    if (!names.empty()) names += &format == &kNames.back() ? " or " : ", ";
    names += format.name;
  }
  return names;
}

InputFormat detect_format(std::string_view beginning, std::string_view name) {
  const std::string_view text = from_first_character(beginning);
  if (text.starts_with('{') || begins_array_of_objects(text)) return InputFormat::jsonl;
  return is_named_as_json(name) ? InputFormat::jsonl : InputFormat::text;
}

std::string reason_not_json_lines(std::string_view beginning) {
  constexpr std::string_view kAdvice = "; one object on each line is needed (jq -c makes it so)";
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
    return "looks like text in UTF-16; JSON must be UTF-8";
  }
  const std::string_view text = from_first_character(beginning);
  if (begins_array_of_objects(text)) return "looks like a JSON array" + std::string(kAdvice);
  if (begins_object_over_lines(text)) {
    return "looks like JSON spread over many lines" + std::string(kAdvice);
  }
  return {};
}

std::string reason_not_plain_text(std::string_view beginning) {
  const std::string_view text = from_first_character(beginning);
  const bool is_tag =
      text.size() > 1 && text[0] == '<' &&
      (std::isalpha(static_cast<unsigned char>(text[1])) != 0 || text[1] == '!' || text[1] == '?');
  if (!is_tag && !text.starts_with("WARC/")) return {};
  return std::string(is_tag ? "looks like HTML, XML or SGML" : "looks like WARC") +
         ", which is not read yet; --input-format text takes it as plain text";
}

}  // namespace warraq::corpus
