#include "searcher/query/fields.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "analyzers/characters.h"
#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

using analyzers::CharacterClass;

struct NamedField {
  std::string_view name;  ///< folded as below
  Field field;
};

constexpr Field text_field(TextField field) { return {Field::Kind::text, field, {}}; }
constexpr Field name_field(NameField field) { return {Field::Kind::name, {}, field}; }

// The Arabic names also have the article before them.
constexpr std::array<NamedField, 18> kFields = {{
    {"title", text_field(TextField::title)},
    {"عنوان", text_field(TextField::title)},
    {"body", text_field(TextField::body)},
    {"نص", text_field(TextField::body)},
    {"متن", text_field(TextField::body)},
    {"source", name_field(NameField::source)},
    {"مصدر", name_field(NameField::source)},
    {"category", name_field(NameField::category)},
    {"قسم", name_field(NameField::category)},
    {"تصنيف", name_field(NameField::category)},
    {"فئه", name_field(NameField::category)},
    {"author", name_field(NameField::author)},
    {"كاتب", name_field(NameField::author)},
    {"مولف", name_field(NameField::author)},
    {"agency", name_field(NameField::agency)},
    {"وكاله", name_field(NameField::agency)},
    {"date", {Field::Kind::dates, {}, {}}},
    {"تاريخ", {Field::Kind::dates, {}, {}}},
}};

constexpr std::array<std::string_view, 3> kColons = {":", "：", "﹕"};
constexpr std::string_view kArticle = "ال";

// Longer names are no field's.
constexpr std::size_t kMaxNameBytes = 64;

char32_t folded(char32_t c) {
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
      return U'ا';
    case U'ؤ':
      return U'و';
    case U'ة':
      return U'ه';
    case U'ى':
    case U'ی':
      return U'ي';
    case U'ک':
      return U'ك';
    default:
      return c < 0x80 ? static_cast<unsigned char>(corpus::lower_ascii(static_cast<char>(c))) : c;
  }
}

// Letters alone: a name with hamza or without, as it is typed.
std::u32string folded(std::string_view name) {
  std::u32string result;
  for (std::size_t at = 0; at < name.size();) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(name, at);
    at += character.length;
    const CharacterClass kind = analyzers::classify(character.code_point);
    if (kind == CharacterClass::mark || kind == CharacterClass::tatweel) continue;
    result += folded(character.code_point);
  }
  return result;
}

std::u32string without_article(std::u32string name) {
  const std::u32string article = folded(kArticle);
  if (name.size() > article.size() + 1 && name.starts_with(article)) name.erase(0, article.size());
  return name;
}

// Levenshtein's.
std::size_t edits_between(std::u32string_view left, std::u32string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i] == right[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

bool is_letter(char32_t c) {
  switch (analyzers::classify(c)) {
    case CharacterClass::arabic_letter:
    case CharacterClass::latin_letter:
    case CharacterClass::other_letter:
    case CharacterClass::mark:
    case CharacterClass::tatweel:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  if (name.size() > kMaxNameBytes) return std::nullopt;
  const std::u32string sought = without_article(folded(name));
  for (const NamedField& known : kFields) {
    if (sought == folded(known.name)) return known.field;
  }
  return std::nullopt;
}

std::string_view name_of(TextField field, FieldNames names) {
  const bool arabic = names == FieldNames::arabic;
  if (field == TextField::title) return arabic ? "عنوان" : "title";
  return arabic ? "نص" : "body";
}

std::string_view name_of(NameField field, FieldNames names) {
  constexpr std::array<std::string_view, 4> kEnglish = {"source", "category", "author", "agency"};
  constexpr std::array<std::string_view, 4> kArabic = {"المصدر", "القسم", "الكاتب", "الوكالة"};
  return (names == FieldNames::arabic ? kArabic : kEnglish).at(static_cast<std::size_t>(field));
}

std::string_view name_of_dates(FieldNames names) {
  return names == FieldNames::arabic ? "تاريخ" : "date";
}

std::string_view field_like(std::string_view name) {
  if (name.size() > kMaxNameBytes) return {};
  const std::u32string sought = without_article(folded(name));
  std::string_view best;
  // A third of the letters may be others.
  std::size_t best_edits = sought.size() / 3 + 1;
  for (const NamedField& known : kFields) {
    const std::size_t edits = edits_between(sought, folded(known.name));
    if (edits >= best_edits) continue;
    best_edits = edits;
    best = known.name;
  }
  return best;
}

std::optional<FieldMark> field_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size() && at <= kMaxNameBytes;) {
    for (const std::string_view colon : kColons) {
      if (at > 0 && text.substr(at).starts_with(colon)) {
        return FieldMark{text.substr(0, at), at + colon.size()};
      }
    }
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    if (!is_letter(character.code_point)) break;
    at += character.length;
  }
  return std::nullopt;
}

}  // namespace warraq::searcher
