#include "corpus/decode.h"

#include "corpus/article/utf8.h"

namespace warraq::corpus {

DecodedRecord decode_record(std::string_view bytes, std::string_view /*declared*/,
                            TextKind /*kind*/) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  RepairedText repaired = repair_utf8(bytes);
  return {std::move(repaired.text), {}, repaired.replaced};
}

}  // namespace warraq::corpus
