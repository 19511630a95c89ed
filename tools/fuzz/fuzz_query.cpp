// Any bytes as a query: they are read or refused with a place, every place lies in them, and the
// printed tree is read as the same tree. With sanitizers:
// cmake -DWARRAQ_BUILD_FUZZ=ON -DWARRAQ_SANITIZE=address,undefined …
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/query/problems.h"
#include "searcher/query/tree.h"
#include "warraq/error.h"

namespace {

using namespace warraq::searcher;

// Printed forms nest deeper than what they were read from, at the most three times.
constexpr int kDepthPrintedSafely = kMaxNesting / 3;

void require(bool condition, const std::string& what) {
  if (condition) return;
  std::fprintf(stderr, "broken: %s\n", what.c_str());
  std::abort();
}

int depth_of(const Node& node) {
  int deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

void check_places(const Node& node, std::size_t size) {
  require(node.place.begin <= node.place.end && node.place.end <= size, "a place in the text");
  for (const Node& child : node.children) check_places(child, size);
}

void check(std::string_view text, Syntax syntax) {
  QueryTree tree;
  try {
    tree = read_query(text, syntax);
  } catch (const warraq::Error& error) {
    require(error.code() == warraq::ErrorCode::query, "the code of an error");
    require(std::string_view(error.what()).find("character ") != std::string_view::npos,
            "the place of an error");
    return;
  }
  check_places(tree.root, text.size());
  for (const Problem& problem : tree.problems) {
    require(problem.place.begin <= problem.place.end && problem.place.end <= text.size(),
            "a problem's place in the text");
    require(!describe_problem(text, problem).empty(), "a problem that is told");
  }
  if (depth_of(tree.root) > kDepthPrintedSafely) return;
  const std::string printed = print_query(tree.root);
  const QueryTree again = read_query(printed, Syntax::query);
  require(again.root == tree.root,
          "read otherwise: " + printed + "\n  again: " + print_query(again.root));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, Syntax::query);
  check(text, Syntax::plain);
  return 0;
}
