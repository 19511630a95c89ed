#include "searcher/serve/page/assets.h"

namespace warraq::searcher::serve {

std::string path_of(const Asset& asset) {
  return "/assets/" + std::string(asset.hash) + '/' + std::string(asset.name);
}

}  // namespace warraq::searcher::serve
