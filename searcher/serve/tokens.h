// Bearer tokens (RFC 6750): who may ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warraq::searcher::serve {

inline constexpr std::size_t kLeastTokenLength = 16;

class Tokens {
 public:
  /// Of a file's text: a token a line; empty lines and lines that begin with # are of no account.
  /// Throws Error(usage) for a token that is shorter than kLeastTokenLength or has other characters
  /// than RFC 6750 allows, naming its line and not the token, and where there is none.
  [[nodiscard]] static Tokens read(std::string_view text, std::string_view file);

  enum class Verdict { admitted, missing, wrong };
  /// Of the value of an Authorization header. Takes as long for a wrong token as for a right one,
  /// whichever of them it is.
  [[nodiscard]] Verdict judge(std::string_view authorization) const;

 private:
  std::vector<std::string> tokens_;
};

}  // namespace warraq::searcher::serve
