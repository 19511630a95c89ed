// Requests and answers of HTTP as plain values: all that the rest of the server knows of the
// network.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/request/parameters.h"

namespace warraq::searcher::serve {

/// A request whose target has been taken apart and decoded: path and parameters are valid UTF-8
/// without NUL, and the path has no empty, "." or ".." segments.
struct HttpRequest {
  std::string method;  ///< GET, HEAD or OPTIONS; another is answered before it gets here
  std::string path;    ///< begins with '/'; percent-decoded, so an id may hold any character
  std::vector<std::string> segments;  ///< of the path, split before decoding: "a%2Fb" is one
  Parameters parameters;              ///< of the target's query string
  std::string target;                 ///< as it was sent
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case

  /// The value of a header, by its name in lower case; "" where there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// Where an answer too long for memory is written to, piece by piece.
class BodyWriter {
 public:
  BodyWriter() = default;
  BodyWriter(const BodyWriter&) = delete;
  BodyWriter& operator=(const BodyWriter&) = delete;
  virtual ~BodyWriter() = default;

  /// Hands `piece` on, waiting while the client is behind. False once the client is gone, too slow,
  /// or the server stops: what writes then ends.
  [[nodiscard]] virtual bool write(std::string_view piece) = 0;
};

struct HttpAnswer {
  unsigned status = 200;
  std::string content_type;  ///< with its charset
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// Instead of `body`, for answers of any length: called once, after the headers were sent. What
  /// it throws ends the connection without the body's proper end, so that the client can tell.
  std::function<void(BodyWriter&)> stream;
  std::string route;  ///< "/v1/articles/{id}": for logs and metrics
};

/// Answers requests, one at a time, on one thread: has its own reader of the archive.
class Responder {
 public:
  Responder() = default;
  Responder(const Responder&) = delete;
  Responder& operator=(const Responder&) = delete;
  virtual ~Responder() = default;

  /// Throws nothing: what goes wrong is an answer.
  [[nodiscard]] virtual HttpAnswer answer(const HttpRequest& request) = 0;
};

}  // namespace warraq::searcher::serve
