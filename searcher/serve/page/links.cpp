#include "searcher/serve/page/links.h"

#include <algorithm>
#include <array>

namespace warraq::searcher::serve {
namespace {

using Entry = Parameters::Entry;
using Entries = std::vector<Entry>;

constexpr std::array<std::string_view, 15> kOfSearches = {
    "query", "from",  "to",  "source",      "category",        "author",   "agency", "group",
    "sort",  "exact", "all", "no-variants", "exclude-variant", "collapse", "relax"};
constexpr std::array<std::string_view, 3> kOfThePage = {"lang", "page", "interval"};

template <std::size_t kSize>
bool is_among(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What a form sends for a field that was left alone.
bool says_nothing(const Entry& entry) {
  return entry.second.empty() || entry == Entry("sort", "relevance") ||
         entry == Entry("page", "1") || entry == Entry("lang", "ar");
}

Entries without_name(const Parameters& parameters, std::string_view name) {
  Entries entries = parameters.entries();
  std::erase_if(
      entries, [name](const Entry& entry) { return entry.first == name || entry.first == "page"; });
  return entries;
}

std::string with_parameters(std::string path, const Entries& entries) {
  char mark = '?';
  for (const auto& [name, value] : entries) {
    path += std::exchange(mark, '&');
    path += name;
    path += '=';
    path += percent_encoded(value);
  }
  return path;
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kUnreserved = "-._~";
  std::string result;
  result.reserve(3 * text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kUnreserved.find(c) != std::string_view::npos;
    if (plain) {
      result += c;
    } else {
      result += '%';
      result += kDigits[byte >> 4U];
      result += kDigits[byte & 0xFU];
    }
  }
  return result;
}

Links::Links(const Parameters& given) {
  for (const Entry& entry : given.entries()) {
    const bool known = is_among(kOfSearches, entry.first) || is_among(kOfThePage, entry.first);
    if (known && !says_nothing(entry)) parameters_.add(entry.first, entry.second);
  }
}

Links::Links(Entries entries) {
  for (auto& [name, value] : entries) parameters_.add(std::move(name), std::move(value));
}

Links Links::with(std::string_view name, std::string_view value) const {
  return without(name).adding(name, value);
}

Links Links::adding(std::string_view name, std::string_view value) const {
  Entries entries = name == "page" ? parameters_.entries() : without_name(parameters_, "page");
  Entry added{name, value};
  if (!says_nothing(added)) entries.push_back(std::move(added));
  return Links(std::move(entries));
}

Links Links::without(std::string_view name) const { return Links(without_name(parameters_, name)); }

Links Links::without(std::string_view name, std::string_view value) const {
  Entries entries = without_name(parameters_, "page");
  std::erase_if(entries,
                [&](const Entry& entry) { return entry.first == name && entry.second == value; });
  return Links(std::move(entries));
}

Links Links::fresh() const {
  Entries entries;
  if (const auto language = parameters_.last_value("lang")) entries.emplace_back("lang", *language);
  return Links(std::move(entries));
}

bool Links::has(std::string_view name, std::string_view value) const {
  const Entries& entries = parameters_.entries();
  return std::find(entries.begin(), entries.end(), Entry(name, value)) != entries.end();
}

std::string Links::search() const { return with_parameters("/", parameters_.entries()); }

std::string Links::article(std::string_view id) const {
  return with_parameters("/articles/" + percent_encoded(id), parameters_.entries());
}

std::string Links::exported(std::string_view format) const {
  Entries entries = {{"format", std::string(format)}};
  if (format == "csv") entries.emplace_back("bom", "1");  // it is opened in a spreadsheet
  for (const Entry& entry : parameters_.entries()) {
    if (is_among(kOfSearches, entry.first)) entries.push_back(entry);
  }
  return with_parameters("/v1/export", entries);
}

}  // namespace warraq::searcher::serve
