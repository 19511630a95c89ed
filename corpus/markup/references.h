// Character and entity references: &amp; &#1576; &#x628; &nbsp; …
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace warraq::corpus {

/// Entities that a document declares itself, with plain text to stand for them.
using DeclaredEntities = std::map<std::string, std::string, std::less<>>;

/// The general entities in an internal subset whose text is plain: at most 1 KiB, without
/// references and tags. Others, external ones among them, are declared with no value here: they
/// are never looked up.
[[nodiscard]] DeclaredEntities declared_entities(std::string_view internal_subset);

/// Appends `text` with references replaced: numeric ones (U+FFFD for what is no character), those
/// of XML in any case, those of HTML 4 and `declared`, which may be null. Others stay as they are
/// written, and so does an '&' that begins none.
void append_resolved(std::string& out, std::string_view text, const DeclaredEntities* declared);

}  // namespace warraq::corpus
