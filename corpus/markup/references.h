// Character and entity references: &amp; &#1576; &#x628; &nbsp; …
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace warraq::corpus {

/// Entities that a document declares itself, with the plain text that stands for each: at most
/// 1 KiB without references and tags. Others, external ones among them, have none: they are never
/// looked up.
using DeclaredEntities = std::map<std::string, std::optional<std::string>, std::less<>>;

/// The general entities in an internal subset, 256 at most.
[[nodiscard]] DeclaredEntities declared_entities(std::string_view internal_subset);

/// Appends `text` with references replaced: numeric ones (U+FFFD for what is no character), those
/// of XML in any case, those of HTML 4 and `declared`, which may be null. Others stay as they are
/// written, and so does an '&' that begins none. Ends early once `out` is more than `most_bytes`: a
/// declared entity may be 250 times as long as what refers to it. Returns the name of a declared
/// entity that has no text and was referred to; empty where none was.
std::string_view append_resolved(std::string& out, std::string_view text,
                                 const DeclaredEntities* declared, std::size_t most_bytes);

}  // namespace warraq::corpus
