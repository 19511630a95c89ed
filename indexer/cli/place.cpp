#include "indexer/cli/place.h"

#include "warraq/analyzers/direction.h"

namespace warraq::indexer::cli {

std::string place_of(const corpus::Origin& origin) {
  std::string place = analyzers::isolate(origin.file);
  if (origin.record != 0) place += ", record " + std::to_string(origin.record);
  if (origin.line != 0) place += ", line " + std::to_string(origin.line);
  return place;
}

}  // namespace warraq::indexer::cli
