#include "indexer/archive/front_coded_words.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "indexer/archive/numbers.h"
#include "indexer/archive/word_stream.h"

namespace warraq::archive {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers lie as they are read");

// What a word's number says besides its occurrences.
constexpr unsigned kRaw = 1;
constexpr unsigned kStop = 2;
constexpr unsigned kDiffers = 4;
constexpr unsigned kFlagBits = 3;

constexpr std::uint8_t kLongNibble = 15;
constexpr unsigned char kWholeExact = 0xFF;

constexpr unsigned kMarkBits = 16;

std::uint32_t number_at(const char* bytes) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

std::size_t letter_size(char first) { return is_ascii(first) ? 1 : 2; }

// One code a letter: ASCII as it is, U+0600-U+067F above.
char* put_letter(char* out, char code) {
  const auto byte = static_cast<unsigned char>(code);
  if (byte < 0x80) {
    *out = code;
    return out + 1;
  }
  out[0] = static_cast<char>(0xD8U | (byte >> 6U & 1U));
  out[1] = static_cast<char>(0x80U | (byte & 0x3FU));
  return out + 2;
}

char* put_letters(char* out, std::string_view codes, bool raw) {
  if (raw) return out + codes.copy(out, codes.size());
  for (const char code : codes) out = put_letter(out, code);
  return out;
}

std::size_t letters_of(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += letter_size(word[at])) ++letters;
  return letters;
}

// Where the last `letters` letters begin.
std::optional<std::size_t> end_part(std::string_view word, std::size_t letters, bool raw) {
  std::size_t at = word.size();
  for (; letters > 0; --letters) {
    if (at == 0) return std::nullopt;
    const std::size_t bytes = raw || is_ascii(word[at - 1]) ? 1 : 2;
    if (bytes > at) return std::nullopt;
    at -= bytes;
  }
  return at;
}

bool begins_with(std::string_view word, std::string_view prefix) {
  return word.substr(0, prefix.size()) == prefix;
}

std::size_t packed_size(std::uint64_t numbers, unsigned bits) {
  return (numbers * bits + 7) / 8 + kPackedSlack;
}

}  // namespace

std::uint32_t packed_number(const char* packed, std::uint64_t index, unsigned bits) {
  const std::uint64_t bit = index * bits;
  std::uint64_t number = 0;
  std::memcpy(&number, packed + bit / 8, sizeof number);
  return static_cast<std::uint32_t>(number >> (bit & 7U) & ((std::uint64_t{1} << bits) - 1));
}

MarkIndexLayout mark_index_layout(const VocabularyContents& contents) {
  const std::size_t buckets = std::size_t{1} << contents.bucket_bits;
  MarkIndexLayout layout;
  layout.counts = sizeof(std::uint32_t) * ((buckets + kBucketsInGroup - 1) / kBucketsInGroup);
  layout.entries = layout.counts + packed_size(buckets, contents.count_bits);
  layout.end = layout.entries + packed_size(contents.mark_entries, contents.block_bits);
  return layout;
}

void BlockWords::reserve(std::size_t bytes) {
  if (normalised_.size() < bytes) normalised_.resize(std::max(bytes, 2 * normalised_.size()));
}

std::optional<std::size_t> BlockWords::take_length(std::uint8_t nibble) {
  if (nibble < kLongNibble) return nibble;
  const auto more = take_number(left_);
  if (!more) return std::nullopt;
  return kLongNibble + *more;
}

// Of the word before this one.
std::optional<std::size_t> BlockWords::bytes_of(std::size_t letters, bool raw) const {
  if (raw || letters == 0) return letters <= size_ ? std::optional(letters) : std::nullopt;
  if (is_arabic_) return letters <= size_ / 2 ? std::optional(2 * letters) : std::nullopt;
  std::size_t at = 0;
  for (; letters > 0 && at < size_; --letters) at += letter_size(normalised_[at]);
  return letters == 0 && at <= size_ ? std::optional(at) : std::nullopt;
}

bool BlockWords::next() {
  if (left_.empty()) return false;
  const auto lengths = static_cast<std::uint8_t>(left_.front());
  left_.remove_prefix(1);
  const auto shared = take_length(lengths >> 4U);
  const auto more = take_length(lengths & 0xFU);
  const auto number = take_long_number(left_);
  if (!shared || !more || !number || *more > left_.size()) return false;
  const bool raw = (*number & kRaw) != 0;
  const auto kept = bytes_of(*shared, raw);
  if (!kept) return false;
  reserve(*kept + 2 * *more);
  const std::string_view codes = left_.substr(0, *more);
  left_.remove_prefix(*more);
  char* const end = put_letters(normalised_.data() + *kept, codes, raw);
  size_ = static_cast<std::size_t>(end - normalised_.data());
  // What is kept of an Arabic word is Arabic.
  is_arabic_ =
      !raw && std::none_of(codes.begin(), codes.end(), is_ascii) &&
      (is_arabic_ || std::none_of(normalised_.data(), normalised_.data() + *kept, is_ascii));
  word_.normalised = std::string_view(normalised_.data(), size_);
  word_.exact = word_.normalised;
  word_.stop = (*number & kStop) != 0;
  word_.occurrences = (*number >> kFlagBits) + 1;
  return (*number & kDiffers) == 0 || take_exact(raw);
}

// Between what it has in common with the normalised form at both ends, as many letters as are left
// of that, or all of it by itself.
bool BlockWords::take_exact(bool raw) {
  if (left_.empty()) return false;
  const auto lengths = static_cast<unsigned char>(left_.front());
  left_.remove_prefix(1);
  const std::string_view normalised = word_.normalised;
  std::size_t first = 0;
  std::size_t last = normalised.size();
  std::size_t middle = 0;
  if (lengths == kWholeExact) {
    const auto letters = take_number(left_);
    if (!letters) return false;
    middle = *letters;
    first = last;  // nothing of the normalised form
    exact_.clear();
  } else {
    const std::size_t before = lengths >> 4U;
    const std::size_t after = lengths & 0xFU;
    const std::size_t letters = raw ? size_ : is_arabic_ ? size_ / 2 : letters_of(normalised);
    const auto first_bytes = bytes_of(before, raw);
    const auto last_begin = end_part(normalised, after, raw);
    if (!first_bytes || !last_begin || before + after > letters) return false;
    first = *first_bytes;
    last = *last_begin;
    middle = letters - before - after;
    exact_.assign(normalised.substr(0, first));
  }
  if (middle > left_.size()) return false;
  const std::size_t begin = exact_.size();
  exact_.resize(begin + 2 * middle);
  const char* const end = put_letters(exact_.data() + begin, left_.substr(0, middle), raw);
  exact_.resize(static_cast<std::size_t>(end - exact_.data()));
  exact_.append(normalised.substr(last));
  left_.remove_prefix(middle);
  word_.exact = exact_;
  return true;
}

std::shared_ptr<const FrontCodedWords> FrontCodedWords::open(const std::filesystem::path& shard,
                                                             const Xapian::Database& database) {
  return open_derived<FrontCodedWords>(shard / kVocabularyFile, kVocabularyMagic, database);
}

FrontCodedWords::FrontCodedWords(std::unique_ptr<const DerivedFile> file) : file_(std::move(file)) {
  if (!read(file_->body())) file_->throw_damaged();
}

FrontCodedWords::FrontCodedWords(std::string bytes) : owned_(std::move(bytes)) {
  if (!read(owned_)) throw Xapian::DatabaseCorruptError("a vocabulary is damaged");
}

std::shared_ptr<const FrontCodedWords> FrontCodedWords::of_bytes(std::string bytes) {
  try {
    return std::make_shared<const FrontCodedWords>(std::move(bytes));
  } catch (const Xapian::DatabaseCorruptError&) {
    return nullptr;
  }
}

// That every part lies inside the bytes, and that no two blocks have bytes in common: reading all
// words is one pass, whatever the bytes are.
bool FrontCodedWords::read(std::string_view bytes) {
  bytes_ = bytes;
  if (bytes.size() < sizeof contents_) return false;
  const std::size_t end = bytes.size() - sizeof contents_;
  std::memcpy(&contents_, bytes.data() + end, sizeof contents_);
  if (contents_.blocks_begin > contents_.marks_begin || contents_.marks_begin > end ||
      contents_.bucket_bits > kMarkBits || contents_.count_bits > 32 || contents_.block_bits > 32 ||
      contents_.mark_entries > 8 * std::uint64_t{end}) {
    return false;
  }
  const std::size_t table = contents_.marks_begin - contents_.blocks_begin;
  if (table % sizeof(std::uint32_t) != 0) return false;
  blocks_ = table / sizeof(std::uint32_t);
  marks_ = mark_index_layout(contents_);
  if (marks_.end != end - contents_.marks_begin) return false;
  std::uint32_t before = 0;
  for (std::size_t number = 0; number < blocks_; ++number) {
    const std::uint32_t begin = number_at(bytes_.data() + contents_.blocks_begin + 4 * number);
    if (begin < before || begin > contents_.blocks_begin) return false;
    before = begin;
  }
  return true;
}

bool FrontCodedWords::is_whole() const {
  const std::size_t end = bytes_.size() - sizeof contents_;
  return XXH3_64bits(bytes_.data(), end) == contents_.checksum;
}

std::string_view FrontCodedWords::block(std::size_t number) const {
  const char* const table = bytes_.data() + contents_.blocks_begin;
  const std::size_t begin = number_at(table + 4 * number);
  const std::size_t end =
      number + 1 < blocks_ ? number_at(table + 4 * (number + 1)) : contents_.blocks_begin;
  return bytes_.substr(begin, end - begin);
}

std::size_t FrontCodedWords::block_before(std::string_view normalised) const {
  BlockWords words;
  std::size_t low = 0;
  std::size_t high = blocks_;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    words.begin(block(middle));
    if (words.next() && words.word().normalised < normalised) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? 0 : low - 1;
}

void FrontCodedWords::for_each(std::string_view prefix, const Take& take) const {
  BlockWords words;
  for (std::size_t number = block_before(prefix); number < blocks_; ++number) {
    words.begin(block(number));
    while (words.next()) {
      const VocabularyWord& word = words.word();
      if (begins_with(word.normalised, prefix)) {
        take(word);
      } else if (word.normalised > prefix) {
        return;
      }
    }
  }
}

void FrontCodedWords::find(std::string_view normalised, const Take& take) const {
  BlockWords words;
  for (std::size_t number = block_before(normalised); number < blocks_; ++number) {
    words.begin(block(number));
    while (words.next()) {
      if (words.word().normalised > normalised) return;
      if (words.word().normalised == normalised) take(words.word());
    }
  }
}

// A bucket names the blocks with its words, each once.
void FrontCodedWords::with_mark(std::uint16_t mark, const Take& take) const {
  const char* const index = bytes_.data() + contents_.marks_begin;
  const std::size_t bucket = std::size_t{mark} >> (kMarkBits - contents_.bucket_bits);
  const std::size_t group = bucket / kBucketsInGroup;
  const auto count_of = [&](std::size_t each) {
    return packed_number(index + marks_.counts, each, contents_.count_bits);
  };
  std::uint64_t entry = number_at(index + sizeof(std::uint32_t) * group);
  for (std::size_t each = group * kBucketsInGroup; each < bucket; ++each) entry += count_of(each);
  const std::uint64_t end =
      std::min<std::uint64_t>(entry + count_of(bucket), contents_.mark_entries);
  BlockWords words;
  for (std::size_t next = 0; entry < end; ++entry) {
    const std::size_t number = packed_number(index + marks_.entries, entry, contents_.block_bits);
    if (number < next || number >= blocks_) return;  // damaged
    next = number + 1;
    words.begin(block(number));
    while (words.next()) {
      if (form_mark(words.word().normalised, words.word().stop) == mark) take(words.word());
    }
  }
}

class FrontCodedWords::Cursor final : public WordCursor {
 public:
  Cursor(const FrontCodedWords& words, std::string_view from)
      : words_(words), from_(from), next_block_(words.block_before(from)) {}

  bool next() override {
    for (;;) {
      while (block_.next()) {
        if (block_.word().normalised >= from_) return true;
      }
      if (next_block_ == words_.blocks_) return false;
      block_.begin(words_.block(next_block_++));
    }
  }
  [[nodiscard]] const VocabularyWord& word() const override { return block_.word(); }

 private:
  const FrontCodedWords& words_;
  std::string from_;
  std::size_t next_block_;
  BlockWords block_;
};

std::unique_ptr<WordCursor> FrontCodedWords::words(std::string_view from) const {
  return std::make_unique<Cursor>(*this, from);
}

}  // namespace warraq::archive
