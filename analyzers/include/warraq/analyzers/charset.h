// What characters the bytes of a text stand for, and the text in UTF-8. CHARSETS.md beside the
// sources has the rules, how often they are right, and what cannot be told.
//
// Everything here is thread-safe but for a StreamDecoder, which one thread at a time may use; time
// and memory are linear in the input, whatever it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace warraq::analyzers {

/// What a character set was decided by, in the order in which it is looked at.
enum class CharsetBasis : std::uint8_t {
  byte_order_mark,
  declared,  ///< and the bytes do not contradict it
  utf8,      ///< every byte belongs to a character of UTF-8
  detected,  ///< by the letters that the bytes would be
  assumed,   ///< nothing speaks for anything
};

/// "byte order mark", "declared", "valid UTF-8", "detected" or "assumed".
[[nodiscard]] std::string_view name_of(CharsetBasis basis);

struct Charset {
  std::string name = "UTF-8";  ///< IANA's preferred name: UTF-8, windows-1256, ISO-8859-6,
                               ///< UTF-16LE, UTF-16BE, IBM864, …; DOS-720, which IANA does not list
  CharsetBasis basis = CharsetBasis::assumed;
  /// Percent. 100 for a byte order mark and for valid UTF-8. UTF-8 with faults: characters beyond
  /// ASCII among these and faults. UTF-16: how many code units are what news is written in. Else
  /// the probability of the set among those compared, by letter frequencies (99 at most).
  int confidence = 0;
};

/// Whether `<…>` is left out before letters are counted: it is ASCII for the most part, and what is
/// not (titles of pictures) is often in another character set than the page.
enum class Markup : bool { none, tags };

struct DecodedText {
  std::string text;  ///< valid UTF-8 without a byte order mark
  Charset charset;
  std::size_t replaced = 0;     ///< how many U+FFFD stand for bytes that are no character
  bool doubly_encoded = false;  ///< whether repair_double_encoding() changed something
};

/// The character set of `bytes`, a text or its beginning (a character cut at the end is no fault).
/// `declared` may be empty, or any label: an alias of the WHATWG's Encoding Standard or of ICU; one
/// that nobody knows is as good as none.
[[nodiscard]] Charset decide_charset(std::string_view bytes, std::string_view declared,
                                     Markup markup);

/// The whole of a text: decide_charset(), decode_as() and repair_double_encoding().
[[nodiscard]] DecodedText decode(std::string_view bytes, std::string_view declared, Markup markup);

/// `bytes` in a character set that is known. Each maximal subpart of a sequence that is no
/// character becomes U+FFFD, shaped letters of IBM864 become ordinary ones, a byte order mark at
/// the beginning goes. Throws Error (usage) if nothing is called `charset.name`; decide_charset()
/// names no such.
[[nodiscard]] DecodedText decode_as(std::string_view bytes, const Charset& charset);

/// As decode_as(), piece by piece, wherever the pieces are cut.
class StreamDecoder {
 public:
  /// Throws Error (usage) if nothing is called `charset.name`.
  explicit StreamDecoder(const Charset& charset);
  ~StreamDecoder();
  StreamDecoder(StreamDecoder&& other) noexcept;
  StreamDecoder& operator=(StreamDecoder&& other) noexcept;

  /// Appends to `out` the text of `bytes`, the next of the stream. Up to seven bytes of a character
  /// that is not whole yet are kept for the next call; `last` says that none follows, and the
  /// decoder is then as it was when made, but for replaced().
  void decode(std::string_view bytes, bool last, std::string& out);

  /// How many U+FFFD stand for bytes that are no character, so far.
  [[nodiscard]] std::size_t replaced() const;

  class Decoder;  ///< how one kind of character set is decoded

 private:
  void begin(std::string_view& bytes, bool last, std::string& out);

  std::unique_ptr<Decoder> decoder_;
  std::string_view byte_order_mark_;
  std::string held_;      ///< of what may become a byte order mark
  bool at_start_ = true;  ///< a byte order mark may still come
};

/// Undoes what happens to UTF-8 whose bytes are taken for windows-1252 (`Ø§Ù„…`), ISO-8859-1 or
/// windows-1256 (`ط§ظ„…`) and encoded again, up to three times over. `text` is UTF-8. Only runs
/// that can be nothing else are touched: several such letters in a row that make Arabic ones.
[[nodiscard]] std::string repair_double_encoding(std::string_view text);
/// The same in place; whether anything changed. Ordinary text costs one pass at the speed of
/// memchr.
bool mend_double_encoding(std::string& text);

/// The label that markup declares in its first kilobytes: `<?xml … encoding="…"?>`,
/// `<meta charset="…">` or `<meta http-equiv="Content-Type" content="…charset=…">`, the first there
/// is; empty where none is. Comments are passed over.
[[nodiscard]] std::string declared_in_markup(std::string_view beginning);

}  // namespace warraq::analyzers
