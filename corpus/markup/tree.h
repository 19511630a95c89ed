// The elements and text of one record, in document order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/markup/namespaces.h"
#include "corpus/markup/references.h"
#include "corpus/markup/scanner.h"

namespace warraq::corpus {

struct MarkupAttribute {
  std::string_view name;  ///< as it is written
  std::string_view value;
};

/// An element, or text between tags.
struct MarkupNode {
  bool is_text = false;
  Vocabulary vocabulary = Vocabulary::own;
  std::string_view written;  ///< the element's name with its prefix
  std::string_view name;     ///< without
  std::string_view text;
  std::uint64_t line = 0;  ///< on which it begins
  std::uint32_t end = 0;   ///< the node after all that the element holds
  std::uint32_t attributes = 0;
  std::uint32_t attributes_end = 0;
};

class MarkupTree;

/// An element of a tree, or none. A view: the tree must live.
class Element {
 public:
  Element() = default;
  Element(const MarkupTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}
  explicit operator bool() const { return tree_ != nullptr; }
  bool operator==(const Element&) const = default;

  [[nodiscard]] const MarkupNode& node() const;
  [[nodiscard]] std::string_view name() const { return node().name; }
  [[nodiscard]] bool is(std::string_view name, Vocabulary vocabulary = Vocabulary::own) const {
    return *this && node().name == name && node().vocabulary == vocabulary;
  }
  /// The value of the attribute that is written so; empty where there is none.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] std::vector<MarkupAttribute> attributes() const;
  /// The elements directly in it.
  [[nodiscard]] std::vector<Element> children() const;
  [[nodiscard]] bool has_children() const;
  /// The first of its children that is called so, or none.
  [[nodiscard]] Element child(std::string_view name, Vocabulary vocabulary = Vocabulary::own) const;
  /// child() of child() …: "itemMeta/provider".
  [[nodiscard]] Element at(std::string_view path) const;
  /// All elements in it, however deep, that are called so.
  [[nodiscard]] std::vector<Element> all(std::string_view name) const;

  [[nodiscard]] const MarkupTree& tree() const { return *tree_; }
  [[nodiscard]] std::uint32_t index() const { return index_; }

 private:
  const MarkupTree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

/// Built tag by tag; clear() makes room for the next. At most 1,048,576 nodes and 256 levels.
class MarkupTree {
 public:
  static constexpr std::size_t kMostNodes = std::size_t{1} << 20;
  static constexpr std::size_t kMostLevels = 256;

  /// `most_bytes` of names, values and text are held.
  explicit MarkupTree(std::size_t most_bytes) : most_bytes_(most_bytes) {}
  MarkupTree(const MarkupTree&) = delete;
  MarkupTree& operator=(const MarkupTree&) = delete;

  void clear();
  /// `namespaces` says what prefixes mean, and learns what the tag declares.
  void add_start(const MarkupToken& token, Namespaces& namespaces,
                 const DeclaredEntities* declared);
  /// Ends the innermost element of that name and those in it; false where none is open.
  bool add_end(std::string_view name);
  void add_text(const MarkupToken& token, const DeclaredEntities* declared);
  /// Ends elements until `levels` are open.
  void end_to(std::size_t levels);

  /// The names of open elements, as they are written, outermost first.
  [[nodiscard]] std::size_t levels() const { return open_.size(); }
  [[nodiscard]] std::string_view open_name(std::size_t level) const {
    return nodes_[open_[level]].written;
  }
  /// Why it does not hold all that was added; empty where it does.
  [[nodiscard]] const std::string& fault() const { return fault_; }

  [[nodiscard]] Element root() const { return nodes_.empty() ? Element() : Element(*this, 0); }
  [[nodiscard]] const std::vector<MarkupNode>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<MarkupAttribute>& attributes() const { return attributes_; }

 private:
  [[nodiscard]] std::string_view hold(std::string_view text);
  void add_attributes(std::string_view text, const DeclaredEntities* declared);
  void note_refused(std::string_view entity);
  bool has_room();
  /// The bytes that may still be held.
  [[nodiscard]] std::size_t room() const { return most_bytes_ - std::min(bytes_, most_bytes_); }

  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::pmr::monotonic_buffer_resource texts_;
  std::vector<MarkupNode> nodes_;
  std::vector<MarkupAttribute> attributes_;
  std::vector<std::uint32_t> open_;
  std::string resolved_;
  std::string fault_;
};

}  // namespace warraq::corpus
