// The line below a page's picture.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

struct Caption {
  std::string_view text;    ///< empty where the line says whose the picture is and nothing else
  std::string_view credit;  ///< as it is written; empty: the line is no caption
};

/// How sure one can be of what stands where.
enum class CaptionPlace {
  above_body,  ///< between headline and text: any short credit after a bar
  in_body,     ///< only an agency or outlet that is known
};

/// «المتظاهرون في الساحة | رويترز», «… (أ ف ب)», «تصوير: سالم الحداد», «الصورة: وكالات».
[[nodiscard]] Caption caption_of(std::string_view line, CaptionPlace place);

/// The captions of a page as its article's fields have them.
struct CaptionFields {
  std::string texts;    ///< `caption`: a line each
  std::string credits;  ///< `caption_credit`: each once

  void add(const Caption& caption);
};

}  // namespace warraq::corpus
