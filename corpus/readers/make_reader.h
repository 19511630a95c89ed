// The reader of each format.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "corpus/input/buffered_input.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// What a reader knows of its input besides the bytes.
struct ReaderContext {
  std::string file;  ///< its name for messages
  std::size_t max_article_bytes = std::size_t{32} << 20;
  FieldMap map;
};

/// Null for InputFormat::automatic, which is no format.
[[nodiscard]] std::unique_ptr<Reader> make_reader(InputFormat format,
                                                  std::unique_ptr<BufferedInput> input,
                                                  const ReaderContext& context);

/// Whether an input of this format is one article: its id then needs no record's number.
[[nodiscard]] bool is_one_article_a_file(InputFormat format);

}  // namespace warraq::corpus
