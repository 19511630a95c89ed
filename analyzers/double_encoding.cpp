#include "analyzers/double_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <utility>

#include "analyzers/byte_table.h"
#include "analyzers/charset_labels.h"
#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

// Shorter texts are looked at whole: one word of them may have no letter that the quick look knows.
constexpr std::size_t kShort = 256;
constexpr int kRounds = 3;

// What the bytes of UTF-8 were taken for. ISO-8859-1 is read as windows-1252, in which the controls
// that windows-1252 leaves open are themselves.
struct Mistake {
  const ByteTable& table;
  bool latin;
  int sure;  // so many Arabic letters right after another character make a run certain

  [[nodiscard]] unsigned char byte_of(char32_t character) const {
    if (latin && character >= 0x80 && character <= 0xFF) {
      return static_cast<unsigned char>(character);
    }
    return table.byte_of(character);
  }
};

const std::array<Mistake, 2>& mistakes() {
  // Danish has «Ø», no language has Ø§Ù„. In windows-1256 the leads are Arabic letters (ط، ظ) and
  // what follows may be punctuation: a word that ends in one of them is no evidence.
  static const std::array<Mistake, 2> both{
      {{ByteTable::of(kWindows1252), true, 2}, {ByteTable::of(kWindows1256), false, 3}}};
  return both;
}

bool is_arabic(char32_t character) { return character >= 0x600 && character <= 0x6FF; }

struct Run {
  std::size_t end = 0;  // one past its last byte in the text
  std::string repaired;
  int joined = 0;  // Arabic letters right after another character that was encoded twice
};

// Reads characters that are the bytes of one character. False where they are none.
class RunReader {
 public:
  RunReader(std::string_view text, std::size_t begin, const Mistake& mistake)
      : text_(text), mistake_(mistake), at_(begin) {}

  Run read() {
    Run run{at_, {}, 0};
    bool after_encoded = false;
    while (at_ < text_.size()) {
      if (static_cast<unsigned char>(text_[at_]) < 0x80) {
        // Belongs to the run if more of it follows; as it is, it changes nothing.
        run.repaired += text_[at_++];
        after_encoded = false;
        continue;
      }
      const char32_t character = encoded_character();
      if (character == 0) break;
      append_utf8(character, run.repaired);
      if (after_encoded && is_arabic(character)) ++run.joined;
      after_encoded = true;
    }
    run.end = at_;
    return run;
  }

 private:
  // The character that was encoded twice at the front, taken; 0 where there is none.
  char32_t encoded_character() {
    std::size_t at = at_;
    std::array<char, kMaxUtf8Length> bytes{};
    std::size_t length = 1;
    for (std::size_t i = 0; i < length; ++i) {
      if (at >= text_.size()) return 0;
      const DecodedCharacter next = decode_utf8(text_, at);
      const unsigned char byte = mistake_.byte_of(next.code_point);
      if (byte < 0x80) return 0;
      bytes.at(i) = static_cast<char>(byte);
      if (i == 0) length = utf8_length(bytes.front());
      at += next.length;
    }
    const DecodedCharacter character = decode_utf8({bytes.data(), length}, 0);
    if (!character.valid) return 0;
    at_ = at;
    return character.code_point;
  }

  std::string_view text_;
  const Mistake& mistake_;
  std::size_t at_;
};

// Whether `text` has `second` at or after `from`, `first` before it and two such characters in a
// row.
bool may_have(std::string_view text, const Mistake& mistake, char first, char second) {
  for (std::size_t at = text.find(second, 1); at != std::string_view::npos;
       at = text.find(second, at + 1)) {
    if (text[at - 1] != first) continue;
    // A look at the next characters, not at a run that may be as long as the text.
    constexpr std::size_t kNear = 32;
    const std::string_view near = beginning_within(text.substr(at - 1), kNear);
    if (RunReader(near, 0, mistake).read().joined > 0) return true;
  }
  return false;
}

// Half of the letters of any longer text have D9 as their first byte: Ù or ظ.
bool may_be_doubly_encoded(std::string_view text) {
  if (text.size() < kShort) return true;
  return may_have(text, mistakes()[0], '\xC3', '\x99') ||
         may_have(text, mistakes()[1], '\xD8', '\xB8');
}

bool repair_once(std::string_view text, std::string& repaired) {
  std::array<std::size_t, 2> looked_at{};  // by each mistake, and nothing certain found
  std::size_t copied = 0;
  std::size_t at = 0;
  bool changed = false;
  const auto find_run = [&]() -> bool {
    for (std::size_t i = 0; i < mistakes().size(); ++i) {
      if (at < looked_at.at(i)) continue;
      const Mistake& mistake = mistakes().at(i);
      Run run = RunReader(text, at, mistake).read();
      if (run.joined < mistake.sure) {
        looked_at.at(i) = run.end;
        continue;
      }
      repaired.append(text.substr(copied, at - copied));
      repaired += run.repaired;
      at = copied = run.end;
      return true;
    }
    return false;
  };
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else if (find_run()) {
      changed = true;
    } else {
      at += utf8_length(text[at]);
    }
  }
  if (changed) repaired.append(text.substr(copied));
  return changed;
}

}  // namespace

bool repair_into(std::string_view text, std::string& repaired) {
  if (!may_be_doubly_encoded(text)) return false;
  std::string current;
  if (!repair_once(text, current)) return false;
  for (int round = 1; round < kRounds; ++round) {
    std::string next;
    if (!may_be_doubly_encoded(current) || !repair_once(current, next)) break;
    current = std::move(next);
  }
  repaired = std::move(current);
  return true;
}

std::string repair_double_encoding(std::string_view text) {
  std::string repaired;
  return repair_into(text, repaired) ? repaired : std::string(text);
}

}  // namespace warraq::analyzers
