// Files that hold no text, or hold it in a way that is not read, told by their first bytes.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// "it is a PDF document, not a text", "it is a page saved as MHTML …": why a file that begins so
/// (2 KiB are enough) is not read, of what people keep beside their texts. Empty where the
/// beginning tells nothing, as that of a text.
[[nodiscard]] std::string reason_not_read(std::string_view beginning);

}  // namespace warraq::corpus
