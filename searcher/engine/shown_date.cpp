#include "searcher/engine/shown_date.h"

#include "warraq/analyzers/date.h"

namespace warraq::searcher {

std::string shown_date(const std::string& given) {
  const auto day = analyzers::parse_date(given);
  if (!day) return given;
  std::string iso = day->iso();
  return given.starts_with(iso) ? given : iso;
}

}  // namespace warraq::searcher
