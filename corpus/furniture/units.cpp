#include "corpus/furniture/units.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

/// A longer line is a paragraph whose every byte must be the same.
constexpr std::size_t kLongestLine = 256;
constexpr std::size_t kLongestLead = 120;
constexpr std::size_t kLongestTrail = 400;
constexpr std::size_t kMostLines = 100'000;
constexpr std::size_t kMostTrail = 3;
constexpr std::size_t kEdgeLines = 3;

/// Digits count as themselves in ASCII; letters have one of these bits, which digits do not.
constexpr unsigned char kLetterBits = 0xC0;

constexpr bool is_arabic_letter(unsigned c) {
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A) ||
         (c >= 0x0671 && c <= 0x06D3);
}

/// What a character of U+0000..U+007F and, from 128 on, U+0600..U+06FF counts as: 0 for nothing.
constexpr std::array<unsigned char, 384> make_codes() {
  std::array<unsigned char, 384> codes{};
  for (unsigned c = '0'; c <= '9'; ++c) codes[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) codes[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'A'; c <= 'Z'; ++c) codes[c] = static_cast<unsigned char>(c - 'A' + 'a');
  for (unsigned c = 0x0600; c <= 0x06FF; ++c) {
    const bool digit = (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
    if (digit) codes[c - 0x0600 + 128] = static_cast<unsigned char>('0' + (c & 0xFU));
    // Letters take the low byte of their code point, which no Latin letter's folded form needs to
    // be told from: a line mixes the two scripts in one way only.
    if (is_arabic_letter(c))
      codes[c - 0x0600 + 128] = static_cast<unsigned char>((c & 0xFFU) | 0x80U);
  }
  for (const unsigned alef : {0x0622U, 0x0623U, 0x0625U, 0x0671U}) {
    codes[alef - 0x0600 + 128] = codes[0x0627 - 0x0600 + 128];
  }
  codes[0x0649 - 0x0600 + 128] = codes[0x064A - 0x0600 + 128];
  codes[0x0629 - 0x0600 + 128] = codes[0x0647 - 0x0600 + 128];
  return codes;
}

constexpr std::array<unsigned char, 384> kCodes = make_codes();

/// The bytes of the mark that ends a sentence at `at`; 0 for none.
std::size_t sentence_end_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '.' || c == '!') return 1;
  if (c == '\xD8') return text.substr(at).starts_with("؟") ? 2 : 0;
  if (c == '\xE2') return text.substr(at).starts_with("…") ? 3 : 0;
  return 0;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

TextRange trimmed_range(std::string_view body, std::size_t begin, std::size_t end) {
  const std::string_view text = without_blanks_around(body.substr(begin, end - begin));
  if (text.empty()) return {begin, begin};
  const auto offset = static_cast<std::size_t>(text.data() - body.data());
  return {offset, offset + text.size()};
}

Unit line_of(std::string_view body, TextRange range) {
  return {range, line_key(range.of(body)), false, false};
}

Unit part_of(std::string_view body, TextRange range) {
  return {range, line_key(range.of(body)), true, true};
}

/// Where the text begins after the first dash of a line, with its spaces; npos if it has none.
std::size_t lead_end(std::string_view line) {
  const std::string_view head = analyzers::beginning_within(line, kLongestLead);
  for (std::size_t at = 1; at < head.size(); at += analyzers::utf8_length(head[at])) {
    std::size_t dash = 0;
    for (const std::string_view one : {"--", "–", "—", "-", "|"}) {
      if (dash == 0 && head.substr(at).starts_with(one)) dash = one.size();
    }
    if (dash == 0) continue;
    const bool alone = dash > 1 || head[at - 1] == ')' || is_space(head[at - 1]);
    if (!alone) continue;
    std::size_t end = at + dash;
    while (end < line.size() && (is_space(line[end]) || line[end] == '-')) ++end;
    return end;
  }
  return std::string_view::npos;
}

/// Where the last sentence of `text` begins; 0 if it has no other before it.
std::size_t last_sentence(std::string_view text) {
  const std::size_t lowest = text.size() > kLongestTrail ? text.size() - kLongestTrail : 0;
  for (std::size_t at = text.size(); at-- > lowest + 1;) {
    // Stars begin a note of their own: «… الجديد.** جميع الحقوق محفوظة».
    if (text[at] == '*' && text[at - 1] != '*' && at + 1 < text.size()) return at;
    const std::size_t end = sentence_end_length(text, at);
    if (end == 0 || at + end >= text.size()) continue;
    const char next = text[at + end];
    if (is_space(next) || next == '(') return at + end;
  }
  return 0;
}

void add_trail(std::string_view body, const Unit& line, std::vector<Unit>& trail) {
  std::string_view rest = line.range.of(body);
  while (trail.size() < kMostTrail) {
    const std::size_t begin = last_sentence(rest);
    if (begin == 0) return;
    const std::size_t offset = line.range.begin;
    const TextRange range = trimmed_range(body, offset + begin, offset + rest.size());
    if (!range.empty()) trail.push_back(part_of(body, range));
    rest = without_blanks_around(rest.substr(0, begin));
    if (rest.data() != body.data() + offset) return;  // blanks before: ranges would not fit
  }
}

}  // namespace

std::uint64_t line_key(std::string_view line) {
  if (line.size() > kLongestLine) return XXH3_64bits(line.data(), line.size());
  std::array<unsigned char, kLongestLine + 1> codes;  // NOLINT: filled as far as it is read
  std::size_t size = 0;
  unsigned char all = 0;  // of the codes, to tell digits alone
  for (std::size_t at = 0; at < line.size();) {
    const auto byte = static_cast<unsigned char>(line[at]);
    unsigned char code = 0;
    if (byte >= 0xD8 && byte <= 0xDB && at + 1 < line.size()) {
      const unsigned low = static_cast<unsigned char>(line[at + 1]) & 0x3FU;
      code = kCodes[128U + ((byte & 3U) << 6U) + low];
      at += 2;
    } else if (byte < 0x80) {
      code = kCodes[byte];
      ++at;
    } else {
      const std::size_t length = std::min(analyzers::utf8_length(line[at]), line.size() - at);
      // No-break spaces, quotation marks and dashes do not count; other scripts do, byte by byte.
      if (byte != 0xC2 && byte != 0xE2 && byte != 0xEF) {
        std::memcpy(codes.data() + size, line.data() + at, length);
        size += length;
        all = kLetterBits;
      }
      at += length;
      continue;
    }
    codes[size] = code;
    // Without a branch, which spaces would make the processor guess wrong at every word.
    size += code != 0 ? 1U : 0U;
    all |= code;
  }
  if (size > 0 && (all & kLetterBits) == 0) return 0;
  if (size > 0) return XXH3_64bits(codes.data(), size);
  if (line.empty()) return 0;
  return XXH3_64bits(line.data(), std::min(analyzers::utf8_length(line[0]), line.size()));
}

Units units_of(std::string_view body) {
  constexpr std::size_t kLikelyLines = 16;
  Units units;
  units.lines.reserve(kLikelyLines);
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const TextRange range = trimmed_range(body, begin, end);
    if (!range.empty()) units.lines.push_back(line_of(body, range));
    if (units.lines.size() > kMostLines) return {};
    begin = end + 1;
  }
  if (units.lines.empty()) return units;
  const std::size_t count = units.lines.size();
  for (std::size_t at = 0; at < count; ++at) {
    units.lines[at].edge = at == 0 || at + kEdgeLines >= count;
  }
  const Unit& first = units.lines.front();
  const std::size_t length = lead_end(first.range.of(body));
  if (length < first.range.end - first.range.begin) {
    const TextRange range{first.range.begin, first.range.begin + length};
    units.lead = part_of(body, range);
  }
  add_trail(body, units.lines.back(), units.trail);
  return units;
}

}  // namespace warraq::corpus
