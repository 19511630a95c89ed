#include "corpus/readers/reasons.h"

namespace warraq::corpus {

std::string reason_too_large(std::uint64_t size, std::size_t limit) {
  return "a record of " + std::to_string(size) + " bytes, more than the " + std::to_string(limit) +
         " that are allowed (--max-article)";
}

std::string reason_ended_early(const std::string& failure, std::uint64_t records) {
  if (records == 0) return failure + "; nothing could be read";
  return failure + " after record " + std::to_string(records) + "; what came before is kept";
}

}  // namespace warraq::corpus
