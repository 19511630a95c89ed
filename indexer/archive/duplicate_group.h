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

/// A group as slot::kDuplicateGroup holds it: eight bytes, the highest first.
[[nodiscard]] std::string encode_duplicate_group(std::uint64_t group);
/// Nothing for what encode_duplicate_group() cannot have made.
[[nodiscard]] std::optional<std::uint64_t> decode_duplicate_group(std::string_view value);

}  // namespace warraq::archive
