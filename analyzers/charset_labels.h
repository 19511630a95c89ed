// What character sets are called.
#pragma once

#include <string>
#include <string_view>

namespace warraq::analyzers {

inline constexpr std::string_view kUtf8 = "UTF-8";
inline constexpr std::string_view kUtf16LE = "UTF-16LE";
inline constexpr std::string_view kUtf16BE = "UTF-16BE";
inline constexpr std::string_view kWindows1256 = "windows-1256";
inline constexpr std::string_view kWindows1252 = "windows-1252";
inline constexpr std::string_view kIso8859Arabic = "ISO-8859-6";
inline constexpr std::string_view kIbm864 = "IBM864";
inline constexpr std::string_view kDos720 = "DOS-720";

/// The name of what `label` calls: an alias of the WHATWG's Encoding Standard for the sets above
/// (so that ISO-8859-1 is windows-1252), of ICU for any other that has ASCII as it is. Case, white
/// space, quotes and punctuation do not matter. Empty where nobody knows it.
[[nodiscard]] std::string charset_of_label(std::string_view label);

}  // namespace warraq::analyzers
