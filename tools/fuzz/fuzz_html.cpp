// Any bytes, read as a page of HTML. What becomes an article must come back from its own JSON, and
// its text must be lines without blank ones.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "corpus/html/page.h"
#include "corpus/readers/html_reader.h"
#include "tools/fuzz/reading.h"

using namespace warraq::corpus;
using namespace warraq::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  HtmlReader reader(std::make_unique<BufferedInput>(std::make_unique<MemorySource>(bytes)), "fuzz",
                    std::size_t{1} << 20);
  read_to_end(reader);
  const auto page = read_html_page({bytes, "UTF-8", "http://host.example/page"});
  const auto* read = std::get_if<ReadArticle>(&page);
  if (read != nullptr && read->article.body.find("\n\n") != std::string::npos) std::abort();
  return 0;
}
