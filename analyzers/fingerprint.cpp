#include "analyzers/fingerprint.h"

#include <array>
#include <cstdint>

namespace warraq::analyzers {
namespace {

class Fnv1a {
 public:
  void add(std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) add_byte((number >> shift) & 0xFF);
  }

  void add(std::string_view bytes) {
    add(static_cast<std::uint32_t>(bytes.size()));
    for (const char byte : bytes) add_byte(static_cast<unsigned char>(byte));
  }

  [[nodiscard]] std::string hexadecimal() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (int shift = 60; shift >= 0; shift -= 4) result += kDigits[(hash_ >> shift) & 0xF];
    return result;
  }

 private:
  void add_byte(std::uint32_t byte) {
    hash_ ^= byte;
    hash_ *= 0x100000001B3U;
  }

  std::uint64_t hash_ = 0xCBF29CE484222325U;
};

}  // namespace

std::string fingerprint_of(std::string_view profile, std::span<const Token> tokens) {
  Fnv1a hash;
  hash.add(profile);
  for (const Token& token : tokens) {
    hash.add(token.begin);
    hash.add(token.end);
    hash.add(token.position);
    hash.add(static_cast<std::uint32_t>(token.kind));
    hash.add((token.stop ? 1U : 0U) | (token.joined ? 2U : 0U));
    hash.add(token.exact);
    hash.add(token.normalised);
    hash.add(token.stem);
  }
  return hash.hexadecimal();
}

std::string_view fingerprint_text() {
  using namespace std::string_view_literals;
  static constexpr std::string_view kText =
      // Marks, tatweel, stop words with and without hamza, article, conjunction and suffixes.
      "قال مُحَمَّدٌ إنّ المـــدرسة الجديدة وبالمعلمين والمعلمات على يد علي، إلى الى اليوم وهو فى بيتها. "
      // Alef forms, final yeh, teh marbuta, combining hamza and maddah, composed and not.
      "ٱلرحمن أحمد إبراهيم آمال مصطفى مصطفي مكتبة مكتبه ا\u0654حمد ا\u064E\u0655براهيم ا\u0653مال "
      "مسو\u0654ول ري\u0654يس شى\u0654 لهۥ سو\u0670ء "
      // Persian and Urdu shapes, letters that fold and letters that do not.
      "ترکی کتاب ڪتاب ھذا ہذا ۀ ۃ ې ۍ ے ۓ ے\u0654 ں پاریس ڤيينا چاد گوگل ڨفصة ژاله "
      // Presentation forms: letters, ligatures, expansions, marks on a carrier.
      "ﻣﺤﻤﺪ ﻻعب وﷲ محمدﷺ ﷽ 50﷼ كتابﹰا "
      // Invisible characters, spaces, separators, invalid UTF-8, NUL.
      "كتا\u200Cب كتا\u200Fب كت\u00ADاب\uFEFF جديد\u00A0قديم القاهرة،بيروت "
      "انتهى.وقال#محمد_صلاح@خبر "
      "ا\0ب ا\xFFب ا\xD8 ب\xE2\x80 \uFFFDت "
      // Numbers and their neighbours.
      "٢٠١٧ ۲۰۱۸ 1,500 ١٬٥٠٠٫٧٥ 106,78 106.78 0,500 1.2.3 1,23,456 10:30 2018/03/05 5. بـ2018 "
      "و2018 "
      "الـCNN 50% ٥٠٪ "
      // Abbreviations and names in parts.
      "أ.ف.ب أ ف ب أ و ب د.أحمد U.S.A. e.g. U.S.A1 G20 H1N1 20th G\u200E20 a1b2c3d4e5f6g7h8i9 "
      // Latin and other cased scripts.
      "Google Dès l'Aube ÉCOLE e\u0301cole STRASSE Straße Åse ﬁn Ｇ２０ Москва Йод Ελλάς ʼn"sv;
  return kText;
}

}  // namespace warraq::analyzers
