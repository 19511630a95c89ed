#include "indexer/write/front_coder.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <utility>

#include "indexer/archive/numbers.h"
#include "indexer/archive/word_stream.h"

namespace warraq::indexer {
namespace {

constexpr std::size_t kLongNibble = 15;
constexpr std::size_t kMaxBefore = 14;  // so that no exact form's lengths are the byte below
constexpr std::size_t kMaxAfter = 15;
constexpr char kWholeExact = '\xFF';
constexpr unsigned kMarkBits = 16;

using archive::append_number;

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

std::size_t letter_size(char first) { return is_ascii(first) ? 1 : 2; }

// Whether every letter has a code of one byte: ASCII and U+0600-U+067F.
bool has_codes(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += letter_size(text[at])) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) continue;
    if ((first != 0xD8 && first != 0xD9) || at + 1 == text.size() ||
        (static_cast<unsigned char>(text[at + 1]) & 0xC0U) != 0x80) {
      return false;
    }
  }
  return true;
}

/// A text in letters: of one or two bytes, or bytes as they are.
struct Letters {
  bool raw = false;

  [[nodiscard]] std::size_t size(char first) const { return raw ? 1 : letter_size(first); }
  [[nodiscard]] std::size_t count(std::string_view text) const {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); at += size(text[at])) ++letters;
    return letters;
  }
  void append(std::string& out, std::string_view text) const {
    if (raw) {
      out.append(text);
      return;
    }
    for (std::size_t at = 0; at < text.size(); at += letter_size(text[at])) {
      const auto first = static_cast<unsigned char>(text[at]);
      if (first < 0x80) {
        out.push_back(text[at]);
      } else {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        out.push_back(static_cast<char>(0x80U | (first & 1U) << 6U | (second & 0x3FU)));
      }
    }
  }
};

/// The same at the beginning of two texts.
struct Common {
  std::size_t bytes = 0;
  std::size_t letters = 0;
};

Common common_beginning(std::string_view left, std::string_view right, std::size_t most,
                        const Letters& letters) {
  Common common;
  while (common.bytes < left.size() && common.letters < most) {
    const std::size_t size = letters.size(left[common.bytes]);
    if (left.substr(common.bytes, size) != right.substr(common.bytes, size)) break;
    common.bytes += size;
    ++common.letters;
  }
  return common;
}

// `left` and `right` end with whole letters.
Common common_end(std::string_view left, std::string_view right, std::size_t most,
                  const Letters& letters) {
  Common common;
  const std::size_t shorter = std::min(left.size(), right.size());
  while (common.bytes < shorter && common.letters < most) {
    const std::size_t size = letters.raw || is_ascii(left[left.size() - common.bytes - 1]) ? 1 : 2;
    const std::size_t bytes = common.bytes + size;
    if (bytes > shorter || left.substr(left.size() - bytes) != right.substr(right.size() - bytes))
      break;
    common.bytes = bytes;
    ++common.letters;
  }
  return common;
}

unsigned width_of(std::uint64_t largest) { return static_cast<unsigned>(std::bit_width(largest)); }

// As archive::packed_number() reads them.
std::string pack(std::span<const std::uint32_t> numbers, unsigned bits) {
  std::string packed((numbers.size() * bits + 7) / 8 + archive::kPackedSlack, '\0');
  std::uint64_t bit = 0;
  for (const std::uint32_t number : numbers) {
    for (unsigned done = 0; done < bits;) {
      const unsigned offset = static_cast<unsigned>((bit + done) & 7U);
      const unsigned count = std::min(8 - offset, bits - done);
      const unsigned part = number >> done & ((1U << count) - 1);
      auto& byte = packed[(bit + done) / 8];
      byte = static_cast<char>(static_cast<unsigned char>(byte) | part << offset);
      done += count;
    }
    bit += bits;
  }
  return packed;
}

std::string_view bytes_of(std::span<const std::uint32_t> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

class CodedString {
 public:
  void add(const archive::VocabularyWord& word) { coder_.add(word); }
  [[nodiscard]] std::string finish() {
    const archive::VocabularyContents contents = coder_.finish();
    bytes_.append(reinterpret_cast<const char*>(&contents), sizeof contents);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
  FrontCoder coder_{[this](std::string_view piece) { bytes_.append(piece); }};
};

}  // namespace

FrontCoder::FrontCoder(Put put) : put_(std::move(put)), checksum_(XXH3_createState()) {
  if (!checksum_) throw std::bad_alloc();
  XXH3_64bits_reset(checksum_.get());
}

void FrontCoder::put(std::string_view bytes) {
  XXH3_64bits_update(checksum_.get(), bytes.data(), bytes.size());
  size_ += bytes.size();
  put_(bytes);
}

void FrontCoder::add(const archive::VocabularyWord& word) {
  if (words_in_block_ == archive::kWordsInBlock) put_block();
  const bool is_first = words_in_block_ == 0;
  if (is_first) {
    if (size_ > UINT32_MAX) throw std::length_error("a vocabulary of more than 4 GiB");
    block_begins_.push_back(static_cast<std::uint32_t>(size_));
    last_stop_ = word.stop;
  }
  if (is_first || word.normalised != last_ || word.stop != last_stop_) {
    marks_.push_back(archive::form_mark(word.normalised, word.stop));
    blocks_of_marks_.push_back(static_cast<std::uint32_t>(block_begins_.size() - 1));
  }
  if (is_first) last_.clear();
  put_coded(word);
  last_.assign(word.normalised);
  last_stop_ = word.stop;
  ++words_in_block_;
  ++contents_.words;
}

void FrontCoder::put_coded(const archive::VocabularyWord& word) {
  const bool differs = word.exact != word.normalised;
  const Letters letters{!has_codes(word.normalised) || (differs && !has_codes(word.exact))};
  const Common shared = common_beginning(word.normalised, last_, SIZE_MAX, letters);
  const std::string_view rest = word.normalised.substr(shared.bytes);
  const std::size_t more = letters.count(rest);
  block_.push_back(
      static_cast<char>(std::min(shared.letters, kLongNibble) << 4U | std::min(more, kLongNibble)));
  if (shared.letters >= kLongNibble) append_number(block_, shared.letters - kLongNibble);
  if (more >= kLongNibble) append_number(block_, more - kLongNibble);
  append_number(block_, (std::max<std::uint64_t>(word.occurrences, 1) - 1) << 3U |
                            (differs ? 4U : 0U) | (word.stop ? 2U : 0U) | (letters.raw ? 1U : 0U));
  letters.append(block_, rest);
  if (differs) put_exact(word, letters.raw);
}

void FrontCoder::put_exact(const archive::VocabularyWord& word, bool raw) {
  const Letters letters{raw};
  if (letters.count(word.exact) != letters.count(word.normalised)) {
    block_.push_back(kWholeExact);
    append_number(block_, letters.count(word.exact));
    letters.append(block_, word.exact);
    return;
  }
  const Common before = common_beginning(word.exact, word.normalised, kMaxBefore, letters);
  std::string_view middle = word.exact.substr(before.bytes);
  const Common after = common_end(middle, word.normalised.substr(before.bytes), kMaxAfter, letters);
  middle.remove_suffix(after.bytes);
  block_.push_back(static_cast<char>(before.letters << 4U | after.letters));
  letters.append(block_, middle);
}

void FrontCoder::put_block() {
  put(block_);
  block_.clear();
  words_in_block_ = 0;
}

archive::VocabularyContents FrontCoder::finish() {
  if (words_in_block_ != 0) put_block();
  contents_.blocks_begin = size_;
  put(bytes_of(block_begins_));
  contents_.marks_begin = size_;
  put_mark_index();
  contents_.checksum = XXH3_64bits_digest(checksum_.get());
  return contents_;
}

// Sorted by counting; the blocks of a bucket ascend, each once.
void FrontCoder::put_mark_index() {
  const unsigned bucket_bits =
      std::min(kMarkBits, width_of(std::max<std::size_t>(marks_.size(), 1)) - 1);
  const std::size_t buckets = std::size_t{1} << bucket_bits;
  const auto bucket_of = [&](std::uint16_t mark) {
    return std::size_t{mark} >> (kMarkBits - bucket_bits);
  };
  std::vector<std::uint32_t> counts(buckets);
  std::vector<std::uint32_t> last_block(buckets, UINT32_MAX);
  const auto for_each_entry = [&](auto take) {
    std::fill(last_block.begin(), last_block.end(), UINT32_MAX);
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      const std::size_t bucket = bucket_of(marks_[i]);
      if (last_block[bucket] != blocks_of_marks_[i]) take(bucket, blocks_of_marks_[i]);
      last_block[bucket] = blocks_of_marks_[i];
    }
  };
  for_each_entry([&](std::size_t bucket, std::uint32_t /*block*/) { ++counts[bucket]; });
  std::vector<std::uint32_t> next(buckets);
  std::vector<std::uint32_t> groups;
  std::uint32_t entries_before = 0;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    if (bucket % archive::kBucketsInGroup == 0) groups.push_back(entries_before);
    next[bucket] = entries_before;
    entries_before += counts[bucket];
  }
  std::vector<std::uint32_t> entries(entries_before);
  for_each_entry([&](std::size_t bucket, std::uint32_t block) { entries[next[bucket]++] = block; });

  contents_.mark_entries = entries.size();
  contents_.bucket_bits = static_cast<std::uint8_t>(bucket_bits);
  contents_.count_bits =
      static_cast<std::uint8_t>(width_of(*std::max_element(counts.begin(), counts.end())));
  contents_.block_bits = static_cast<std::uint8_t>(width_of(block_begins_.size()));
  put(bytes_of(groups));
  put(pack(counts, contents_.count_bits));
  put(pack(entries, contents_.block_bits));
}

std::string front_coded(archive::WordCursor& words) {
  CodedString coded;
  while (words.next()) coded.add(words.word());
  return coded.finish();
}

std::string front_coded(const WordCounter& words) {
  CodedString coded;
  words.for_each([&](const archive::VocabularyWord& word) { coded.add(word); });
  return coded.finish();
}

}  // namespace warraq::indexer
