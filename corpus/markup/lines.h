// What markup says, as lines of plain text: a paragraph a line.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/markup/tree.h"

namespace warraq::corpus {

/// Whether an element and all in it is left out.
using LeaveOut = std::function<bool(const Element&)>;

/// The text in `element` on one line, white space folded.
[[nodiscard]] std::string line_of(const Element& element);

/// The text in `element`: each paragraph (P, LI, H1, BR, …) a line, line ends inside one spaces.
/// Text without paragraphs keeps its lines, unless they are those of a typewriter: then a blank
/// line or an indented one begins a paragraph. `leave_out` may be empty.
[[nodiscard]] std::string lines_of(const Element& element, const LeaveOut& leave_out = {});

/// Whether `text`, references resolved, surely holds tags of HTML: feeds and dumps write pages into
/// elements so. Ends, blocks and tags with attributes are; «5 < 6», «<b and c>» and a lone <b> not.
[[nodiscard]] bool holds_html(std::string_view text);

/// The text of a piece of HTML, as lines_of() makes them; scripts, styles and the like left out.
/// Beside blocks, but where none is a paragraph, a blank line ends one.
[[nodiscard]] std::string lines_of_html(std::string_view html);

/// Each run of white space with a line end in it one space, none around the text.
[[nodiscard]] std::string without_line_ends(std::string_view text);

}  // namespace warraq::corpus
