#include "corpus/input_format.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/article/utf8.h"
#include "corpus/detect/file_name.h"
#include "corpus/detect/json_beginning.h"
#include "corpus/detect/markup_beginning.h"
#include "corpus/detect/table_beginning.h"

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

bool begins_warc(std::string_view text) {
  constexpr std::string_view kMagic = "WARC/";
  return text.starts_with(kMagic) && text.size() > kMagic.size() &&
         std::isdigit(static_cast<unsigned char>(text[kMagic.size()])) != 0;
}

/// Where the content does not tell: so that a bad first line of JSON lines costs no more than
/// itself.
InputFormat format_of_extension(std::string_view extension) {
  constexpr std::array<NamedFormat, 11> kExtensions{{{"jsonl", InputFormat::jsonl},
                                                     {"ndjson", InputFormat::jsonl},
                                                     {"json", InputFormat::jsonl},
                                                     {"html", InputFormat::html},
                                                     {"htm", InputFormat::html},
                                                     {"xhtml", InputFormat::html},
                                                     {"xml", InputFormat::xml},
                                                     {"rss", InputFormat::xml},
                                                     {"sgml", InputFormat::sgml},
                                                     {"sgm", InputFormat::sgml},
                                                     {"warc", InputFormat::warc}}};
  const auto* named =
      std::find_if(kExtensions.begin(), kExtensions.end(),
                   [&](const NamedFormat& known) { return known.name == extension; });
  return named == kExtensions.end() ? InputFormat::text : named->format;
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

std::string_view name_of(InputFormat format) {
  return std::find_if(kNames.begin(), kNames.end(),
                      [&](const NamedFormat& named) { return named.format == format; })
      ->name;
}

InputFormat detect_format(std::string_view beginning, std::string_view name) {
  const std::string_view text = from_first_character(beginning);
  const std::string extension = extension_of(name);
  if (begins_warc(text)) return InputFormat::warc;
  if (const std::optional<InputFormat> format = detect_json(text, extension)) return *format;
  if (const std::optional<InputFormat> format = detect_markup(text, extension)) return *format;
  const InputFormat named = format_of_extension(extension);
  return named == InputFormat::text && begins_table(text, extension) ? InputFormat::csv : named;
}

std::string reason_not_json_lines(std::string_view beginning) {
  constexpr std::string_view kAdvice = "; --input-format json, or auto, reads it";
  const std::string_view text = from_first_character(beginning);
  if (begins_json_array(text)) return "looks like a JSON array" + std::string(kAdvice);
  if (begins_object_over_lines(text)) {
    return "looks like JSON spread over many lines" + std::string(kAdvice);
  }
  return {};
}

}  // namespace warraq::corpus
