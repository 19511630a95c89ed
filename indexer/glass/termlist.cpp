#include "indexer/glass/termlist.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <stdexcept>

#include "indexer/glass/encoding.h"

namespace warraq::glass {
namespace {

std::uint32_t length_of(std::span<const TermFrequency> terms) {
  std::uint64_t length = 0;
  for (const TermFrequency& term : terms) length += term.wdf;
  if (length > std::numeric_limits<std::uint32_t>::max()) {
    throw std::logic_error("a document's length exceeds 32 bits");
  }
  return static_cast<std::uint32_t>(length);
}

void check_term(std::string_view before, std::string_view term) {
  if (term.empty() || term.size() > kMaxTermBytes) {
    throw std::length_error("a term of " + std::to_string(term.size()) +
                            " bytes: Xapian takes 1 to " + std::to_string(kMaxTermBytes));
  }
  if (term <= before) throw std::logic_error("a document's terms are not in order, or come twice");
}

char* copy(char* out, std::string_view bytes) { return out + bytes.copy(out, bytes.size()); }

char* write_first(char* out, const TermFrequency& term) {
  *out++ = static_cast<char>(term.term.size());
  return write_uint(copy(out, term.term), term.wdf);
}

// A term is written as what it shares with the one before, and the rest. A small wdf goes into the
// same byte as the number of shared bytes, which a reader knows to be no greater than the length of
// the term before.
char* write_next(char* out, std::string_view before, const TermFrequency& term) {
  constexpr std::uint32_t kByteValues = 256;
  const auto differ =
      std::mismatch(before.begin(), before.end(), term.term.begin(), term.term.end());
  const auto shared = static_cast<std::size_t>(differ.first - before.begin());
  const bool packed =
      term.wdf < kByteValues && (term.wdf + 1) * (before.size() + 1) + shared < kByteValues;
  *out++ = static_cast<char>(packed ? (term.wdf + 1) * (before.size() + 1) + shared : shared);
  *out++ = static_cast<char>(term.term.size() - shared);
  out = copy(out, term.term.substr(shared));
  return packed ? out : write_uint(out, term.wdf);
}

}  // namespace

std::uint32_t append_termlist(std::string& out, std::span<const TermFrequency> terms) {
  if (terms.empty()) return 0;
  const std::uint32_t length = length_of(terms);
  append_uint(out, length);
  append_uint(out, terms.size());
  constexpr std::size_t kMaxEntryBytes = 2 + kMaxTermBytes + kMaxUint32Bytes;
  std::string_view before;
  for (const TermFrequency& term : terms) {
    check_term(before, term.term);
    std::array<char, kMaxEntryBytes> entry;
    const char* const end =
        before.empty() ? write_first(entry.data(), term) : write_next(entry.data(), before, term);
    out.append(entry.data(), static_cast<std::size_t>(end - entry.data()));
    before = term.term;
  }
  return length;
}

void append_used_slots(std::string& out, std::span<const std::uint32_t> slots) {
  std::uint32_t next = 0;
  for (const std::uint32_t slot : slots) {
    if (slot < next || slot == UINT32_MAX) {
      throw std::logic_error("a document's value slots are not in order, or not below 2^32 - 1");
    }
    append_uint(out, slot - next);
    next = slot + 1;
  }
}

}  // namespace warraq::glass
