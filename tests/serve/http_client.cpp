#include "tests/serve/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "corpus/article/text.h"

namespace warraq::tests {

std::string Received::header(std::string_view name) const {
  for (const auto& [known, value] : headers) {
    if (known == name) return value;
  }
  return {};
}

HttpClient::HttpClient(std::chrono::milliseconds patience)
    : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval limit{patience.count() / 1'000, patience.count() % 1'000 * 1'000};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

HttpClient::HttpClient(std::uint16_t port, std::chrono::milliseconds patience)
    : HttpClient(patience) {
  connect(port);
}

void HttpClient::connect(std::uint16_t port) const {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("cannot connect");
  }
}

HttpClient::~HttpClient() {
  if (socket_ >= 0) close(socket_);
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), bytes_(std::move(other.bytes_)) {}

void HttpClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // the server has had enough: what it answers tells
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void HttpClient::finish_sending() const { shutdown(socket_, SHUT_WR); }

bool HttpClient::fill() {
  std::array<char, 16'384> block{};
  const ssize_t size = recv(socket_, block.data(), block.size(), 0);
  if (size <= 0) return false;
  bytes_.append(block.data(), static_cast<std::size_t>(size));
  return true;
}

bool HttpClient::skip() const {
  std::vector<char> block(1 << 20);
  return recv(socket_, block.data(), block.size(), 0) > 0;
}

bool HttpClient::fill_until(std::size_t size) {
  while (bytes_.size() < size) {
    if (!fill()) return false;
  }
  return true;
}

std::string HttpClient::take(std::size_t size) {
  std::string taken = bytes_.substr(0, size);
  bytes_.erase(0, size);
  return taken;
}

std::string HttpClient::take_line() {
  for (;;) {
    const std::size_t end = bytes_.find("\r\n");
    if (end != std::string::npos) return take(end + 2).substr(0, end);
    if (!fill()) return {};
  }
}

void HttpClient::take_chunks(Received& answer) {
  for (;;) {
    const std::string line = take_line();
    if (line.empty()) return;
    const std::size_t size = std::strtoul(line.c_str(), nullptr, 16);
    if (!fill_until(size + 2)) return;
    answer.body += take(size + 2).substr(0, size);
    if (size == 0) {
      answer.whole = true;
      return;
    }
  }
}

Received HttpClient::receive(bool to_head) {
  Received answer;
  const std::string first = take_line();
  if (first.rfind("HTTP/1.1 ", 0) != 0) return answer;
  answer.status = static_cast<unsigned>(std::strtoul(first.c_str() + 9, nullptr, 10));
  for (std::string line = take_line(); !line.empty(); line = take_line()) {
    const std::size_t colon = line.find(": ");
    answer.headers.emplace_back(corpus::lower_ascii(line.substr(0, colon)), line.substr(colon + 2));
  }
  if (to_head || answer.status < 200 || answer.status == 204 || answer.status == 304) {
    answer.whole = true;
  } else if (answer.header("transfer-encoding") == "chunked") {
    take_chunks(answer);
  } else if (const std::string length = answer.header("content-length"); !length.empty()) {
    const std::size_t size = std::strtoul(length.c_str(), nullptr, 10);
    answer.whole = fill_until(size);
    answer.body = take(size);
  } else {
    answer.body = receive_all();
  }
  return answer;
}

bool HttpClient::is_closed() {
  char byte = 0;
  return bytes_.empty() && recv(socket_, &byte, 1, 0) == 0;
}

std::string HttpClient::receive_all() {
  while (fill()) {
  }
  return take(bytes_.size());
}

std::string get(std::string_view target, std::string_view headers) {
  std::string request = "GET ";
  return request.append(target)
      .append(" HTTP/1.1\r\nHost: warraq.example\r\n")
      .append(headers)
      .append("\r\n");
}

Received ask(std::uint16_t port, std::string_view request) {
  HttpClient client(port);
  client.send(request);
  return client.receive(request.substr(0, 5) == "HEAD ");
}

}  // namespace warraq::tests
