// Any bytes at all: both paths of the analyser must agree, and every range must lie in the text.
// With sanitizers: cmake -DWARRAQ_BUILD_FUZZ=ON -DWARRAQ_SANITIZE=address,undefined …
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/direction.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Analyzer;
using warraq::analyzers::Token;

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

bool same(const Token& left, const Token& right) {
  return left.begin == right.begin && left.end == right.end && left.position == right.position &&
         left.kind == right.kind && left.stop == right.stop && left.joined == right.joined &&
         left.exact == right.exact && left.normalised == right.normalised &&
         left.stem == right.stem;
}

void check_tokens(std::string_view text, const Analysis& ours, const Analysis& reference) {
  require(ours.invalid_sequences() == reference.invalid_sequences(), "equal invalid sequences");
  require(ours.position_count() == reference.position_count(), "equal position counts");
  require(ours.tokens().size() == reference.tokens().size(), "equal numbers of tokens");
  for (std::size_t i = 0; i < ours.tokens().size(); ++i) {
    const Token& token = ours.tokens()[i];
    require(same(token, reference.tokens()[i]), "equal tokens");
    require(token.begin < token.end && token.end <= text.size(), "a range in the text");
    require(token.position < ours.position_count(), "a position below the count");
    require(!token.exact.empty() && !token.normalised.empty() && !token.stem.empty(),
            "no empty level");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Analyzer analyzer;
  static Analysis ours;
  static Analysis reference;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  analyzer.analyze(text, ours);
  analyzer.analyze_by_reference(text, reference);
  check_tokens(text, ours, reference);

  const std::string shown = warraq::analyzers::displayable(text);
  require(warraq::analyzers::displayable(shown) == shown, "displayable() is stable");
  return 0;
}
