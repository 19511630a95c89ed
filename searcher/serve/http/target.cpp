#include "searcher/serve/http/target.h"

#include <cstddef>
#include <string>
#include <utility>

#include "warraq/analyzers/utf8.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::size_t kMostParameters = 100;
constexpr std::size_t kMostSegments = 16;

constexpr Refusal kNoTarget = {400, "the target of the request is not a path"};
constexpr Refusal kPercent = {400, "a percent sign in the target is not followed by two digits"};
constexpr Refusal kCharacters = {400, "the target of the request is not UTF-8, or has NUL in it"};
constexpr Refusal kEndsInSlash = {
    404, "there is nothing at a path that ends in a slash: leave the slash out"};
constexpr Refusal kSegments = {400, "the path has an empty, \".\" or \"..\" segment"};
constexpr Refusal kTooMany = {400, "too many segments or parameters"};

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Nothing where a percent sign stands for no byte.
std::optional<std::string> unescaped(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = digit(text[i + 1]);
    const int low = digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

bool is_clean(std::string_view text) {
  return text.find('\0') == std::string_view::npos &&
         analyzers::valid_utf8_length(text) == text.size();
}

// Decodes `text` into `out`.
std::optional<Refusal> decode(std::string_view text, bool plus_is_space, std::string& out) {
  std::optional<std::string> decoded = unescaped(text, plus_is_space);
  if (!decoded) return kPercent;
  if (!is_clean(*decoded)) return kCharacters;
  out = std::move(*decoded);
  return std::nullopt;
}

// What stands before `mark`; `text` goes on behind it.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  const std::string_view before = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  return before;
}

std::optional<Refusal> read_path(std::string_view path, HttpRequest& request) {
  if (auto refusal = decode(path, false, request.path)) return refusal;
  path.remove_prefix(1);
  while (!path.empty()) {
    if (request.segments.size() == kMostSegments) return kTooMany;
    const bool is_last = path.find('/') == std::string_view::npos;
    std::string& segment = request.segments.emplace_back();
    if (auto refusal = decode(cut(path, '/'), false, segment)) return refusal;
    const bool ends_in_slash = !is_last && path.empty();
    if (segment.empty() || segment == "." || segment == "..") return kSegments;
    if (ends_in_slash) return kEndsInSlash;
  }
  return std::nullopt;
}

std::optional<Refusal> read_parameters(std::string_view text, HttpRequest& request) {
  while (!text.empty()) {
    std::string_view value = cut(text, '&');
    if (value.empty()) continue;
    if (request.parameters.entries().size() == kMostParameters) return kTooMany;
    const std::string_view name = cut(value, '=');
    Parameters::Entry entry;
    if (auto refusal = decode(name, true, entry.first)) return refusal;
    if (auto refusal = decode(value, true, entry.second)) return refusal;
    request.parameters.add(std::move(entry.first), std::move(entry.second));
  }
  return std::nullopt;
}

// "http://host/path", as a proxy is asked, is "/path".
std::string_view without_authority(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (target.empty() || target.front() == '/' || scheme == std::string_view::npos) return target;
  const std::size_t path = target.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos ? std::string_view() : target.substr(path);
}

}  // namespace

std::optional<Refusal> read_target(HttpRequest& request) {
  if (request.target == "*" && request.method == "OPTIONS") {
    request.path = "*";
    return std::nullopt;
  }
  const bool is_absolute = !request.target.empty() && request.target.front() != '/';
  std::string_view target = without_authority(request.target);
  if (target.find('#') != std::string_view::npos) return kNoTarget;
  std::string_view path = cut(target, '?');
  if (path.empty() && is_absolute) path = "/";
  if (path.empty() || path.front() != '/') return kNoTarget;
  if (auto refusal = read_path(path, request)) return refusal;
  return read_parameters(target, request);
}

}  // namespace warraq::searcher::serve
