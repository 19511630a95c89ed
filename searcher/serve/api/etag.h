// Entity tags (RFC 9110, section 8.8.3), so that a client need not fetch again what it has.
#pragma once

#include <string>
#include <string_view>

#include "searcher/serve/http/message.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

/// The tag of what `request` is answered while the archive is in `state`: changes with the state,
/// the target and the program's version. Weak, as it stands for the meaning and not for the bytes,
/// which a proxy may compress.
[[nodiscard]] std::string target_tag(const HttpRequest& request, const ArchiveState& state);

/// Whether `if_none_match`, a header's value, names `tag`: a list of tags, compared weakly, of
/// which those after one that is malformed are passed over. "*" is none of them.
[[nodiscard]] bool names_tag(std::string_view if_none_match, std::string_view tag);

/// Whether it is "*": whatever there is.
[[nodiscard]] bool names_all(std::string_view if_none_match);

}  // namespace warraq::searcher::serve
