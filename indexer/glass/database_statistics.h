// What a database knows of itself as a whole, for ranking: the version file has it.
#pragma once

#include <cstdint>

namespace warraq::glass {

struct DatabaseStatistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t shortest = 0;  ///< the least length of a document that is not 0
  std::uint32_t longest = 0;
  std::uint32_t greatest_wdf = 0;
  std::uint64_t total_length = 0;
};

}  // namespace warraq::glass
