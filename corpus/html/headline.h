// An article's headline, without the name of the site beside it.
#pragma once

#include <string>
#include <string_view>

#include "corpus/html/metadata.h"

namespace warraq::corpus {

struct Headline {
  std::string text;
  std::string site;  ///< the name that stood beside it in <title>, where one did
};

/// In this order: the headline that is declared (metadata.cpp), in full where a heading has it in
/// full; the heading that <title> repeats; the only heading; <title>.
[[nodiscard]] Headline find_headline(const PageMetadata& page);

}  // namespace warraq::corpus
