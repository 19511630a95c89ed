#include "searcher/engine/describe_match.h"

#include <string_view>

namespace warraq::searcher {
namespace {

// Of a prefix with hundreds.
constexpr std::size_t kMaxShownTerms = 8;

class Description {
 public:
  Description(const Inquiry& inquiry, ArticleFinder& finder, const ArticleSet& articles)
      : inquiry_(inquiry), finder_(finder), articles_(articles) {}

  std::string text() {
    add(inquiry_.query().condition, 0);
    return std::move(result_);
  }

 private:
  void add(const Condition& condition, std::size_t depth) {
    if (!result_.empty()) result_ += '\n';
    result_.append(2 * depth, ' ').append(name_of(condition)).append(": ");
    result_.append(std::to_string(finder_.find(condition, articles_).count()));
    if (condition.kind == Condition::Kind::clause) {
      result_ += means_of(inquiry_.plan().finders_of(condition.clause));
    }
    for (const Condition& child : condition.children) add(child, depth + 1);
  }

  [[nodiscard]] std::string name_of(const Condition& condition) const {
    switch (condition.kind) {
      case Condition::Kind::all:
        return "all of";
      case Condition::Kind::any:
        return "any of";
      case Condition::Kind::none:
        return "not";
      default:
        return describe(inquiry_.query(), condition);
    }
  }

  [[nodiscard]] std::string means_of(const std::vector<WordFinder>& finders) const {
    std::string terms;
    std::size_t count = 0;
    bool settled = false;
    const auto add = [&](const std::string& term) {
      if (++count <= kMaxShownTerms) terms += ' ' + term;
    };
    for (const WordFinder& finder : finders) {
      for (const std::string& term : finder.terms) add(term);
      for (const BodyTerm& term : finder.body_terms) add(term.term);
      for (const std::size_t part : finder.settled) {
        settled = true;
        for (const auto& any : inquiry_.plan().settled[part].terms) {
          for (const std::string& term : any) add(term);
        }
      }
    }
    if (count > kMaxShownTerms) terms += " … " + std::to_string(count) + " terms";
    return " by" + terms + (settled ? ", settled on streams" : "");
  }

  const Inquiry& inquiry_;
  ArticleFinder& finder_;
  const ArticleSet& articles_;
  std::string result_;
};

}  // namespace

std::string describe_match(const Inquiry& inquiry, ArticleFinder& finder,
                           const ArticleSet& articles) {
  return Description(inquiry, finder, articles).text();
}

}  // namespace warraq::searcher
