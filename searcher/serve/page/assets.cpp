#include "searcher/serve/page/assets.h"

#include "searcher/serve/embedded.h"

namespace warraq::searcher::serve {

const Asset& page_css() {
  static const embedded::File file = embedded::page_css();
  static const Asset asset{"page.css", "text/css; charset=utf-8", file.content, file.hash};
  return asset;
}

const Asset& page_js() {
  static const embedded::File file = embedded::page_js();
  static const Asset asset{"page.js", "text/javascript; charset=utf-8", file.content, file.hash};
  return asset;
}

std::string path_of(const Asset& asset) {
  return "/assets/" + std::string(asset.hash) + '/' + std::string(asset.name);
}

}  // namespace warraq::searcher::serve
