// The text of a record in whatever character set it came.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

struct DecodedRecord {
  std::string text;  ///< valid UTF-8, without a byte order mark
  Decoding decoding;
  std::size_t replaced = 0;  ///< invalid sequences replaced by U+FFFD
};

/// What kind of text it is: markup tells nothing of a language's letters.
enum class TextKind { plain, markup };

/// `declared` is the character set that the record's container or header names; may be empty.
[[nodiscard]] DecodedRecord decode_record(std::string_view bytes, std::string_view declared,
                                          TextKind kind);

}  // namespace warraq::corpus
