#include "indexer/glass/docid.h"

#include <stdexcept>
#include <string>

namespace warraq::glass {

void throw_bad_docid(std::uint32_t docid, std::uint32_t last) {
  throw std::logic_error("document " + std::to_string(docid) + " comes after document " +
                         std::to_string(last));
}

}  // namespace warraq::glass
