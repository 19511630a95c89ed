// The news agencies whose names stand under articles in Arabic, and how they are written there.
#pragma once

#include <string_view>

namespace warraq::corpus {

enum class CreditKind {
  agency,  ///< a news agency: its name goes into the article's `agency`
  outlet,  ///< a paper, station or site: known so that a dateline is recognised, and no agency
};

/// Someone who is credited. Views into static storage.
struct Creditor {
  std::string_view name;     ///< as Arabic readers know it; empty for an outlet that is not named
  std::string_view country;  ///< ISO 3166-1 alpha-2; empty for what has none
  CreditKind kind = CreditKind::agency;
};

/// The agency or outlet that `text` names and nothing else, however it is spelled (see name_key(),
/// and «وكالة …» before it is no matter, but for «الأنباء …» and «الصحافة …», which without it are
/// papers); null if it names none that is known. The table and where it comes from: agencies.cpp.
/// Thread-safe.
[[nodiscard]] const Creditor* find_creditor(std::string_view text);

}  // namespace warraq::corpus
