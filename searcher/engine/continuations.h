// Which words follow a word in an archive: what a query that is being typed goes on with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/archive/open_archive.h"

namespace warraq::searcher {

/// The marks of words (word_stream.h) that follow one word, and how often they do.
using Continuations = std::unordered_map<std::uint16_t, std::uint32_t>;

/// What follows the word with the mark `form` in a bounded number of the articles that hold `term`,
/// spread over the archive: what is told is told of a sample. Superseded articles count too. Throws
/// what Xapian throws.
[[nodiscard]] Continuations continuations_of(const archive::OpenArchive& archive,
                                             const std::string& term, std::uint16_t form);

/// The `most` most frequent ones, mark and count; of equals the lower mark first.
[[nodiscard]] std::vector<std::pair<std::uint16_t, std::uint32_t>> most_frequent_of(
    const Continuations& continuations, std::size_t most);

}  // namespace warraq::searcher
