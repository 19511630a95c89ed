// A response as HTTP sends it (RFC 9110, 9112), kept in a WARC record.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/warc/headers.h"

namespace warraq::corpus {

struct HttpResponse {
  int status = 0;  ///< 0 where there is no status line
  NamedFields fields;
  std::string_view body;  ///< as sent
};

/// `message` must outlive the response. Without a status line all of it is the body.
[[nodiscard]] HttpResponse read_http_response(std::string_view message);

/// A body without its codings.
struct DecodedBody {
  std::string bytes;
  std::string fault;  ///< why there is none, or (with bytes) why it is not whole
};

/// Undoes Transfer-Encoding: chunked and Content-Encoding: gzip, deflate and br. Archivers may have
/// undone either and left the field: a body that is not in the coding named is taken as it is. A
/// body that becomes larger than `limit` has a fault and no bytes.
[[nodiscard]] DecodedBody decode_body(const HttpResponse& response, std::size_t limit);

}  // namespace warraq::corpus
