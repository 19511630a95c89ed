// What must hold of databases that were written in two ways, or the fuzzer has found something.
#pragma once

#include <string>

namespace warraq::fuzz {

/// Aborts, saying what was found, unless Xapian's checker finds no fault with the database `bulk`
/// and reads from it what it reads from the database `api`.
void require_equal(const std::string& bulk, const std::string& api);

/// Aborts with `what` unless `condition` holds.
void require(bool condition, const std::string& what);

}  // namespace warraq::fuzz
