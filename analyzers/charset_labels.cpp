#include "analyzers/charset_labels.h"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

namespace warraq::analyzers {
namespace {

struct Alias {
  std::string_view letters;  // of the label: small, nothing but letters and digits
  std::string_view name;
};

// https://encoding.spec.whatwg.org/#names-and-labels, and what DOS and Windows called theirs.
constexpr std::array kAliases{
    Alias{"utf8", kUtf8},
    Alias{"unicode11utf8", kUtf8},
    Alias{"unicode20utf8", kUtf8},
    Alias{"xunicode20utf8", kUtf8},
    Alias{"utf8sig", kUtf8},
    Alias{"utf8bom", kUtf8},
    Alias{"utf16", kUtf16LE},
    Alias{"utf16le", kUtf16LE},
    Alias{"csunicode", kUtf16LE},
    Alias{"iso10646ucs2", kUtf16LE},
    Alias{"ucs2", kUtf16LE},
    Alias{"unicode", kUtf16LE},
    Alias{"unicodefeff", kUtf16LE},
    Alias{"utf16be", kUtf16BE},
    Alias{"unicodefffe", kUtf16BE},
    Alias{"windows1256", kWindows1256},
    Alias{"cp1256", kWindows1256},
    Alias{"xcp1256", kWindows1256},
    Alias{"win1256", kWindows1256},
    Alias{"1256", kWindows1256},
    Alias{"msarab", kWindows1256},
    Alias{"cswindows1256", kWindows1256},
    Alias{"iso88596", kIso8859Arabic},
    Alias{"arabic", kIso8859Arabic},
    Alias{"asmo708", kIso8859Arabic},
    Alias{"ecma114", kIso8859Arabic},
    Alias{"csiso88596e", kIso8859Arabic},
    Alias{"csiso88596i", kIso8859Arabic},
    Alias{"csisolatinarabic", kIso8859Arabic},
    Alias{"iso88596e", kIso8859Arabic},
    Alias{"iso88596i", kIso8859Arabic},
    Alias{"isoir127", kIso8859Arabic},
    Alias{"iso885961987", kIso8859Arabic},
    Alias{"windows1252", kWindows1252},
    Alias{"cp1252", kWindows1252},
    Alias{"xcp1252", kWindows1252},
    Alias{"iso88591", kWindows1252},
    Alias{"iso885911987", kWindows1252},
    Alias{"isoir100", kWindows1252},
    Alias{"latin1", kWindows1252},
    Alias{"l1", kWindows1252},
    Alias{"csisolatin1", kWindows1252},
    Alias{"cp819", kWindows1252},
    Alias{"ibm819", kWindows1252},
    Alias{"ascii", kWindows1252},
    Alias{"usascii", kWindows1252},
    Alias{"ansix341968", kWindows1252},
    Alias{"ibm864", kIbm864},
    Alias{"cp864", kIbm864},
    Alias{"csibm864", kIbm864},
    Alias{"864", kIbm864},
    Alias{"dos720", kDos720},
    Alias{"cp720", kDos720},
    Alias{"ibm720", kDos720},
    Alias{"xibm720", kDos720},
    Alias{"windows720", kDos720},
};

constexpr std::size_t kLongestLabel = 64;

std::string letters_of(std::string_view label) {
  std::string letters;
  for (const char c : label.substr(0, kLongestLabel)) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) letters += small;
  }
  return letters;
}

// EBCDIC and the sets that shift in and out by ASCII's letters are not what a page is written in,
// and turn ASCII into something else.
bool keeps_ascii(UConverter* converter) {
  const UConverterType type = ucnv_getType(converter);
  if (type != UCNV_SBCS && type != UCNV_DBCS && type != UCNV_MBCS) return false;
  constexpr std::string_view kAscii = "<html>Warraq: 0123456789 =\"/\"";
  std::array<UChar, kAscii.size() + 1> decoded{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      ucnv_toUChars(converter, decoded.data(), static_cast<int32_t>(decoded.size()), kAscii.data(),
                    static_cast<int32_t>(kAscii.size()), &status);
  return U_SUCCESS(status) &&
         std::equal(kAscii.begin(), kAscii.end(), decoded.begin(), decoded.begin() + length);
}

std::string name_in_icu(std::string_view label) {
  const std::string known(label.substr(0, kLongestLabel));
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUConverterPointer converter(ucnv_open(known.c_str(), &status));
  if (U_FAILURE(status) || !keeps_ascii(converter.getAlias())) return {};
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode unknown = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(known.c_str(), standard, &unknown);
    if (U_SUCCESS(unknown) && name != nullptr) return name;
  }
  return ucnv_getName(converter.getAlias(), &status);
}

std::string_view without_quotes(std::string_view label) {
  constexpr std::string_view kAround = " \t\r\n\f\"';,";
  const std::size_t begin = label.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return label.substr(begin, label.find_last_not_of(kAround) + 1 - begin);
}

}  // namespace

std::string charset_of_label(std::string_view label) {
  const std::string letters = letters_of(label);
  if (letters.empty()) return {};
  const auto* alias = std::find_if(kAliases.begin(), kAliases.end(),
                                   [&](const Alias& a) { return a.letters == letters; });
  if (alias != kAliases.end()) return std::string(alias->name);
  return name_in_icu(without_quotes(label));
}

}  // namespace warraq::analyzers
