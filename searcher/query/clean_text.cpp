#include "searcher/query/clean_text.h"

#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

bool directs_display(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_clean(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    if (!character.valid || directs_display(character.code_point)) return false;
    at += character.length;
  }
  return true;
}

}  // namespace

CleanText::CleanText(std::string_view original) : original_(original) {
  if (!is_clean(original)) copy_cleaned();
}

void CleanText::copy_cleaned() {
  changed_ = true;
  for (std::size_t at = 0; at < original_.size();) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(original_, at);
    if (!directs_display(character.code_point)) {
      analyzers::append_utf8(character.code_point, clean_);
      origins_.resize(clean_.size(), static_cast<std::uint32_t>(at));
    }
    at += character.length;
  }
  origins_.push_back(static_cast<std::uint32_t>(original_.size()));
}

Place CleanText::original_place(std::size_t begin, std::size_t end) const {
  if (!changed_) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  // The end is that of the last character, so that controls behind it do not count.
  if (end == begin) return {origins_[begin], origins_[begin]};
  const std::uint32_t last = origins_[end - 1];
  return {origins_[begin], last + analyzers::decode_utf8(original_, last).length};
}

}  // namespace warraq::searcher
