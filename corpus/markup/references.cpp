#include "corpus/markup/references.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestEntityText = 1024;
constexpr std::size_t kMostEntities = 256;
constexpr std::string_view kWhiteSpace = " \t\r\n";

struct NamedText {
  std::string_view name;
  std::string_view text;
};

// XML's, which old SGML writes in any case, and those of the LDC's newswire (North American News
// Text): a tab, a dash, and marks for the typesetter that stand for nothing.
constexpr std::array<NamedText, 12> kEntities{{{"amp", "&"},
                                               {"lt", "<"},
                                               {"gt", ">"},
                                               {"quot", "\""},
                                               {"apos", "'"},
                                               {"ht", " "},
                                               {"md", "—"},
                                               {"lr", ""},
                                               {"ur", ""},
                                               {"ql", ""},
                                               {"qr", ""},
                                               {"qc", ""}}};

bool append_numeric(std::string& out, std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  if (digits.empty() || stop != end) return false;
  const bool is_character = error == std::errc() && value != 0 && value <= 0x10FFFF &&
                            !(value >= 0xD800 && value <= 0xDFFF);
  analyzers::append_utf8(is_character ? value : analyzers::kReplacementCharacter, out);
  return true;
}

bool append_named(std::string& out, std::string_view name, const DeclaredEntities* declared) {
  if (declared != nullptr) {
    const auto found = declared->find(name);
    if (found != declared->end()) {
      out += found->second;
      return true;
    }
  }
  const std::string lower = lower_ascii(name);
  const auto* known =
      std::find_if(kEntities.begin(), kEntities.end(),
                   [&](const NamedText& entity) { return entity.name == lower; });
  if (known != kEntities.end()) {
    out += known->text;
    return true;
  }
  const htmlEntityDesc* entity =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
  if (entity == nullptr) return false;
  analyzers::append_utf8(entity->value, out);
  return true;
}

/// The length of the reference that `text` begins with, its text appended; 0 where it is none.
std::size_t append_reference(std::string& out, std::string_view text,
                             const DeclaredEntities* declared) {
  const std::size_t end = text.substr(0, kLongestName + 2).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (name.find_first_of(" \t\n<&") != std::string_view::npos) return 0;
  const bool known = name[0] == '#' ? append_numeric(out, name.substr(1))
                                    : append_named(out, name, declared);
  return known ? end + 1 : 0;
}

std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  const std::size_t end = std::min(text.find_first_of(kWhiteSpace), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

/// What follows "<!ENTITY".
void add_entity(DeclaredEntities& entities, std::string_view declaration) {
  const std::string_view name = next_word(declaration);
  declaration = trimmed(declaration);
  if (name.empty() || name.size() > kLongestName || declaration.size() < 2) return;
  const char quote = declaration[0];
  if (quote != '"' && quote != '\'') return;
  const std::size_t end = declaration.find(quote, 1);
  if (end == std::string_view::npos || end > kLongestEntityText) return;
  const std::string_view text = declaration.substr(1, end - 1);
  if (text.find_first_of("&<%") == std::string_view::npos) entities.emplace(name, text);
}

}  // namespace

DeclaredEntities declared_entities(std::string_view internal_subset) {
  constexpr std::string_view kDeclaration = "<!ENTITY";
  DeclaredEntities entities;
  std::size_t at = internal_subset.find(kDeclaration);
  while (at != std::string_view::npos && entities.size() < kMostEntities) {
    at += kDeclaration.size();
    add_entity(entities, internal_subset.substr(at, 2 * kLongestEntityText));
    at = internal_subset.find(kDeclaration, at);
  }
  return entities;
}

void append_resolved(std::string& out, std::string_view text, const DeclaredEntities* declared) {
  while (true) {
    const std::size_t end = std::min(text.find('&'), text.size());
    out += text.substr(0, end);
    if (end == text.size()) return;
    text.remove_prefix(end);
    std::size_t length = append_reference(out, text, declared);
    if (length == 0) {
      out += '&';
      length = 1;
    }
    text.remove_prefix(length);
  }
}

}  // namespace warraq::corpus
