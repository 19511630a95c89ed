#include "corpus/readers/make_reader.h"

#include <utility>

#include "corpus/readers/csv_reader.h"
#include "corpus/readers/html_reader.h"
#include "corpus/readers/json_lines_reader.h"
#include "corpus/readers/json_reader.h"
#include "corpus/readers/sgml_reader.h"
#include "corpus/readers/text_reader.h"
#include "corpus/readers/warc_reader.h"
#include "corpus/readers/xml_reader.h"

namespace warraq::corpus {

std::unique_ptr<Reader> make_reader(InputFormat format, std::unique_ptr<BufferedInput> input,
                                    const ReaderContext& context) {
  const std::string& file = context.file;
  const std::size_t limit = context.max_article_bytes;
  switch (format) {
    case InputFormat::jsonl:
      return std::make_unique<JsonLinesReader>(std::move(input), context);
    case InputFormat::json:
      return std::make_unique<JsonReader>(std::move(input), context);
    case InputFormat::csv:
      return std::make_unique<CsvReader>(std::move(input), context);
    case InputFormat::xml:
      return std::make_unique<XmlReader>(std::move(input), file, limit, context.map);
    case InputFormat::sgml:
      return std::make_unique<SgmlReader>(std::move(input), file, limit);
    case InputFormat::html:
      return std::make_unique<HtmlReader>(std::move(input), file, limit);
    case InputFormat::warc:
      return std::make_unique<WarcReader>(std::move(input), file, limit);
    case InputFormat::text:
      return std::make_unique<TextReader>(std::move(input), file, limit);
    case InputFormat::automatic:
      break;
  }
  return nullptr;
}

bool is_one_article_a_file(InputFormat format) {
  return format == InputFormat::text || format == InputFormat::html;
}

}  // namespace warraq::corpus
