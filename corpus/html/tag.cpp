#include "corpus/html/tag.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

using Named = std::pair<std::string_view, Tag>;

constexpr std::size_t kLongestName = 10;

/// In byte order.
constexpr std::array kNames = std::to_array<Named>({
    {"a", Tag::a},
    {"abbr", Tag::ignored},
    {"acronym", Tag::ignored},
    {"address", Tag::address},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"b", Tag::ignored},
    {"bdi", Tag::ignored},
    {"bdo", Tag::ignored},
    {"big", Tag::ignored},
    {"blink", Tag::ignored},
    {"blockquote", Tag::blockquote},
    {"body", Tag::body},
    {"br", Tag::br},
    {"button", Tag::button},
    {"caption", Tag::caption},
    {"center", Tag::center},
    {"dd", Tag::dd},
    {"details", Tag::details},
    {"div", Tag::div},
    {"dl", Tag::dl},
    {"dt", Tag::dt},
    {"em", Tag::ignored},
    {"embed", Tag::embed},
    {"figcaption", Tag::figcaption},
    {"figure", Tag::figure},
    {"font", Tag::ignored},
    {"footer", Tag::footer},
    {"form", Tag::ignored},  // stands anywhere in old pages, around whole pages in others
    {"h1", Tag::h1},
    {"h2", Tag::h2},
    {"h3", Tag::h3},
    {"h4", Tag::h4},
    {"h5", Tag::h5},
    {"h6", Tag::h6},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hr", Tag::hr},
    {"html", Tag::html},
    {"i", Tag::ignored},
    {"iframe", Tag::iframe},
    {"img", Tag::img},
    {"input", Tag::input},
    {"label", Tag::label},
    {"li", Tag::li},
    {"link", Tag::link},
    {"main", Tag::main},
    {"mark", Tag::ignored},
    {"menu", Tag::menu},
    {"meta", Tag::meta},
    {"nav", Tag::nav},
    {"nobr", Tag::ignored},
    {"noembed", Tag::noembed},
    {"noframes", Tag::noframes},
    {"noscript", Tag::noscript},
    {"object", Tag::object},
    {"ol", Tag::ol},
    {"option", Tag::option},
    {"p", Tag::p},
    {"pre", Tag::pre},
    {"s", Tag::ignored},
    {"script", Tag::script},
    {"section", Tag::section},
    {"select", Tag::select},
    {"span", Tag::span},
    {"strike", Tag::ignored},
    {"strong", Tag::ignored},
    {"style", Tag::style},
    {"sub", Tag::ignored},
    {"summary", Tag::summary},
    {"sup", Tag::ignored},
    {"svg", Tag::svg},
    {"table", Tag::table},
    {"tbody", Tag::tbody},
    {"td", Tag::td},
    {"template", Tag::template_},
    {"textarea", Tag::textarea},
    {"tfoot", Tag::tfoot},
    {"th", Tag::th},
    {"thead", Tag::thead},
    {"time", Tag::time},
    {"title", Tag::title},
    {"tr", Tag::tr},
    {"tt", Tag::ignored},
    {"u", Tag::ignored},
    {"ul", Tag::ul},
    {"video", Tag::video},
    {"wbr", Tag::ignored},
    {"xmp", Tag::xmp},
});
static_assert(std::is_sorted(kNames.begin(), kNames.end(),
                             [](const Named& a, const Named& b) { return a.first < b.first; }));

constexpr void set(std::array<TagKind, kTags>& kinds, bool TagKind::*property,
                   std::initializer_list<Tag> tags) {
  for (const Tag tag : tags) kinds[static_cast<std::size_t>(tag)].*property = true;
}

constexpr std::array<TagKind, kTags> make_kinds() {
  std::array<TagKind, kTags> kinds{};
  const std::initializer_list<Tag> closing{
      Tag::address, Tag::article, Tag::aside,      Tag::blockquote, Tag::center, Tag::details,
      Tag::div,     Tag::dl,      Tag::figcaption, Tag::figure,     Tag::footer, Tag::h1,
      Tag::h2,      Tag::h3,      Tag::h4,         Tag::h5,         Tag::h6,     Tag::header,
      Tag::hr,      Tag::main,    Tag::menu,       Tag::nav,        Tag::ol,     Tag::p,
      Tag::pre,     Tag::section, Tag::summary,    Tag::table,      Tag::ul};
  set(kinds, &TagKind::closes_p, closing);
  set(kinds, &TagKind::block, closing);
  set(kinds, &TagKind::block,
      {Tag::body,   Tag::caption, Tag::dd,    Tag::dt,     Tag::head,  Tag::html,    Tag::li,
       Tag::object, Tag::option,  Tag::tbody, Tag::td,     Tag::tfoot, Tag::th,      Tag::thead,
       Tag::title,  Tag::tr,      Tag::video, Tag::iframe, Tag::xmp,   Tag::noscript});
  set(kinds, &TagKind::is_void,
      {Tag::br, Tag::embed, Tag::hr, Tag::img, Tag::input, Tag::link, Tag::meta});
  set(kinds, &TagKind::raw_text,
      {Tag::iframe, Tag::noembed, Tag::noframes, Tag::script, Tag::style, Tag::textarea, Tag::title,
       Tag::xmp});
  set(kinds, &TagKind::hidden,
      {Tag::button, Tag::head, Tag::iframe, Tag::input, Tag::label, Tag::noembed, Tag::noframes,
       Tag::noscript, Tag::object, Tag::option, Tag::script, Tag::select, Tag::style, Tag::svg,
       Tag::template_, Tag::textarea, Tag::title, Tag::video});
  set(kinds, &TagKind::heading, {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6});
  set(kinds, &TagKind::closes_over, {Tag::caption, Tag::table, Tag::td, Tag::th});
  return kinds;
}

constexpr std::array<TagKind, kTags> kKinds = make_kinds();

}  // namespace

Tag tag_named(std::string_view name) {
  if (name.size() > kLongestName) return Tag::other;
  std::array<char, kLongestName> lower{};
  std::transform(name.begin(), name.end(), lower.begin(), [](char c) { return lower_ascii(c); });
  const std::string_view wanted(lower.data(), name.size());
  const auto* found =
      std::lower_bound(kNames.begin(), kNames.end(), wanted,
                       [](const Named& named, std::string_view key) { return named.first < key; });
  return found != kNames.end() && found->first == wanted ? found->second : Tag::other;
}

const TagKind& kind_of(Tag tag) { return kKinds[static_cast<std::size_t>(tag)]; }

}  // namespace warraq::corpus
