#include "searcher/serve/http/request_reader.h"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <string>

#include "corpus/article/text.h"

namespace warraq::searcher::serve {
namespace {

namespace http = boost::beast::http;

// A method and a version beside the target: any first line is shorter.
constexpr std::size_t kBesideTarget = 64;
// Browsers and proxies send twenty or thirty.
constexpr std::size_t kMostHeaders = 100;

constexpr Refusal kTooLongTarget = {414, "the target of the request is too long"};

// "GET /path HTTP/2.0": three words, the last a version.
bool is_of_another_version(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
  const std::size_t target = line.find(' ');
  const std::size_t version = line.rfind(' ');
  if (target == std::string_view::npos || line.find(' ', target + 1) != version) return false;
  const std::string_view last = line.substr(version + 1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return last.size() == 8 && last.starts_with("HTTP/") && is_digit(last[5]) && last[6] == '.' &&
         is_digit(last[7]);
}

std::string_view plain(boost::beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

RequestReader::RequestReader(const MessageLimits& limits) : limits_(limits) {
  eager(true);
  header_limit(
      static_cast<std::uint32_t>(limits.target_bytes + kBesideTarget + limits.header_bytes));
  body_limit(limits.body_bytes);
}

std::size_t RequestReader::read(std::string_view bytes) {
  std::size_t taken = 0;
  while (!refusal_ && !is_done() && taken < bytes.size()) {
    Code error;
    const std::string_view rest = bytes.substr(taken);
    taken += put(boost::asio::const_buffer(rest.data(), rest.size()), error);
    if (error == http::error::need_more) break;
    if (error && !refusal_) explain(error, rest);
  }
  const std::size_t left = bytes.size() - taken;
  if (refusal_ || is_done()) return taken;
  if (!line_read_ && left > limits_.target_bytes + kBesideTarget) {
    refusal_ = kTooLongTarget;
    keep_target(bytes.substr(taken));
  } else if (left > limits_.target_bytes + limits_.header_bytes) {
    // Beast bounds headers, but not the extensions of a chunk.
    refusal_ = {431, "the headers of the request are too long"};
  }
  return taken;
}

bool RequestReader::takes_continue() {
  const bool waits = expects_continue_ && header_read_ && !is_done();
  if (waits) expects_continue_ = false;
  return waits;
}

void RequestReader::on_request_impl(Verb /*verb*/, View method, View target, int version,
                                    Code& error) {
  line_read_ = true;
  request_.method.assign(method.data(), method.size());
  request_.target.assign(target.data(), target.size());
  if (version != 10 && version != 11) {
    return refuse(505, "this server speaks HTTP/1.1", error);
  }
  version_ = static_cast<unsigned>(version);
  if (target.size() > limits_.target_bytes) {
    refuse(kTooLongTarget.status, kTooLongTarget.message, error);
  }
}

void RequestReader::on_field_impl(Field field, View name, View value, Code& error) {
  if (header_read_) return;  // a trailer: what it says came too late
  if (request_.headers.size() == kMostHeaders) {
    return refuse(431, "too many headers", error);
  }
  request_.headers.emplace_back(corpus::lower_ascii(plain(name)), plain(value));
  if (field == Field::host) ++hosts_;
  if (field == Field::authorization && ++authorizations_ > 1) {
    return refuse(400, "a request has one Authorization header", error);
  }
  if (field == Field::transfer_encoding && !boost::beast::iequals(value, "chunked")) {
    return refuse(400, "a transfer encoding other than chunked", error);
  }
  if (field == Field::expect) {
    if (!boost::beast::iequals(value, "100-continue")) {
      return refuse(417, "an expectation other than 100-continue", error);
    }
    expects_continue_ = version_ == 11;
  }
}

void RequestReader::on_header_impl(Code& error) {
  header_read_ = true;
  if (hosts_ > 1 || (hosts_ == 0 && version_ == 11)) {
    return refuse(400, "a request has one Host header", error);
  }
  if (version_ == 10 && chunked()) refuse(400, "chunks in HTTP/1.0", error);
}

void RequestReader::on_response_impl(int /*status*/, View /*reason*/, int /*version*/,
                                     Code& /*error*/) {}
void RequestReader::on_body_init_impl(const boost::optional<std::uint64_t>& /*length*/,
                                      Code& /*error*/) {}
std::size_t RequestReader::on_body_impl(View body, Code& /*error*/) { return body.size(); }
void RequestReader::on_chunk_header_impl(std::uint64_t /*size*/, View /*extensions*/,
                                         Code& /*error*/) {}
std::size_t RequestReader::on_chunk_body_impl(std::uint64_t /*remaining*/, View body,
                                              Code& /*error*/) {
  return body.size();
}
void RequestReader::on_finish_impl(Code& /*error*/) {}

void RequestReader::refuse(unsigned status, std::string_view message, Code& error) {
  refusal_ = {status, message};
  error = http::error::bad_value;
}

// As much of it as came.
void RequestReader::keep_target(std::string_view line) {
  const std::size_t begin = std::min(line.find(' '), line.size() - 1) + 1;
  request_.target = line.substr(begin, line.find_first_of(" \r\n", begin) - begin);
}

void RequestReader::explain(const Code& error, std::string_view bytes) {
  if (error == http::error::header_limit) {
    refusal_ =
        line_read_ ? Refusal{431, "the headers of the request are too long"} : kTooLongTarget;
    if (!line_read_) keep_target(bytes);
  } else if (error == http::error::body_limit) {
    refusal_ = {413, "the body of the request is too long, and none is needed"};
  } else if (error == http::error::bad_content_length) {
    refusal_ = {400, "the length of the request's body is not clear"};
  } else if (error == http::error::bad_transfer_encoding) {
    refusal_ = {400, "the transfer encoding of the request is not clear"};
  } else if (error == http::error::bad_version && is_of_another_version(bytes)) {
    refusal_ = {505, "this server speaks HTTP/1.1"};
  } else {
    refusal_ = {400, "this is not a request of HTTP"};
  }
}

}  // namespace warraq::searcher::serve
