// The one exception type that crosses a library's boundary, with the code a program exits with.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "warraq/export.h"

namespace warraq {

/// Why an operation as a whole failed. The values are the exit codes of the commands, the same
/// everywhere; what can happen to one article among millions is a value, not an exception.
enum class ErrorCode : int {
  usage = 2,         ///< wrong options, an empty query, an existing archive without --force
  no_archive = 3,    ///< no such archive, or it cannot be read
  locked = 4,        ///< another writer holds the archive
  incompatible = 5,  ///< made by another version, feature set or analyser profile
  query = 6,         ///< a query that cannot be read even as words
  io = 9,            ///< reading or writing failed, a full disk included
  timeout = 10,      ///< a request was not answered by its deadline
  internal = 70,     ///< a defect of ours
};

/// Exit codes that are outcomes and not errors.
inline constexpr int kExitDone = 0;
inline constexpr int kExitNothingFound = 1;
inline constexpr int kExitPartialAnswer = 7;
inline constexpr int kExitInputRejected = 8;

/// `what()` names the thing and the reason; `hint()` says what to do, and may be empty.
class WARRAQ_EXPORT Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace warraq
