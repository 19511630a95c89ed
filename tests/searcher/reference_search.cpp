#include "tests/searcher/reference_search.h"

#include <algorithm>
#include <array>

#include "warraq/analyzers/date.h"
#include "warraq/analyzers/sentences.h"

namespace warraq::tests {

using searcher::NameField;
using searcher::Nearness;
using searcher::Node;
using searcher::Sign;
using searcher::TextField;
using Kind = Node::Kind;

struct ReferenceSearch::Part {
  const Node* node = nullptr;
  TextField field = TextField::any;
  std::vector<Word> words;  // of words, phrases and names
  std::string letters;      // of a prefix
  std::vector<Part> children;
};

namespace {

// A bare word, and brackets that hold nothing else, rank; all else must be there.
bool is_optional(const Node& node) {
  if (node.sign != Sign::bare) return false;
  if (node.kind == Kind::word || node.kind == Kind::prefix) return !node.exact;
  return node.kind == Kind::sequence &&
         std::all_of(node.children.begin(), node.children.end(), is_optional);
}

// Beside names, days and what only excludes, words still find.
bool only_narrows(const Node& node) {
  const bool is_sequence = node.kind == Kind::sequence;
  if (node.kind == Kind::in_field) return only_narrows(node.children.front());
  return node.kind == Kind::none || node.kind == Kind::name || node.kind == Kind::dates ||
         ((is_sequence || node.kind == Kind::all || node.kind == Kind::any) &&
          std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) {
            return (is_sequence && child.sign == Sign::excluded) || only_narrows(child);
          }));
}

// What light10 takes off a word's beginning: و where three letters remain, then one article form
// where two do.
std::string_view without_prefixes(std::string_view word) {
  constexpr std::size_t kLetter = 2;  // bytes
  constexpr std::string_view kAnd = "و";
  if (word.starts_with(kAnd) && word.size() >= 4 * kLetter) word.remove_prefix(kLetter);
  constexpr std::array<std::string_view, 6> kArticles = {"ال", "وال", "بال", "كال", "فال", "لل"};
  for (const std::string_view article : kArticles) {
    if (word.starts_with(article) && word.size() >= article.size() + 2 * kLetter) {
      return word.substr(article.size());
    }
  }
  return word;
}

}  // namespace

ReferenceSearch::Number ReferenceSearch::learn(std::string_view form) {
  const auto [found, is_new] =
      numbers_.emplace(std::string(form), static_cast<Number>(forms_.size()));
  if (is_new) forms_.emplace_back(form);
  return found->second;
}

ReferenceSearch::Number ReferenceSearch::number_of(std::string_view form) const {
  const auto found = numbers_.find(std::string(form));
  return found == numbers_.end() ? -1 : found->second;
}

ReferenceSearch::Text ReferenceSearch::read(std::string_view text) {
  analyzers::Analysis analysis;
  analyzer_.analyze(text, analysis);
  const auto tokens = analysis.tokens();
  const auto starts = analyzers::sentence_starts(text, tokens);
  Text result;
  std::size_t sentence = 0;
  std::size_t paragraph = 0;
  std::size_t end = 0;  // of the tokens before
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const analyzers::Token& token = tokens[i];
    while (sentence < starts.size() && starts[sentence] <= i) ++sentence;
    if (token.begin > end &&
        text.substr(end, token.begin - end).find_first_of("\n\r") != std::string_view::npos) {
      ++paragraph;
    }
    end = std::max<std::size_t>(end, token.end);
    result.push_back({learn(token.stem), learn(token.normalised), learn(token.exact), token.stop,
                      token.position, sentence, paragraph});
  }
  return result;
}

std::vector<ReferenceSearch::Number> ReferenceSearch::read_name(std::string_view name) {
  std::vector<Number> result;
  analyzers::Analysis analysis;
  analyzer_.analyze(name, analysis);
  for (const analyzers::Token& token : analysis.tokens()) {
    if (!token.joined) result.push_back(learn(token.normalised));
  }
  return result;
}

void ReferenceSearch::add(const corpus::Article& article) {
  Article& added = articles_.emplace_back();
  added.id = article.id;
  added.title = read(article.title);
  std::string buffer;
  added.body = read(corpus::searched_text(article, buffer));
  added.date = analyzers::parse_date(article.date);
  for (const std::string& name :
       {article.source, article.category, article.author, article.agency}) {
    added.names.push_back(read_name(name));
  }
}

std::vector<ReferenceSearch::Word> ReferenceSearch::words_of(std::string_view text) const {
  std::vector<Word> result;
  analyzers::Analysis analysis;
  analyzer_.analyze(text, analysis);
  for (const analyzers::Token& token : analysis.tokens()) {
    if (token.joined || token.normalised.empty()) continue;
    result.push_back({number_of(token.stem), number_of(token.normalised), number_of(token.exact),
                      token.stop, 0, 0, 0});
  }
  return result;
}

ReferenceSearch::Part ReferenceSearch::prepare(const Node& node, TextField field) const {
  Part part;
  part.node = &node;
  part.field = node.kind == Kind::in_field ? node.field : field;
  part.words = words_of(node.text);
  if (node.kind == Kind::prefix) {
    analyzers::Analysis analysis;
    analyzer_.analyze(node.text, analysis);
    if (!analysis.tokens().empty()) {
      const analyzers::Token& token = analysis.tokens().front();
      part.letters = node.exact ? token.exact : token.normalised;
    }
  }
  for (const Node& child : node.children) part.children.push_back(prepare(child, part.field));
  return part;
}

template <typename Holds>
bool ReferenceSearch::in_field(const Part& part, const Article& article, Holds holds) {
  return (part.field != TextField::body && holds(article.title)) ||
         (part.field != TextField::title && holds(article.body));
}

bool ReferenceSearch::is_word(const Part& part, const Word& wanted, const Word& word) {
  if (part.node->exact) return word.exact == wanted.exact && word.stop == wanted.stop;
  if (word.normalised != wanted.normalised) return false;
  return part.words.size() > 1 || wanted.stop || !word.stop;
}

bool ReferenceSearch::stands_side_by_side(const Part& part, const Text& text) {
  const auto stands = [&](std::size_t position, const Word& wanted) {
    return std::any_of(text.begin(), text.end(), [&](const Word& word) {
      return word.position == position && is_word(part, wanted, word);
    });
  };
  return std::any_of(text.begin(), text.end(), [&](const Word& first) {
    if (!is_word(part, part.words.front(), first)) return false;
    for (std::size_t i = 1; i < part.words.size(); ++i) {
      if (!stands(first.position + i, part.words[i])) return false;
    }
    return true;
  });
}

// Tries every choice of a place for each word.
bool ReferenceSearch::stands_near(const Part& part, const Text& text,
                                  std::vector<const Word*>& chosen) {
  const Nearness& nearness = part.node->nearness;
  if (chosen.size() == part.words.size()) return true;
  const std::size_t widest = std::max<std::size_t>(nearness.words, part.words.size() - 1);
  for (const Word& word : text) {
    if (!is_word(part, part.words[chosen.size()], word)) continue;
    const bool fits = std::all_of(chosen.begin(), chosen.end(), [&](const Word* other) {
      if (other->position == word.position) return false;
      if (nearness.kind == Nearness::Kind::sentence) return other->sentence == word.sentence;
      if (nearness.kind == Nearness::Kind::paragraph) return other->paragraph == word.paragraph;
      const std::size_t apart = other->position > word.position ? other->position - word.position
                                                                : word.position - other->position;
      return apart <= widest;
    });
    if (!fits) continue;
    chosen.push_back(&word);
    if (stands_near(part, text, chosen)) return true;
    chosen.pop_back();
  }
  return false;
}

bool ReferenceSearch::begins_so(const Part& part, const Word& word) const {
  if (word.stop || part.letters.empty()) return false;
  if (part.node->exact) {
    return forms_[static_cast<std::size_t>(word.exact)].starts_with(part.letters);
  }
  const std::string& form = forms_[static_cast<std::size_t>(word.normalised)];
  return form.starts_with(part.letters) || without_prefixes(form).starts_with(part.letters);
}

bool ReferenceSearch::finds_sequence(const Part& part, const Article& article) const {
  bool has_required = false;
  bool has_optional = false;
  bool has_one = false;
  for (const Part& child : part.children) {
    const bool found = finds(child, article);
    if (child.node->sign == Sign::excluded) {
      if (found) return false;
    } else if (is_optional(*child.node)) {
      has_optional = true;
      has_one = has_one || found;
    } else {
      has_required = has_required || !only_narrows(*child.node);
      if (!found) return false;
    }
  }
  return has_required || !has_optional || has_one;
}

bool ReferenceSearch::finds(const Part& part, const Article& article) const {
  const Node& node = *part.node;
  const auto found = [&](const Part& child) { return finds(child, article); };
  switch (node.kind) {
    case Kind::sequence:
      return finds_sequence(part, article);
    case Kind::all:
      return std::all_of(part.children.begin(), part.children.end(), found);
    case Kind::any:
      return std::any_of(part.children.begin(), part.children.end(), found);
    case Kind::none:
      return !found(part.children.front());
    case Kind::in_field:
      return found(part.children.front());
    case Kind::word:
      if (node.exact) break;
      return in_field(part, article, [&](const Text& text) {
        return std::any_of(text.begin(), text.end(), [&](const Word& word) {
          return !word.stop && word.stem == part.words.front().stem;
        });
      });
    case Kind::prefix:
      return in_field(part, article, [&](const Text& text) {
        return std::any_of(text.begin(), text.end(),
                           [&](const Word& word) { return begins_so(part, word); });
      });
    case Kind::phrase:
      break;
    case Kind::name: {
      const auto& name = article.names[static_cast<std::size_t>(node.name_field)];
      std::vector<Number> wanted;
      for (const Word& word : part.words) wanted.push_back(word.normalised);
      if (node.exact) return name == wanted;
      return std::search(name.begin(), name.end(), wanted.begin(), wanted.end()) != name.end();
    }
    case Kind::dates:
      return article.date && (!node.from || !(*article.date < *node.from)) &&
             (!node.to || !(*node.to < *article.date));
  }
  if (part.words.empty()) return false;
  return in_field(part, article, [&](const Text& text) {
    if (node.nearness.kind == Nearness::Kind::side_by_side || node.kind == Kind::word) {
      return stands_side_by_side(part, text);
    }
    std::vector<const Word*> chosen;
    return stands_near(part, text, chosen);
  });
}

std::vector<std::string> ReferenceSearch::ids(const Node& root) const {
  const Part part = prepare(root, TextField::any);
  std::vector<std::string> result;
  for (const Article& article : articles_) {
    if (finds(part, article)) result.push_back(article.id);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace warraq::tests
