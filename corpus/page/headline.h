// Which of the two lines above an article is its headline.
#pragma once

#include <string_view>

namespace warraq::corpus {

/// Whether of two title lines, `first` above `second`, the second is the headline and the first its
/// kicker. Told by, in this order:
/// 1. a label of three words at most beside a longer line is the kicker;
/// 2. the lead retells the headline: the line that has the longer run of words in common with the
///    first paragraph is the headline, a run of two words at least;
/// 3. of a quotation with its speaker («الوزير: …») and a plain line, the quotation is the kicker;
/// 4. else the first is the headline.
[[nodiscard]] bool second_is_headline(std::string_view first, std::string_view second,
                                      std::string_view lead);

}  // namespace warraq::corpus
