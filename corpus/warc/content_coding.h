// What HTTP's Content-Encoding names.
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/warc/http.h"

namespace warraq::corpus {

/// gzip, zlib's format and bare deflate data (RFC 1950 to 1952); what is none of them is returned
/// as it is, and of data that ends early what came before. Not more than `limit` bytes.
[[nodiscard]] DecodedBody decode_deflate(std::string_view body, std::size_t limit);

/// Brotli (RFC 7932), likewise.
[[nodiscard]] DecodedBody decode_brotli(std::string_view body, std::size_t limit);

}  // namespace warraq::corpus
