// What a stream of words can say.
#pragma once

namespace warraq::searcher {

enum class Verdict {
  absent,
  there,
  unsure  ///< it is there by its hashes, which another word of the document may have as well
};

}  // namespace warraq::searcher
