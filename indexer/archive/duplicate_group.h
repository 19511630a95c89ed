// What names a group of near duplicates: a number that an article has from the first of its group.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warraq::archive {

/// The group that an article begins, which is its own as long as it has joined no other's: XXH3-64
/// of its id's term (make_term(prefix::kId, id)). So an article need not change when another joins
/// it.
[[nodiscard]] std::uint64_t duplicate_group_of(std::string_view id_term);
/// The group that a new version begins where it is another story than the one before: that one's
/// group may have others in it. XXH3-64 of the version's stream of words (slot::kWordStream; no
/// bytes where it has none), with the other as the seed. Stored like a group that was joined.
[[nodiscard]] std::uint64_t duplicate_group_of(std::string_view id_term, std::string_view words);

/// A group as slot::kDuplicateGroup holds it: eight bytes, the highest first.
[[nodiscard]] std::string encode_duplicate_group(std::uint64_t group);
/// Nothing for what encode_duplicate_group() cannot have made.
[[nodiscard]] std::optional<std::uint64_t> decode_duplicate_group(std::string_view value);

}  // namespace warraq::archive
