// Articles put into a database through Xapian's API, one by one: what a build in bulk is held to.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "warraq/corpus/article.h"

namespace warraq::tests {

/// Up to `most` articles of an input as they are read; of one id the last stays.
[[nodiscard]] std::vector<corpus::Article> articles_in(const std::string& input,
                                                       std::size_t most = SIZE_MAX);

/// Writes them to the new database `folder`, numbered from 1, with the dictionary of the database
/// `bulk` where it has one, and their groups of near duplicates.
void write_through_api(const std::vector<corpus::Article>& articles,
                       const std::filesystem::path& folder, const std::filesystem::path& bulk);

}  // namespace warraq::tests
