#include "searcher/output/completions.h"

#include "searcher/output/format.h"

namespace warraq::searcher::output {

Json as_json(const Completion& completion) {
  return {{"text", completion.text}, {"word", completion.word}, {"articles", completion.articles}};
}

Json as_json(const std::vector<Completion>& completions) {
  Json object = {{"version", kVersion}, {"completions", Json::array()}};
  for (const Completion& completion : completions) {
    object["completions"].push_back(as_json(completion));
  }
  return object;
}

}  // namespace warraq::searcher::output
