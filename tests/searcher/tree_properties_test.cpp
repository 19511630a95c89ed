// Laws of the query language: any text is read or refused with a place, and printing a tree and
// reading it gives the same tree.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "tests/analyzers/random_text.h"
#include "warraq/error.h"

namespace {

using namespace warraq::searcher;
using warraq::analyzers::Date;

std::optional<QueryTree> read(const std::string& text) {
  try {
    return read_query(text, Syntax::query);
  } catch (const warraq::Error& error) {
    RC_ASSERT(error.code() == warraq::ErrorCode::query);
    RC_ASSERT(std::string(error.what()).find("character ") != std::string::npos);
    return std::nullopt;
  }
}

void check_places(const Node& node, std::size_t size) {
  RC_ASSERT(node.place.begin <= node.place.end);
  RC_ASSERT(node.place.end <= size);
  for (const Node& child : node.children) check_places(child, size);
}

void check(const std::string& text) {
  const auto tree = read(text);
  if (!tree) return;
  RC_ASSERT(tree->root.kind == Node::Kind::sequence);
  check_places(tree->root, text.size());
  for (const Problem& problem : tree->problems) {
    RC_ASSERT(problem.place.begin <= problem.place.end);
    RC_ASSERT(problem.place.end <= text.size());
    RC_ASSERT(!problem.what.empty() && !problem.instead.empty());
  }
  const std::string printed = print_query(tree->root);
  RC_LOG() << "printed: " << printed << '\n';
  for (const FieldNames names : {FieldNames::english, FieldNames::arabic}) {
    const auto again = read(print_query(tree->root, names));
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->root == tree->root);
  }
}

// The pieces that queries are made of, so that constructs meet at every seam.
rc::Gen<std::string> query_text() {
  const auto piece = rc::gen::element<std::string>(
      " ", " ", " ", "غزة", "تونس", "و", "أو", "ليس", "AND", "OR", "NOT", "NEAR", "NEAR/3", "+",
      "-", "=", "*", "\\", "(", ")", "\"", "«", "»", "“", "~", "~5", "~جملة", ":",
      "عنوان:", "title:", "المصدر:", "date:", "تاريخ:", "2018", "2018-03", "..", "…", ">=", "<",
      "5", "، ", ".", "\u200F", "آذار", "\xE2", "تعليق:", "a-b", "（", "\n", "'", "‘", "’", "<<",
      ">>", "إلى", "من", "2018-2019", "–", "?", "^2", "!", "near/5", "بدون");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string text;
                        for (const std::string& next : pieces) text += next;
                        return text;
                      });
}

// Random trees of the shape that read_query() makes.
Node leaf() {
  Node node;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      node.kind = Node::Kind::phrase;
      node.text = *rc::gen::element<std::string>("مجلس الأمن", "قال «نعم»", "a \" b", "5");
      node.exact = *rc::gen::arbitrary<bool>();
      node.nearness.kind = *rc::gen::element(Nearness::Kind::side_by_side, Nearness::Kind::words,
                                             Nearness::Kind::sentence, Nearness::Kind::paragraph);
      if (node.nearness.kind == Nearness::Kind::words) {
        node.nearness.words = *rc::gen::inRange<std::uint32_t>(0, 1000);
      }
      break;
    case 1:
      node.kind = Node::Kind::name;
      node.name_field = *rc::gen::element(NameField::source, NameField::category, NameField::author,
                                          NameField::agency);
      node.text = *rc::gen::element<std::string>("رويترز", "الجزيرة نت", "AND");
      node.exact = *rc::gen::arbitrary<bool>();
      break;
    case 2:
      node.kind = Node::Kind::dates;
      if (*rc::gen::arbitrary<bool>()) node.from = Date{2018, *rc::gen::inRange(1, 13), 1};
      if (!node.from || *rc::gen::arbitrary<bool>()) node.to = Date{2018, 12, 31};
      break;
    case 3:
      node.kind = Node::Kind::prefix;
      node.text = *rc::gen::element<std::string>("انتخاب", "5", "AND", "a:b");
      node.exact = *rc::gen::arbitrary<bool>();
      break;
    default:
      node.kind = Node::Kind::word;
      node.text = *rc::gen::element<std::string>(
          "غزة", "AND", "NEAR/5", "-سلام", "+", "5", "-5", "عنوان:تونس", "=x", "\\", "a)b", "«غزة",
          "أو", "و", "كلمة*", "غزة~2", "a-b", "تعليق:كذا", "date:2018-13", "،", "إلى", "'غزة",
          "مصر'", "<<a", "a>>", "~5", "~جملة", "غزة^2", "!a", "+-a");
      node.exact = *rc::gen::arbitrary<bool>();
  }
  return node;
}

Node random_node(int depth);

std::vector<Node> random_nodes(int depth, std::size_t least) {
  std::vector<Node> nodes;
  nodes.resize(*rc::gen::inRange(least, std::size_t{4}));
  for (Node& node : nodes) node = random_node(depth);
  return nodes;
}

std::vector<Node> random_parts(int depth, std::size_t least) {
  std::vector<Node> parts = random_nodes(depth, least);
  for (Node& part : parts) {
    part.sign = *rc::gen::element(Sign::bare, Sign::required, Sign::excluded);
    if (part.kind == Node::Kind::none && part.sign == Sign::bare) part.sign = Sign::excluded;
  }
  return parts;
}

Node random_node(int depth) {
  const int kind = depth == 0 ? 0 : *rc::gen::inRange(0, 8);
  Node node;
  switch (kind) {
    case 3:
      node.children = random_parts(depth - 1, 2);
      return node;
    case 4:
    case 5:
      node.kind = kind == 4 ? Node::Kind::all : Node::Kind::any;
      node.children = random_nodes(depth - 1, 2);
      return node;
    case 6:
    case 7:
      node.kind = kind == 6 ? Node::Kind::none : Node::Kind::in_field;
      if (kind == 7) node.field = *rc::gen::element(TextField::title, TextField::body);
      node.children.push_back(random_node(depth - 1));
      return node;
    default:
      return leaf();
  }
}

void check_time(const std::string& piece) {
  CAPTURE(piece);
  std::string text;
  while (text.size() < kMaxQueryBytes) text += piece;
  try {
    const QueryTree tree = read_query(text, Syntax::query);
    CHECK(tree.problems.size() <= kMaxProblems + 2);
    CHECK(tree.root.children.size() <= kMaxParts);
  } catch (const warraq::Error& error) {
    CHECK(error.code() == warraq::ErrorCode::query);
    CHECK(std::string(error.what()).size() < 1000);
  }
}

}  // namespace

TEST_CASE("any text is read or refused with a place, and read the same from its tree") {
  CHECK(rc::check("random text", [] { check(*warraq::analyzers::test::random_text()); }));
  CHECK(rc::check("random queries", [] { check(*query_text()); }));
}

TEST_CASE("any tree is read from its printed form") {
  CHECK(rc::check("random trees", [] {
    Node root;
    root.children = random_parts(3, 0);
    if (root.children.size() == 1 && root.children[0].kind == Node::Kind::sequence &&
        root.children[0].sign == Sign::bare) {
      root = Node(root.children[0]);
    }
    const std::string printed = print_query(root);
    RC_LOG() << "printed: " << printed << '\n';
    const auto again = read(printed);
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->root == root);
  }));
}

TEST_CASE("a megabyte of anything is read in good time") {
  for (const char* piece : {"(",
                            ")",
                            "()",
                            "\"",
                            "\" ",
                            "« ",
                            "«\" ",
                            "a AND ",
                            "AND ",
                            "NOT ",
                            "a ",
                            "a NEAR a OR ",
                            "+",
                            "-",
                            "+a ",
                            "=",
                            "=«",
                            "\\",
                            "*",
                            "a*",
                            "a* ",
                            "~",
                            "\"a\"~",
                            "title:",
                            "date:",
                            "title:a ",
                            "date:2018 ",
                            "date:2018..",
                            "date:a ",
                            "تعليق:",
                            "تعليق:a ",
                            "(a OR a) NEAR ",
                            "و",
                            "\"a\" و ",
                            "(a) أو ",
                            "\u200F",
                            "'a ",
                            "(a) أو 'x ",
                            "<<a ",
                            "‘a \"",
                            "a?",
                            "a^3 ",
                            "~5 ",
                            "!a ",
                            "+-",
                            "date:2018 - ",
                            "date:2018 إلى ",
                            "عنوان :a ",
                            "\xFF",
                            "a\u200F ",
                            ":",
                            ".",
                            "a"}) {
    check_time(piece);
  }
}
