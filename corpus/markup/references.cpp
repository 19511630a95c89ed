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

bool append_named(std::string& out, std::string_view name) {
  const std::string lower = lower_ascii(name);
  const auto* known = std::find_if(kEntities.begin(), kEntities.end(),
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

/// The name in the reference that `text` begins with; empty where it is none.
std::string_view reference_name(std::string_view text) {
  const std::size_t end = text.substr(0, kLongestName + 2).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = text.substr(1, end - 1);
  return name.find_first_of(" \t\n<&") == std::string_view::npos ? name : std::string_view();
}

std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  const std::size_t end = std::min(text.find_first_of(kWhiteSpace), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

/// The text that an entity stands for, if it is plain.
std::optional<std::string> plain_text(std::string_view declaration) {
  const char quote = declaration.empty() ? ' ' : declaration[0];
  if (quote != '"' && quote != '\'') return std::nullopt;
  const std::size_t end = declaration.find(quote, 1);
  if (end > kLongestEntityText) return std::nullopt;  // or there is none
  const std::string_view text = declaration.substr(1, end - 1);
  if (text.find_first_of("&<%") != std::string_view::npos) return std::nullopt;
  return std::string(text);
}

/// What follows "<!ENTITY". Those that everybody knows, which
/// documents declare to be on the safe side, keep their meaning.
void add_entity(DeclaredEntities& entities, std::string_view declaration) {
  const std::string name(next_word(declaration));
  if (name.empty() || name.size() > kLongestName || name == "%") return;
  std::string known;
  if (append_named(known, name)) return;
  entities.emplace(name, plain_text(trimmed(declaration)));
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

std::string_view append_resolved(std::string& out, std::string_view text,
                                 const DeclaredEntities* declared, std::size_t most_bytes) {
  std::string_view refused;
  while (true) {
    const std::size_t end = std::min(text.find('&'), text.size());
    out += text.substr(0, end);
    if (end == text.size() || out.size() > most_bytes) return refused;
    text.remove_prefix(end);
    const std::string_view name = reference_name(text);
    bool known = false;
    if (name.starts_with('#')) {
      known = append_numeric(out, name.substr(1));
    } else if (!name.empty()) {
      const auto own =
          declared == nullptr ? DeclaredEntities::const_iterator() : declared->find(name);
      if (declared == nullptr || own == declared->end()) {
        known = append_named(out, name);
      } else if (own->second) {
        out += *own->second;
        known = true;
      } else if (refused.empty()) {
        refused = own->first;
      }
    }
    if (!known) out += '&';
    text.remove_prefix(known ? name.size() + 2 : 1);
  }
}

}  // namespace warraq::corpus
