#include "corpus/markup/tree.h"

#include <algorithm>
#include <cstring>

#include "corpus/markup/attributes.h"

namespace warraq::corpus {

const MarkupNode& Element::node() const { return tree_->nodes()[index_]; }

std::string_view Element::attribute(std::string_view name) const {
  if (!*this) return {};
  for (std::uint32_t at = node().attributes; at < node().attributes_end; ++at) {
    if (tree_->attributes()[at].name == name) return tree_->attributes()[at].value;
  }
  return {};
}

std::vector<MarkupAttribute> Element::attributes() const {
  const auto begin = tree_->attributes().begin();
  return {begin + node().attributes, begin + node().attributes_end};
}

std::vector<Element> Element::children() const {
  std::vector<Element> found;
  if (!*this) return found;
  for (std::uint32_t at = index_ + 1; at < node().end; at = tree_->nodes()[at].end) {
    if (!tree_->nodes()[at].is_text) found.emplace_back(*tree_, at);
  }
  return found;
}

bool Element::has_children() const {
  for (std::uint32_t at = index_ + 1; at < node().end; ++at) {
    if (!tree_->nodes()[at].is_text) return true;
  }
  return false;
}

Element Element::child(std::string_view name, Vocabulary vocabulary) const {
  if (!*this) return {};
  for (std::uint32_t at = index_ + 1; at < node().end; at = tree_->nodes()[at].end) {
    const Element element(*tree_, at);
    if (!element.node().is_text && element.is(name, vocabulary)) return element;
  }
  return {};
}

Element Element::at(std::string_view path) const {
  Element found = *this;
  while (found && !path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    found = found.child(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return found;
}

std::vector<Element> Element::all(std::string_view name) const {
  std::vector<Element> found;
  if (!*this) return found;
  for (std::uint32_t at = index_ + 1; at < node().end; ++at) {
    const MarkupNode& node = tree_->nodes()[at];
    if (!node.is_text && node.name == name) found.emplace_back(*tree_, at);
  }
  return found;
}

void MarkupTree::clear() {
  nodes_.clear();
  attributes_.clear();
  open_.clear();
  fault_.clear();
  bytes_ = 0;
  texts_.release();
}

std::string_view MarkupTree::hold(std::string_view text) {
  if (text.empty()) return {};
  bytes_ += text.size();
  if (bytes_ > most_bytes_) {
    fault_ = "is more than " + std::to_string(most_bytes_) + " bytes with its entities resolved";
    return {};
  }
  char* place = static_cast<char*>(texts_.allocate(text.size(), 1));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

bool MarkupTree::has_room() {
  if (nodes_.size() < kMostNodes && attributes_.size() < kMostNodes) return true;
  fault_ = "has more than " + std::to_string(kMostNodes) + " tags and texts";
  return false;
}

// A tag on too deep a level is as good as absent, and so is its end: the text is what counts.
void MarkupTree::add_start(const MarkupToken& token, Namespaces& namespaces,
                           const DeclaredEntities* declared) {
  if (!has_room()) return;
  if (open_.size() == kMostLevels) {
    fault_ = "is nested more than " + std::to_string(kMostLevels) + " levels deep";
    return;
  }
  namespaces.learn(token.text);
  MarkupNode node;
  node.written = hold(token.name);
  node.name = without_prefix(node.written);
  node.vocabulary = namespaces.of(node.written);
  node.line = token.line;
  node.attributes = static_cast<std::uint32_t>(attributes_.size());
  add_attributes(token.text, declared);
  node.attributes_end = static_cast<std::uint32_t>(attributes_.size());
  node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
  if (!token.is_empty) open_.push_back(static_cast<std::uint32_t>(nodes_.size()));
  nodes_.push_back(node);
}

void MarkupTree::add_attributes(std::string_view text, const DeclaredEntities* declared) {
  while (const std::optional<WrittenAttribute> attribute = take_attribute(text)) {
    resolved_.clear();
    note_refused(append_resolved(resolved_, attribute->value, declared, room()));
    attributes_.push_back({hold(attribute->name), hold(resolved_)});
  }
}

void MarkupTree::note_refused(std::string_view entity) {
  if (entity.empty()) return;
  fault_ = "refers to the entity '" + std::string(entity) +
           "', which is external, long or made of others: such are not read";
}

bool MarkupTree::add_end(std::string_view name) {
  for (std::size_t level = open_.size(); level > 0; --level) {
    if (open_name(level - 1) != name) continue;
    end_to(level - 1);
    return true;
  }
  return false;
}

void MarkupTree::end_to(std::size_t levels) {
  while (open_.size() > levels) {
    nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
  }
}

void MarkupTree::add_text(const MarkupToken& token, const DeclaredEntities* declared) {
  if (token.text.empty() || !has_room()) return;
  resolved_.clear();
  if (token.is_literal) {
    resolved_ = token.text;
  } else {
    note_refused(append_resolved(resolved_, token.text, declared, room()));
  }
  MarkupNode node;
  node.is_text = true;
  node.text = hold(resolved_);
  node.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
  nodes_.push_back(node);
}

}  // namespace warraq::corpus
