#include "searcher/serve/http/answer_head.h"

#include <array>
#include <boost/beast/http/status.hpp>
#include <ctime>
#include <ostream>

namespace warraq::searcher::serve {
namespace {

void append_header(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  out += "\r\n";
}

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7), made once a second.
std::string_view date_now() {
  thread_local std::time_t made_at = -1;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm time{};
    gmtime_r(&now, &time);
    std::array<char, 32> rest{};
    const std::size_t size = std::strftime(rest.data(), rest.size(), " %Y %H:%M:%S GMT", &time);
    text = kDays[static_cast<std::size_t>(time.tm_wday)];
    text += time.tm_mday < 10 ? ", 0" : ", ";
    text += std::to_string(time.tm_mday) + ' ' + kMonths[static_cast<std::size_t>(time.tm_mon)];
    text.append(rest.data(), size);
    made_at = now;
  }
  return text;
}

}  // namespace

bool has_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

std::string write_head(const HttpAnswer& answer, const Framing& framing, std::string_view fixed) {
  std::string head;
  head.reserve(512 + fixed.size());
  const auto reason =
      boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(answer.status));
  head += "HTTP/1.1 " + std::to_string(answer.status) + ' ';
  head.append(reason.data(), reason.size()).append("\r\nServer: warraq\r\nDate: ");
  head.append(date_now()).append("\r\n");
  if (!answer.content_type.empty()) append_header(head, "Content-Type", answer.content_type);
  if (framing.chunked) {
    head += "Transfer-Encoding: chunked\r\n";
  } else if (framing.length && has_body(answer.status)) {
    head += "Content-Length: " + std::to_string(*framing.length) + "\r\n";
  }
  for (const auto& [name, value] : answer.headers) append_header(head, name, value);
  head += fixed;
  if (!framing.keep_alive) {
    head += "Connection: close\r\n";
  } else if (framing.version == 10) {
    head += "Connection: keep-alive\r\n";
  }
  head += "\r\n";
  return head;
}

std::string header_lines(const std::vector<std::pair<std::string, std::string>>& headers) {
  std::string lines;
  for (const auto& [name, value] : headers) append_header(lines, name, value);
  return lines;
}

}  // namespace warraq::searcher::serve
