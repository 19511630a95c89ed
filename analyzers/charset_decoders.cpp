// Bytes of a known character set to UTF-8, piece by piece.
#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analyzers/byte_table.h"
#include "analyzers/charset_labels.h"
#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"

namespace warraq::analyzers {

class StreamDecoder::Decoder {
 public:
  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  virtual void decode(std::string_view bytes, bool last, std::string& out) = 0;
  [[nodiscard]] std::size_t replaced() const { return replaced_; }

 protected:
  void replace(std::string& out) {
    append_utf8(kReplacementCharacter, out);
    ++replaced_;
  }
  void count_replaced(std::size_t more) { replaced_ += more; }

 private:
  std::size_t replaced_ = 0;
};

namespace {

class Utf8Decoder final : public StreamDecoder::Decoder {
 public:
  void decode(std::string_view bytes, bool last, std::string& out) override {
    while (!held_.empty() && !bytes.empty()) {
      held_ += bytes.front();
      bytes.remove_prefix(1);
      std::string whole = std::exchange(held_, {});
      append(whole, false, out);
    }
    if (held_.empty()) append(bytes, last, out);
    if (last && !held_.empty()) {
      held_.clear();
      replace(out);
    }
  }

 private:
  void append(std::string_view bytes, bool last, std::string& out) {
    while (!bytes.empty()) {
      const std::size_t valid = valid_utf8_length(bytes);
      out.append(bytes.substr(0, valid));
      bytes.remove_prefix(valid);
      if (bytes.empty()) return;
      if (!last && is_cut_character(bytes)) {
        held_ = bytes;
        return;
      }
      replace(out);
      bytes.remove_prefix(decode_utf8(bytes, 0).length);
    }
  }

  std::string held_;
};

class Utf16Decoder final : public StreamDecoder::Decoder {
 public:
  explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}

  void decode(std::string_view bytes, bool last, std::string& out) override {
    std::size_t at = 0;
    if (half_ && !bytes.empty()) {
      take(unit(*half_, byte_at(bytes, at++)), out);
      half_.reset();
    }
    for (; at + 1 < bytes.size(); at += 2) {
      take(unit(byte_at(bytes, at), byte_at(bytes, at + 1)), out);
    }
    if (at < bytes.size()) half_ = byte_at(bytes, at);
    if (last) end(out);
  }

 private:
  static unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
  }

  [[nodiscard]] char16_t unit(unsigned first, unsigned second) const {
    return static_cast<char16_t>(big_endian_ ? (first << 8U) | second : (second << 8U) | first);
  }

  void take(char16_t unit, std::string& out) {
    const char16_t lead = std::exchange(lead_, u'\0');
    if (lead != 0 && U16_IS_TRAIL(unit)) {
      append_utf8(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)), out);
      return;
    }
    if (lead != 0) replace(out);
    if (U16_IS_LEAD(unit)) {
      lead_ = unit;
    } else if (U16_IS_TRAIL(unit)) {
      replace(out);
    } else {
      append_utf8(unit, out);
    }
  }

  void end(std::string& out) {
    // A character cut off is one, wherever it was cut.
    if (half_ || lead_ != 0) replace(out);
    half_.reset();
    lead_ = 0;
  }

  bool big_endian_;
  std::optional<unsigned char> half_;
  char16_t lead_ = 0;  // the first half of a surrogate pair, or 0
};

class ByteDecoder final : public StreamDecoder::Decoder {
 public:
  explicit ByteDecoder(const ByteTable& table) : table_(table) {}

  void decode(std::string_view bytes, bool /*last*/, std::string& out) override {
    constexpr std::size_t kStep = 16384;  // bounds what a table needs beyond what it appends
    for (; !bytes.empty(); bytes.remove_prefix(std::min(kStep, bytes.size()))) {
      count_replaced(table_.decode(bytes.substr(0, kStep), out));
    }
  }

 private:
  const ByteTable& table_;
};

// Any other set that ICU knows.
class IcuDecoder final : public StreamDecoder::Decoder {
 public:
  explicit IcuDecoder(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.adoptInstead(ucnv_open(name.c_str(), &status));
    if (U_SUCCESS(status)) {
      ucnv_setToUCallBack(converter_.getAlias(), replace_invalid, this, nullptr, nullptr, &status);
    }
    if (U_FAILURE(status)) {
      throw Error(ErrorCode::usage, "no character set is called " + name,
                  "name one that IANA lists, such as windows-1256");
    }
  }

  void decode(std::string_view bytes, bool last, std::string& out) override {
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
      UChar* target = units_.data();
      ucnv_toUnicode(converter_.getAlias(), &target, units_.data() + units_.size(), &source, end,
                     nullptr, static_cast<UBool>(last), &status);
      append(static_cast<std::size_t>(target - units_.data()), out);
    }
    if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU could not decode a text");
    if (last) {
      if (lead_ != 0) append_utf8(kReplacementCharacter, out);
      lead_ = 0;
      ucnv_resetToUnicode(converter_.getAlias());
    }
  }

 private:
  static void U_CALLCONV replace_invalid(const void* context, UConverterToUnicodeArgs* args,
                                         const char* /*bytes*/, int32_t /*length*/,
                                         UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    *status = U_ZERO_ERROR;
    const UChar replacement = kReplacementCharacter;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
    // ICU's context is const, the decoder is not.
    static_cast<IcuDecoder*>(const_cast<void*>(context))->count_replaced(1);
  }

  void append(std::size_t count, std::string& out) {
    for (std::size_t i = 0; i < count; ++i) {
      const UChar unit = units_.at(i);
      const UChar lead = std::exchange(lead_, u'\0');
      if (lead != 0 && U16_IS_TRAIL(unit)) {
        append_utf8(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, unit)), out);
        continue;
      }
      if (lead != 0) append_utf8(kReplacementCharacter, out);
      if (U16_IS_LEAD(unit)) {
        lead_ = unit;
      } else {
        append_utf8(U16_IS_TRAIL(unit) ? kReplacementCharacter : unit, out);
      }
    }
  }

  icu::LocalUConverterPointer converter_;
  std::array<UChar, 2048> units_{};
  UChar lead_ = 0;  // the first half of a surrogate pair that a full buffer parted, or 0
};

std::unique_ptr<StreamDecoder::Decoder> decoder_of(const std::string& name) {
  if (name == kUtf8) return std::make_unique<Utf8Decoder>();
  if (name == kUtf16LE) return std::make_unique<Utf16Decoder>(false);
  if (name == kUtf16BE) return std::make_unique<Utf16Decoder>(true);
  for (const std::string_view known :
       {kWindows1256, kWindows1252, kIso8859Arabic, kIbm864, kDos720}) {
    if (name == known) return std::make_unique<ByteDecoder>(ByteTable::of(known));
  }
  return std::make_unique<IcuDecoder>(name);
}

// Of the set itself; of UTF-8 too where a page of another set was put together of files that had
// one.
std::string_view byte_order_mark_of(std::string_view name) {
  if (name == kUtf16LE) return "\xFF\xFE";
  if (name == kUtf16BE) return "\xFE\xFF";
  return "\xEF\xBB\xBF";
}

}  // namespace

StreamDecoder::StreamDecoder(const Charset& charset)
    : decoder_(decoder_of(charset.name)), byte_order_mark_(byte_order_mark_of(charset.name)) {}

StreamDecoder::~StreamDecoder() = default;
StreamDecoder::StreamDecoder(StreamDecoder&& other) noexcept = default;
StreamDecoder& StreamDecoder::operator=(StreamDecoder&& other) noexcept = default;

void StreamDecoder::begin(std::string_view& bytes, bool last, std::string& out) {
  while (held_.size() < byte_order_mark_.size() && !bytes.empty() &&
         bytes.front() == byte_order_mark_[held_.size()]) {
    held_ += bytes.front();
    bytes.remove_prefix(1);
  }
  const bool whole = held_.size() == byte_order_mark_.size();
  if (!whole && bytes.empty() && !last) return;
  if (!whole) decoder_->decode(held_, false, out);
  held_.clear();
  at_start_ = false;
}

void StreamDecoder::decode(std::string_view bytes, bool last, std::string& out) {
  if (at_start_) begin(bytes, last, out);
  if (!at_start_) decoder_->decode(bytes, last, out);
  if (last) at_start_ = true;
}

std::size_t StreamDecoder::replaced() const { return decoder_->replaced(); }

DecodedText decode_as(std::string_view bytes, const Charset& charset) {
  DecodedText decoded{{}, charset};
  StreamDecoder decoder(charset);
  decoded.text.reserve(bytes.size());
  decoder.decode(bytes, true, decoded.text);
  decoded.replaced = decoder.replaced();
  return decoded;
}

}  // namespace warraq::analyzers
