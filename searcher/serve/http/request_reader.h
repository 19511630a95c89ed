// Bytes to a request: Beast's parser, held to what this server takes.
#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "searcher/serve/http/message.h"
#include "searcher/serve/http/refusal.h"

namespace warraq::searcher::serve {

struct MessageLimits {
  std::size_t target_bytes = 0;  ///< as ServerOptions has them
  std::size_t header_bytes = 0;
  std::size_t body_bytes = 0;
};

/// Reads one request (RFC 9112), its body dropped. What two readers could take for requests of
/// different lengths is refused: lengths that differ, a length beside chunks, an encoding other
/// than chunks.
class RequestReader : private boost::beast::http::basic_parser<true> {
 public:
  explicit RequestReader(const MessageLimits& limits);

  /// Takes what it can of `bytes` and returns how many: the rest is to be shown again with more
  /// behind it, or, once done(), is the next request's. Nothing more is taken after a refusal.
  std::size_t read(std::string_view bytes);

  [[nodiscard]] bool done() const { return is_done(); }
  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }
  /// Whether the client waits to be told that it may send the body. True once.
  [[nodiscard]] bool takes_continue();
  /// Of a request that is done: whether its connection may have another.
  [[nodiscard]] bool is_last() const { return !keep_alive(); }
  /// 10 or 11; 11 as long as it is not known.
  [[nodiscard]] unsigned version() const { return version_; }
  /// Method, target and headers, as far as they were read.
  [[nodiscard]] HttpRequest& request() { return request_; }

 private:
  using Verb = boost::beast::http::verb;
  using Field = boost::beast::http::field;
  using View = boost::beast::string_view;
  using Code = boost::beast::error_code;

  void on_request_impl(Verb verb, View method, View target, int version, Code& error) override;
  void on_response_impl(int status, View reason, int version, Code& error) override;
  void on_field_impl(Field field, View name, View value, Code& error) override;
  void on_header_impl(Code& error) override;
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, Code& error) override;
  std::size_t on_body_impl(View body, Code& error) override;
  void on_chunk_header_impl(std::uint64_t size, View extensions, Code& error) override;
  std::size_t on_chunk_body_impl(std::uint64_t remaining, View body, Code& error) override;
  void on_finish_impl(Code& error) override;

  void refuse(unsigned status, std::string_view message, Code& error);
  void keep_target(std::string_view line);
  void explain(const Code& error, std::string_view bytes);

  MessageLimits limits_;
  HttpRequest request_;
  std::optional<Refusal> refusal_;
  unsigned version_ = 11;
  std::size_t hosts_ = 0;
  std::size_t authorizations_ = 0;
  bool line_read_ = false;
  bool header_read_ = false;
  bool expects_continue_ = false;
};

}  // namespace warraq::searcher::serve
