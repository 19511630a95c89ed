#include "corpus/markup/record_fields.h"

#include <algorithm>
#include <utility>

#include "corpus/article/fields.h"
#include "corpus/article/json_text.h"
#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

const KnownField* known_field(std::string_view name) {
  const auto* found = std::find_if(kKnownFields.begin(), kKnownFields.end(),
                                   [&](const KnownField& field) { return field.name == name; });
  return found == kKnownFields.end() ? nullptr : found;
}

bool is_listed(std::string_view field) {
  return field == "author" || field == "source" || field == "agency" || field == "category";
}

std::string json_of(const std::vector<std::string>& texts) {
  std::string json;
  if (texts.size() == 1) {
    append_json_string(json, texts[0]);
    return json;
  }
  for (const std::string& text : texts) {
    json += json.empty() ? '[' : ',';
    append_json_string(json, text);
  }
  return json += ']';
}

int digit_of(char32_t c) {
  constexpr char32_t kArabicIndicZero = 0x660;
  constexpr char32_t kPersianZero = 0x6F0;
  for (const char32_t zero : {char32_t{'0'}, kArabicIndicZero, kPersianZero}) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  }
  return -1;
}

}  // namespace

void RecordFields::add(std::string_view name, std::string_view text) {
  const KnownField* known = known_field(name);
  if (known == nullptr) return add_extra(name, text);
  text = trimmed(text);
  if (is_blank(text)) return;
  std::string& field = article_.*known->member;
  if (field.empty()) {
    field = text;
  } else if (name == "body") {
    field += '\n';
    field += text;
  } else if (is_listed(name)) {
    field += "، ";
    field += text;
  }
}

void RecordFields::add_extra(std::string_view name, std::string_view text) {
  text = trimmed(text);
  if (is_blank(text) || name.empty()) return;
  std::string own_name = (known_field(name) == nullptr ? "" : "other_") + std::string(name);
  const auto [place, is_new] = extra_places_.try_emplace(own_name, extra_texts_.size());
  if (is_new) {
    article_.extra.push_back({std::move(own_name), {}});
    extra_texts_.emplace_back();
  }
  extra_texts_[place->second].emplace_back(text);
}

bool RecordFields::has(std::string_view name) const {
  const KnownField* known = known_field(name);
  return known != nullptr && !(article_.*known->member).empty();
}

void RecordFields::add_dateline(std::string_view text) {
  if (names_year(text) && !has("date")) {
    add("date", text);
  } else {
    add_extra("dateline", text);
  }
}

Article RecordFields::take() {
  for (std::size_t at = 0; at < extra_texts_.size(); ++at) {
    article_.extra[at].json = json_of(extra_texts_[at]);
  }
  return std::exchange(article_, {});
}

bool names_year(std::string_view text) {
  constexpr int kFirst = 1500;
  constexpr int kLast = 2199;
  constexpr int kDigits = 4;
  int digits = 0;
  int value = 0;
  for (std::size_t at = 0; at <= text.size();) {
    int digit = -1;
    if (at < text.size()) {
      const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
      digit = digit_of(character.code_point);
      at += character.length;
    } else {
      ++at;
    }
    if (digit < 0) {
      if (digits == kDigits && value >= kFirst && value <= kLast) return true;
      digits = value = 0;
    } else if (++digits <= kDigits) {
      value = value * 10 + digit;
    }
  }
  return false;
}

}  // namespace warraq::corpus
