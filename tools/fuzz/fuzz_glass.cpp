// Any bytes, taken as documents: written in bulk and by Xapian they must read the same, at once and
// after Xapian has gone on writing. Many small files: TMPDIR=/dev/shm makes it much faster, and
// ASAN_OPTIONS=new_delete_type_mismatch=0 excuses Xapian's checker. Seeds are in seeds/glass.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/changes.h"
#include "tests/glass/model.h"
#include "tests/glass/write_model.h"
#include "tools/fuzz/input.h"
#include "tools/fuzz/require.h"

namespace {

using namespace warraq::tests;
using warraq::fuzz::Input;
using warraq::fuzz::require_equal;

// The longest term whose key fits beside a docid and a terminator.
constexpr std::size_t kMaxTermBytes = 245;

// Bytes of the input, or many more that are made of a few of them.
std::string blob(Input& input) {
  const std::uint32_t size = input.number(16);
  if (size < 0x80) return std::string(input.text(size));
  Random random(input.byte());
  return random_bytes(random, size);
}

std::string term_text(Input& input, std::string_view before) {
  std::string result(before.substr(0, input.byte()));
  result += input.text(input.byte() % 16);
  result += std::string(input.byte() < 0xf0 ? 0 : input.byte(), 'x');
  std::size_t key_bytes = 0;
  for (std::size_t i = 0; i < result.size(); ++i) {
    key_bytes += result[i] == '\0' ? 2 : 1;
    if (key_bytes > kMaxTermBytes) return result.substr(0, i);
  }
  return result.empty() ? "a" : result;
}

ModelTerm term(Input& input) {
  ModelTerm result;
  result.wdf = input.number(20);
  std::uint64_t position = 0;
  for (std::uint32_t count = input.number(11); count > 0; --count) {
    position += 1 + input.number(31);
    if (position > UINT32_MAX) break;
    result.positions.push_back(static_cast<std::uint32_t>(position - 1));
  }
  // Xapian's checker wants no positions in a document of length 0.
  if (!result.positions.empty()) ++result.wdf;
  return result;
}

ModelDocument document(Input& input) {
  ModelDocument result;
  std::string text;
  for (std::uint32_t count = input.number(8); count > 0; --count) {
    text = term_text(input, text);
    result.terms[text] = term(input);
  }
  for (std::uint32_t count = input.byte() % 4; count > 0; --count) {
    std::string value = blob(input);
    if (!value.empty()) result.values[input.number(32) % UINT32_MAX] = std::move(value);
  }
  result.data = blob(input);
  return result;
}

Model model(Input& input) {
  // More would take Xapian's checker much memory: four bytes a docid.
  constexpr std::uint32_t kMaxDocid = 1U << 17;
  Model result;
  for (std::uint32_t docid = 0; !input.empty();) {
    docid += 1 + input.number(17);
    if (docid > kMaxDocid) break;
    result.documents[docid] = document(input);
  }
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const std::uint32_t what = input.byte();
  const std::uint32_t compress_min = what % 4 == 0 ? 18 : 0;
  Model documents = model(input);
  if (what % 8 < 2) documents.metadata["key"] = documents.metadata[std::string(1, '\0')] = "value";

  const TempFolder folder;
  const std::string bulk = folder / "bulk";
  const std::string api = folder / "api";
  write_in_bulk(documents, bulk, {compress_min, compress_min});
  write_by_xapian(documents, api);
  require_equal(bulk, api);
  if (what >= 0x40) return 0;
  change_often(bulk, what, 5);
  change_often(api, what, 5);
  require_equal(bulk, api);
  return 0;
}
