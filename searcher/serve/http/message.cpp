#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

std::string_view HttpRequest::header(std::string_view name) const {
  for (const auto& [known, value] : headers) {
    if (known == name) return value;
  }
  return {};
}

}  // namespace warraq::searcher::serve
