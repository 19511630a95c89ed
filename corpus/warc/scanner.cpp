#include "corpus/warc/scanner.h"

#include <algorithm>
#include <charconv>
#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr std::size_t kMaxHeaderBytes = BufferedInput::kWindowBytes;
/// Enough to see a record's first line and the beginning of its first field.
constexpr std::size_t kBeginning = 32;
/// A window of fewer bytes than this ends with the input; a longer one may end within a beginning.
constexpr std::size_t kWindow = 2 * kBeginning;
constexpr std::size_t kNone = std::string_view::npos;

bool begins_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char wanted, char c) { return wanted == lower_ascii(c); });
}

/// Whether `text` begins a record: `WARC/1.1`, and a field on the next line.
bool begins_record(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  if (!text.starts_with(kVersion)) return false;
  text.remove_prefix(kVersion.size());
  const std::size_t end = text.find('\n');
  if (end == kNone || text.find_first_not_of("0123456789. \t\r") < end) return false;
  if (text.empty() || kDigits.find(text.front()) == kNone) return false;
  text.remove_prefix(end + 1);
  return begins_ignoring_case(text, "warc-") || begins_ignoring_case(text, "content-");
}

/// Where a line of `text` that is not its first begins a record.
std::size_t find_record(std::string_view text) {
  constexpr std::string_view kLine = "\nWARC/";
  for (std::size_t at = text.find(kLine); at != kNone; at = text.find(kLine, at + 1)) {
    if (begins_record(text.substr(at + 1))) return at + 1;
  }
  return kNone;
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

/// The end of a record's fields: one past the empty line.
std::size_t end_of_fields(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != kNone; at = text.find('\n', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.starts_with('\n')) return at + 2;
    if (rest.starts_with("\r\n")) return at + 3;
  }
  return kNone;
}

}  // namespace

std::optional<WarcRecord> WarcScanner::next() {
  skip_line_ends();
  if (input_.peek().empty()) return std::nullopt;
  WarcRecord record;
  record.number = ++records_;
  if (!at_record()) {
    record.fault = "no WARC record begins where one should";
    skip_to_record();
    return record;
  }
  read_fields(record);
  if (!record.fault.empty()) {
    skip_to_record();
    return record;
  }
  const std::string_view given = record.fields["content-length"];
  const std::optional<std::uint64_t> length = number(given);
  if (!length) {
    record.fault = given.empty() ? "its Content-Length is missing"
                                 : "its Content-Length is no number: " + std::string(given);
    skip_line_ends();
    if (!at_record()) skip_to_record();
    return record;
  }
  read_block(record, *length);
  if (record.fault.empty()) check_end(record);
  return record;
}

bool WarcScanner::at_record() {
  // Fields may be missing altogether: what stands at a record's place is taken for one.
  return input_.peek(kVersion.size()).starts_with(kVersion);
}

void WarcScanner::read_fields(WarcRecord& record) {
  std::string_view header = input_.peek();
  std::size_t end = end_of_fields(header);
  if (end == kNone) {
    header = input_.peek(kMaxHeaderBytes);
    end = end_of_fields(header);
  }
  if (end == kNone) {
    record.fault = header.size() < kMaxHeaderBytes ? "it ends within its header"
                                                   : "its header is longer than 64 KiB";
    return;
  }
  const std::size_t first_line = header.find('\n') + 1;
  record.fields = NamedFields(header.substr(first_line, end - first_line));
  input_.consume(end);
}

void WarcScanner::take(WarcRecord& record, std::string_view bytes) {
  const std::size_t room = max_block_bytes_ - std::min(record.block.size(), max_block_bytes_);
  record.block += bytes.substr(0, room);
  record.size += bytes.size();
  input_.consume(bytes.size());
}

void WarcScanner::read_block(WarcRecord& record, std::uint64_t length) {
  while (record.size < length) {
    const std::string_view window = input_.peek(kWindow);
    if (window.empty()) {
      record.fault = "its Content-Length is false, or it is cut off: " + std::to_string(length) +
                     " bytes are said, " + std::to_string(record.size) + " are there";
      return;
    }
    const std::uint64_t left = length - record.size;
    // Nothing but a line's end can come before the block.
    const std::size_t next = record.size == 0 && begins_record(window) ? 0 : find_record(window);
    if (next < left) {
      take(record, window.substr(0, next));
      record.fault = "its Content-Length is false: " + std::to_string(length) +
                     " bytes are said, and the next record begins after " +
                     std::to_string(record.size);
      return;
    }
    const std::size_t seen = window.size() < kWindow ? window.size() : window.size() - kBeginning;
    take(record, window.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(seen, left))));
  }
}

void WarcScanner::check_end(WarcRecord& record) {
  skip_line_ends();
  if (input_.peek().empty() || at_record()) return;
  record.fault = "its Content-Length is false: no record follows the " +
                 std::to_string(record.size) + " bytes that are said";
  skip_to_record();
}

void WarcScanner::skip_line_ends() {
  for (std::string_view window = input_.peek(); !window.empty(); window = input_.peek()) {
    const std::size_t end = window.find_first_not_of("\r\n");
    input_.consume(std::min(end, window.size()));
    if (end != kNone) return;
  }
}

/// Moves to the next line that begins a record, past the one that it is on.
void WarcScanner::skip_to_record() {
  while (true) {
    const std::string_view window = input_.peek(kWindow);
    const std::size_t next = find_record(window);
    if (next != kNone) return input_.consume(next);
    if (window.size() < kWindow) return input_.consume(window.size());
    input_.consume(window.size() - kBeginning);
  }
}

}  // namespace warraq::corpus
