// Documents are numbered from 1.
#pragma once

#include <cstdint>

namespace warraq::glass {

[[noreturn]] void throw_bad_docid(std::uint32_t docid, std::uint32_t last);

/// Throws std::logic_error where `docid` is 0, or not greater than `last`, the one before.
inline void check_docid(std::uint32_t docid, std::uint32_t last = 0) {
  if (docid <= last) throw_bad_docid(docid, last);
}

}  // namespace warraq::glass
