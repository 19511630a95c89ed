// Why a request is not answered.
#pragma once

#include <string_view>

namespace warraq::searcher::serve {

/// Its texts outlive it: they are literals.
struct Refusal {
  unsigned status = 400;
  std::string_view message;
  std::string_view hint = {};
};

}  // namespace warraq::searcher::serve
