#include "searcher/serve/tokens.h"

#include <algorithm>

#include "corpus/article/text.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::string_view kScheme = "bearer ";

// b64token of RFC 6750, 2.1.
bool is_token_character(char c) {
  const char lower = corpus::lower_ascii(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~+/=").find(c) != std::string_view::npos;
}

void require_token(std::string_view token, std::string_view file, std::size_t line) {
  const bool sound = token.size() >= kLeastTokenLength &&
                     std::all_of(token.begin(), token.end(), is_token_character);
  if (sound) return;
  throw Error(ErrorCode::usage,
              analyzers::isolate(file) + ", line " + std::to_string(line) +
                  ": a token has at least " + std::to_string(kLeastTokenLength) +
                  " characters, of A-Z a-z 0-9 - . _ ~ + / =",
              "'openssl rand -hex 32' makes one");
}

// All of `given` is looked at, whatever it has in common with `token`.
bool is_same(std::string_view token, std::string_view given) {
  unsigned difference = token.size() == given.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto expected = static_cast<unsigned char>(token[i % token.size()]);
    difference |= static_cast<unsigned>(expected ^ static_cast<unsigned char>(given[i]));
  }
  return difference == 0;
}

}  // namespace

Tokens Tokens::read(std::string_view text, std::string_view file) {
  Tokens result;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    const std::string_view token = corpus::trimmed(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (token.empty() || token.front() == '#') continue;
    require_token(token, file, line);
    result.tokens_.emplace_back(token);
  }
  if (result.tokens_.empty()) {
    throw Error(ErrorCode::usage, analyzers::isolate(file) + " has no token in it",
                "'openssl rand -hex 32' makes one");
  }
  return result;
}

Tokens::Verdict Tokens::judge(std::string_view authorization) const {
  const std::string_view scheme = authorization.substr(0, kScheme.size());
  if (corpus::lower_ascii(scheme) != kScheme) return Verdict::missing;
  const std::string_view given = corpus::trimmed(authorization.substr(kScheme.size()));
  unsigned admitted = 0;
  for (const std::string& token : tokens_) admitted |= is_same(token, given) ? 1U : 0U;
  return admitted != 0 ? Verdict::admitted : Verdict::wrong;
}

}  // namespace warraq::searcher::serve
