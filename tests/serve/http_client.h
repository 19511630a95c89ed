// A client of a test: bytes over a socket, so that it can send what no library would.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace warraq::tests {

struct Received {
  unsigned status = 0;  ///< 0: the connection ended before an answer
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;
  bool whole = false;  ///< of its full length

  [[nodiscard]] std::string header(std::string_view name) const;
};

class HttpClient {
 public:
  /// Connects to 127.0.0.1. Whatever takes longer than `patience` is given up.
  explicit HttpClient(std::uint16_t port,
                      std::chrono::milliseconds patience = std::chrono::milliseconds(5'000));
  /// Not connected yet, but for connect().
  explicit HttpClient(std::chrono::milliseconds patience = std::chrono::milliseconds(5'000));
  ~HttpClient();
  HttpClient(HttpClient&& other) noexcept;
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void connect(std::uint16_t port) const;
  void send(std::string_view bytes) const;
  /// No more is sent; answers can still be read.
  void finish_sending() const;
  /// The next answer; without the body where it is one to HEAD.
  Received receive(bool to_head = false);
  /// Whether the server closes the connection before anything else comes.
  bool is_closed();
  /// Some of what comes, which is dropped, in one piece. False once the connection has ended.
  bool skip() const;
  /// What comes until the connection ends.
  std::string receive_all();

 private:
  bool fill();
  bool fill_until(std::size_t size);
  std::string take(std::size_t size);
  std::string take_line();
  void take_chunks(Received& answer);

  int socket_ = -1;
  std::string bytes_;
};

/// "GET target" with a Host.
[[nodiscard]] std::string get(std::string_view target, std::string_view headers = {});

/// The answer to one request on a connection of its own.
[[nodiscard]] Received ask(std::uint16_t port, std::string_view request);

}  // namespace warraq::tests
