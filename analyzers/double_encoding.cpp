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
constexpr int kMostTimes = 3;

// What the bytes of UTF-8 were taken for. ISO-8859-1 is read as windows-1252, in which the controls
// that windows-1252 leaves open are themselves.
struct Mistake {
  const ByteTable& table;
  bool latin;
  // So many Arabic letters right after another character that was encoded twice make a run certain.
  int sure;

  [[nodiscard]] unsigned char byte_of(char32_t character) const {
    if (character < 0x80) return 0;
    if (latin && character <= 0xFF) {
      return static_cast<unsigned char>(character);
    }
    return table.byte_of(character);
  }
};

const std::array<Mistake, 2>& mistakes() {
  // Danish has «Ø», no language has Ø§Ù„. With windows-1256 the leads are Arabic letters (ط، ظ) and
  // what follows may be punctuation: a word that ends in one of them is no evidence.
  static const std::array<Mistake, 2> both{
      {{ByteTable::of(kWindows1252), true, 2}, {ByteTable::of(kWindows1256), false, 3}}};
  return both;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_arabic(char32_t character) { return character >= 0x600 && character <= 0x6FF; }

struct Run {
  std::size_t end = 0;  // one past its last byte in the text
  std::string repaired;
  int joined = 0;   // characters right after another that was encoded twice
  int letters = 0;  // Arabic ones of them
};

// Reads characters that are the bytes of others, and ASCII between them.
class RunReader {
 public:
  RunReader(std::string_view text, std::size_t begin, const Mistake& mistake)
      : text_(text), mistake_(mistake), at_(begin) {}

  Run read() {
    Run run;
    bool after_encoded = false;
    while (at_ < text_.size()) {
      if (static_cast<unsigned char>(text_[at_]) < 0x80) {
        // Belongs to the run if more of it follows; as it is, it changes nothing.
        run.repaired += text_[at_++];
        after_encoded = false;
        continue;
      }
      const char32_t character = encoded_character();
      if (character == 0) {
        const char32_t lost = half_lost_letter(run.letters > 0);
        if (lost == 0) break;
        append_utf8(lost, run.repaired);
        after_encoded = true;
        continue;
      }
      append_utf8(character, run.repaired);
      if (after_encoded) ++run.joined;
      if (after_encoded && is_arabic(character)) ++run.letters;
      after_encoded = true;
    }
    run.end = at_;
    return run;
  }

 private:
  // Programs drop control characters and soft hyphens, or make them U+FFFD: then Ù alone is what is
  // left of ف (D9 81), and Ø of ح (D8 AD). Of the letters of news that lose a half, 99 in 100 are
  // these (the rest are ُ ِ ٍ). At the end of the text it may as well have been cut.
  char32_t half_lost_letter(bool after_letters) {
    if (!mistake_.latin) return 0;
    const DecodedCharacter half = decode_utf8(text_, at_);
    const std::size_t next = at_ + half.length;
    if ((half.code_point != U'Ù' && half.code_point != U'Ø') || next >= text_.size()) return 0;
    const DecodedCharacter after = decode_utf8(text_, next);
    const bool in_word = after.length > 1;
    const bool ends_word = after_letters && !is_ascii_letter(text_[next]);
    if (!in_word && !ends_word) return 0;
    at_ = next + (after.code_point == kReplacementCharacter ? after.length : 0);
    return half.code_point == U'Ù' ? U'ف' : U'ح';
  }

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

// Whether two characters that were encoded twice stand together at `at`.
bool begins_pair(std::string_view text, std::size_t at, const Mistake& mistake) {
  // A look at the next characters, not at a run that may be as long as the text.
  constexpr std::size_t kNear = 16;
  return RunReader(beginning_within(text.substr(at), kNear), 0, mistake).read().joined > 0;
}

// Ù, Ø and Ã begin with C3, which Arabic text hardly has.
bool may_be_taken_for_latin(std::string_view text) {
  for (std::size_t at = text.find('\xC3'); at != std::string_view::npos;
       at = text.find('\xC3', at + 1)) {
    if (begins_pair(text, at, mistakes()[0])) return true;
  }
  return false;
}

// Half of the letters of any longer text have D9 as their first byte: ظ (D8 B8), which is rare
// elsewhere, and of ظ, encoded again, comes ¸ (C2 B8).
bool may_be_taken_for_arabic(std::string_view text) {
  for (std::size_t at = text.find('\xB8', 1); at != std::string_view::npos;
       at = text.find('\xB8', at + 1)) {
    if (text[at - 1] == '\xC2') return true;
    if (text[at - 1] == '\xD8' && begins_pair(text, at - 1, mistakes()[1])) return true;
  }
  return false;
}

class Repair {
 public:
  Repair(std::string_view text, int times) : text_(text), times_(times) {}

  // False, and nothing in `repaired`, where there is nothing to repair.
  bool into(std::string& repaired) {
    while (at_ < text_.size()) {
      const DecodedCharacter character = decode_utf8(text_, at_);
      if (character.length > 1 && replace_run(repaired)) continue;
      after_arabic_ = is_arabic(character.code_point);
      at_ += character.length;
    }
    if (copied_ > 0) repaired.append(text_.substr(copied_));
    return copied_ > 0;
  }

 private:
  bool replace_run(std::string& repaired) {
    for (std::size_t i = 0; i < mistakes().size(); ++i) {
      const Mistake& mistake = mistakes().at(i);
      // A word that ends in ط، is followed by what was encoded twice, not part of it.
      if (at_ < uncertain_until_.at(i) || (after_arabic_ && !mistake.latin)) continue;
      Run run = RunReader(text_, at_, mistake).read();
      if (!make_certain(run, mistake)) {
        uncertain_until_.at(i) = run.end;
        continue;
      }
      repaired.append(text_.substr(copied_, at_ - copied_));
      repaired += run.repaired;
      at_ = copied_ = run.end;
      after_arabic_ = false;
      return true;
    }
    return false;
  }

  // What was encoded more than twice is certain if what comes out of it is.
  bool make_certain(Run& run, const Mistake& mistake) const {
    if (run.joined < mistake.sure) return false;
    std::string deeper;
    if (times_ > 1 && Repair(run.repaired, times_ - 1).into(deeper)) {
      run.repaired = std::move(deeper);
      return true;
    }
    return run.letters >= mistake.sure;
  }

  std::string_view text_;
  int times_;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;                        // how much of the text is in what is repaired
  std::array<std::size_t, 2> uncertain_until_{};  // by mistake: read, and found to be none
  bool after_arabic_ = false;
};

}  // namespace

bool repair_into(std::string_view text, std::string& repaired) {
  const bool possible =
      text.size() < kShort || may_be_taken_for_latin(text) || may_be_taken_for_arabic(text);
  return possible && Repair(text, kMostTimes).into(repaired);
}

std::string repair_double_encoding(std::string_view text) {
  std::string repaired;
  return repair_into(text, repaired) ? repaired : std::string(text);
}

bool mend_double_encoding(std::string& text) {
  std::string repaired;
  if (!repair_into(text, repaired)) return false;
  text = std::move(repaired);
  return true;
}

}  // namespace warraq::analyzers
