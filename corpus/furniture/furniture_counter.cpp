#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "corpus/article/text.h"
#include "corpus/furniture/line_table.h"
#include "corpus/furniture/units.h"
#include "warraq/corpus/furniture.h"

namespace warraq::corpus {
namespace {

/// A line at the edge of an article is better evidence than one inside.
constexpr std::uint16_t kEdgeWeight = 3;
constexpr std::uint16_t kInnerWeight = 1;
/// A repeated sentence of this many bytes is more often a paragraph of background.
constexpr std::size_t kLongLine = 200;
/// Titles shorter than this are words that stand in any text.
constexpr std::size_t kShortestTitle = 30;
constexpr std::size_t kLongestTitle = 240;
constexpr std::size_t kShortestLink = 50;
constexpr std::size_t kLongestLinkLabel = 48;  // «إقرأ أيضاً في هذا الموقع:»
constexpr std::size_t kMostSources = std::size_t{1} << 16U;
constexpr std::size_t kTitleShare = 4;  // of the memory, one in so many

constexpr std::string_view kMagic = "warraq furniture 1\n";

std::uint64_t mixed(std::uint64_t key, std::uint64_t source) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  std::uint64_t mix = (key ^ source) * kOdd;
  mix ^= mix >> 32U;
  return mix * kOdd;
}

bool ends_like_a_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with("،") || line.ends_with("؛");
}

/// Longer than a section's title, shorter than a paragraph, no sentence and no quotation.
bool looks_like_link(std::string_view line) {
  return line.size() >= kShortestLink && line.size() <= kLongestTitle &&
         !ends_like_a_sentence(line) && !line.ends_with(':') && !line.ends_with('"');
}

void append_number(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    out += static_cast<char>((number >> shift) & 0xFFU);
  }
}

/// Numbers as append_number() wrote them.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::optional<std::uint64_t> next() {
    if (bytes_.size() < 8) return std::nullopt;
    std::uint64_t number = 0;
    for (unsigned at = 0; at < 8; ++at) {
      number |= std::uint64_t{static_cast<unsigned char>(bytes_[at])} << (8 * at);
    }
    bytes_.remove_prefix(8);
    return number;
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size() / 8; }

 private:
  std::string_view bytes_;
};

}  // namespace

struct FurnitureCounter::State {
  explicit State(FurnitureLimits given)
      : limits(given),
        lines(limits.memory - limits.memory / kTitleShare, kept_weight()),
        titles(limits.memory / kTitleShare, 1) {}

  [[nodiscard]] std::uint16_t kept_weight() const {
    return static_cast<std::uint16_t>(std::min<std::size_t>(limits.articles * kEdgeWeight, 0x7FFF));
  }

  [[nodiscard]] bool is_furniture(const Unit& unit, std::uint64_t source,
                                  std::size_t articles) const {
    if (unit.key == 0) return false;
    const bool is_long = unit.range.end - unit.range.begin > kLongLine;
    std::size_t weight = lines.count(mixed(unit.key, source));
    // A line is evidence for a part, not the other way: a phrase may stand on a line of its own.
    if (unit.part) weight += lines.count(part_key(unit, source));
    if (is_long) weight /= 2;
    const std::size_t least = unit.part ? limits.part_articles : limits.articles;
    const std::size_t per_thousand = unit.part ? limits.part_per_thousand : limits.per_thousand;
    return weight >= least * kEdgeWeight && weight * 1000 >= per_thousand * kEdgeWeight * articles;
  }

  [[nodiscard]] bool is_other_title(std::uint64_t line, std::uint64_t own_title,
                                    std::uint64_t source) const {
    const std::uint64_t key = mixed(line, ~source);
    return key != own_title && titles.count(key) != 0;
  }

  /// «للمزيد: …»: a line that is another article's title, or ends in one, is a link to it.
  [[nodiscard]] bool is_link(const Unit& unit, std::string_view line, std::uint64_t own_title,
                             std::uint64_t source) const {
    if (line.size() < kShortestTitle || line.size() > kLongestTitle) return false;
    if (ends_like_a_sentence(line)) return false;
    if (is_other_title(unit.key, own_title, source)) return true;
    const std::size_t colon = line.substr(0, kLongestLinkLabel).find(':');
    if (colon == std::string_view::npos || line.size() - colon <= kShortestTitle) return false;
    return is_other_title(line_key(line.substr(colon + 1)), own_title, source);
  }

  /// Links stand together: lines of their shape next to one are links to what is not there. Not in
  /// an article that is made of such lines, as a chronicle or a list of results.
  static void extend_links(const Units& units, std::string_view body,
                           const std::vector<std::size_t>& links, std::vector<bool>& whole) {
    constexpr std::size_t kOneIn = 3;
    const std::size_t count = units.lines.size();
    std::vector<bool> shaped(count);
    std::size_t number = 0;
    for (std::size_t at = 0; at < count; ++at) {
      shaped[at] = looks_like_link(units.lines[at].range.of(body));
      number += shaped[at] ? 1U : 0U;
    }
    if (number * kOneIn > count) return;
    for (const std::size_t link : links) {
      for (std::size_t at = link; at > 1 && shaped[at - 1]; --at) whole[at - 1] = true;
      for (std::size_t at = link + 1; at < count && shaped[at]; ++at) whole[at] = true;
    }
  }

  /// Which of the article's lines are furniture whole.
  [[nodiscard]] std::vector<bool> whole_lines(const Units& units, std::string_view body,
                                              std::uint64_t own_title, std::uint64_t source,
                                              std::size_t articles) const {
    const std::size_t count = units.lines.size();
    std::vector<bool> whole(count);
    std::vector<std::size_t> links;
    for (std::size_t at = 0; at < count; ++at) {
      const std::string_view line = units.lines[at].range.of(body);
      whole[at] = is_furniture(units.lines[at], source, articles);
      const bool link = at > 0 && !whole[at] && is_link(units.lines[at], line, own_title, source);
      // «اقرأ أيضاً:» stands above links.
      if (link || (whole[at] && line.ends_with(':'))) links.push_back(at);
      whole[at] = whole[at] || link;
    }
    if (!links.empty()) extend_links(units, body, links, whole);
    return whole;
  }

  [[nodiscard]] std::vector<TextRange> furniture_in(const Units& units, std::string_view body,
                                                    std::uint64_t own_title, std::uint64_t source,
                                                    std::size_t articles) const {
    const std::vector<bool> whole = whole_lines(units, body, own_title, source, articles);
    std::vector<TextRange> ranges;
    bool text_left = false;
    for (std::size_t at = 0; at < units.lines.size(); ++at) {
      TextRange text = units.lines[at].range;
      if (whole[at]) {
        ranges.push_back(text);
        continue;
      }
      if (at == 0 && units.lead && is_furniture(*units.lead, source, articles)) {
        ranges.push_back(units.lead->range);
        text.begin = units.lead->range.end;
      }
      TextRange trail{text.end, text.end};
      for (const Unit& sentence : units.trail) {
        const bool in_line = sentence.range.begin >= text.begin && sentence.range.end <= text.end;
        if (!in_line || !is_furniture(sentence, source, articles)) break;
        trail.begin = sentence.range.begin;
      }
      if (!trail.empty()) ranges.push_back(trail);
      text_left = text_left || !is_blank(body.substr(text.begin, trail.begin - text.begin));
    }
    if (!text_left) ranges.clear();
    return ranges;
  }

  /// Whether the longest line that is no furniture was met before: a copy, or an update.
  [[nodiscard]] bool is_copy(const Units& units, std::uint64_t source, std::size_t articles) const {
    const Unit* longest = nullptr;
    std::size_t length = 0;
    for (const Unit& line : units.lines) {
      const std::size_t bytes = line.range.end - line.range.begin;
      if (bytes <= length || is_furniture(line, source, articles)) continue;
      longest = &line;
      length = bytes;
    }
    return longest != nullptr && lines.count(mixed(longest->key, source)) != 0;
  }

  [[nodiscard]] static std::uint64_t part_key(const Unit& unit, std::uint64_t source) {
    return mixed(~unit.key, source);
  }

  void count_unit(const Unit& unit, std::uint64_t source) {
    if (unit.key == 0) return;
    const std::uint64_t key = unit.part ? part_key(unit, source) : mixed(unit.key, source);
    lines.add(key, unit.edge ? kEdgeWeight : kInnerWeight);
  }

  /// Counts each of the article's lines once.
  void count_units(Units& units, std::uint64_t source) {
    std::vector<std::uint64_t> counted;
    const auto once = [&](const Unit& unit) {
      if (std::find(counted.begin(), counted.end(), unit.key) != counted.end()) return;
      counted.push_back(unit.key);
      count_unit(unit, source);
    };
    // From the end, where a line that stands twice is at the edge.
    for (auto line = units.lines.rbegin(); line != units.lines.rend(); ++line) {
      const bool long_article =
          counted.size() > 256;  // as a list of results: no line twice is told
      long_article ? count_unit(*line, source) : once(*line);
    }
    if (units.lead) once(*units.lead);
    for (const Unit& sentence : units.trail) once(sentence);
  }

  std::uint64_t& articles_of(std::uint64_t source) {
    const auto found = sources.find(source);
    if (found != sources.end()) return found->second;
    return sources.size() < kMostSources ? sources[source] : sources[0];
  }

  FurnitureLimits limits;
  LineTable lines;
  LineTable titles;
  std::unordered_map<std::uint64_t, std::uint64_t> sources;  // how many articles each has
};

namespace {

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

std::uint64_t title_key(const Article& article, std::uint64_t source) {
  if (article.title.size() < kShortestTitle || article.title.size() > kLongestTitle) return 0;
  return mixed(line_key(article.title), ~source);
}

}  // namespace

FurnitureCounter::FurnitureCounter(FurnitureLimits limits)
    : state_(std::make_unique<State>(limits)) {}
FurnitureCounter::FurnitureCounter(FurnitureCounter&&) noexcept = default;
FurnitureCounter& FurnitureCounter::operator=(FurnitureCounter&&) noexcept = default;
FurnitureCounter::~FurnitureCounter() = default;

std::vector<TextRange> FurnitureCounter::count(const Article& article) {
  const std::uint64_t source = hash_of(furniture_source(article));
  const std::uint64_t title = title_key(article, source);
  Units units = units_of(article.body);
  std::uint64_t& articles = state_->articles_of(source);
  if (!state_->is_copy(units, source, articles)) {
    state_->count_units(units, source);
    ++articles;
  }
  if (title != 0) state_->titles.add(title, 1);
  return state_->furniture_in(units, article.body, title, source, articles);
}

std::vector<TextRange> FurnitureCounter::find(const Article& article) const {
  const std::uint64_t source = hash_of(furniture_source(article));
  const auto found = state_->sources.find(source);
  const std::size_t articles = found == state_->sources.end() ? 0 : found->second;
  return state_->furniture_in(units_of(article.body), article.body, title_key(article, source),
                              source, articles);
}

std::size_t FurnitureCounter::memory() const {
  return state_->lines.bytes() + state_->titles.bytes();
}

std::string FurnitureCounter::save() const {
  std::string numbers;
  // In order, so that the same counts are the same bytes.
  std::vector<std::pair<std::uint64_t, std::uint64_t>> sources(state_->sources.begin(),
                                                               state_->sources.end());
  std::sort(sources.begin(), sources.end());
  append_number(numbers, sources.size());
  for (const auto& [source, articles] : sources) {
    append_number(numbers, source);
    append_number(numbers, articles);
  }
  for (const LineTable* table : {&state_->lines, &state_->titles}) {
    const std::uint16_t at_least = table == &state_->lines ? kEdgeWeight + 1 : 1;
    std::vector<std::uint64_t> slots;
    table->each_slot(at_least, [&](std::uint64_t slot) { slots.push_back(slot); });
    std::sort(slots.begin(), slots.end());
    append_number(numbers, slots.size());
    for (const std::uint64_t slot : slots) append_number(numbers, slot);
  }
  append_number(numbers, hash_of(numbers));
  return std::string(kMagic) + numbers;
}

std::optional<FurnitureCounter> FurnitureCounter::load(std::string_view saved,
                                                       FurnitureLimits limits) {
  if (!saved.starts_with(kMagic)) return std::nullopt;
  saved.remove_prefix(kMagic.size());
  if (saved.size() < 8 || saved.size() % 8 != 0) return std::nullopt;
  const std::string_view numbers = saved.substr(0, saved.size() - 8);
  if (NumberReader(saved.substr(numbers.size())).next() != hash_of(numbers)) return std::nullopt;
  FurnitureCounter counter(limits);
  NumberReader reader(numbers);
  const std::optional<std::uint64_t> sources = reader.next();
  if (!sources || *sources > reader.left() / 2) return std::nullopt;
  for (std::uint64_t at = 0; at < *sources; ++at) {
    const std::uint64_t source = reader.next().value_or(0);
    counter.state_->sources[source] = reader.next().value_or(0);
  }
  for (LineTable* table : {&counter.state_->lines, &counter.state_->titles}) {
    const std::optional<std::uint64_t> slots = reader.next();
    if (!slots || *slots > reader.left()) return std::nullopt;
    for (std::uint64_t at = 0; at < *slots; ++at) table->add_slot(reader.next().value_or(0));
  }
  return reader.left() == 0 ? std::optional(std::move(counter)) : std::nullopt;
}

}  // namespace warraq::corpus
