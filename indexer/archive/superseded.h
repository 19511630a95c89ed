// The list of a shard's documents that live/ took the place of, as live/'s metadata holds it.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::archive {

/// Sorted document numbers as the differences between them (the first as it is), each in groups of
/// seven bits, lowest first, the eighth bit set in all bytes of a number but its last.
[[nodiscard]] std::string encode_documents(const std::vector<Xapian::docid>& documents);

/// What encode_documents() was given. Throws std::invalid_argument for bytes it cannot have made.
[[nodiscard]] std::vector<Xapian::docid> decode_documents(std::string_view bytes);

}  // namespace warraq::archive
