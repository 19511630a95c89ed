// Why a request is not answered.
#pragma once

#include <string_view>

namespace warraq::searcher::serve {

struct Refusal {
  unsigned status = 400;
  std::string_view message;  ///< outlives it: a literal
};

}  // namespace warraq::searcher::serve
