// /v1/info: what the archive holds.
#include "searcher/output/info.h"

#include <mutex>
#include <string>
#include <utility>

#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {
namespace {

// All terms and all sources are counted one by one, which takes seconds where the archive is large:
// once for each state, and not by several workers at a time.
class LastInfo {
 public:
  std::string text(const RouteContext& context) {
    const std::string key = state_tag(context.searcher.state()) + context.options.archive.string();
    const std::lock_guard lock(mutex_);
    if (key != key_) {
      text_ = output::to_text(output::as_json(context.searcher.info()));
      key_ = key;
    }
    return text_;
  }

 private:
  std::mutex mutex_;
  std::string key_;
  std::string text_;
};

}  // namespace

HttpAnswer info(const RouteContext& context) {
  static LastInfo last;
  return json_answer(last.text(context));
}

}  // namespace warraq::searcher::serve::api
