#include "corpus/readers/make_reader.h"

#include <utility>

#include "corpus/readers/json_lines_reader.h"
#include "corpus/readers/sgml_reader.h"
#include "corpus/readers/text_reader.h"
#include "corpus/readers/xml_reader.h"

namespace warraq::corpus {

std::unique_ptr<Reader> make_reader(InputFormat format, std::unique_ptr<BufferedInput> input,
                                    const ReaderContext& context) {
  switch (format) {
    case InputFormat::jsonl:
      return std::make_unique<JsonLinesReader>(std::move(input), context.file,
                                               context.max_article_bytes);
    case InputFormat::sgml:
      return std::make_unique<SgmlReader>(std::move(input), context.file,
                                          context.max_article_bytes);
    case InputFormat::text:
      return std::make_unique<TextReader>(std::move(input), context.file,
                                          context.max_article_bytes);
    case InputFormat::xml:
      return std::make_unique<XmlReader>(std::move(input), context.file, context.max_article_bytes,
                                         context.map);
    default:
      return nullptr;
  }
}

bool is_one_article_a_file(InputFormat format) {
  return format == InputFormat::text || format == InputFormat::html;
}

}  // namespace warraq::corpus
