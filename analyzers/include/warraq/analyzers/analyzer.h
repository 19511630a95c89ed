// Text in, tokens out: the one path that articles and queries share. ANALYSIS.md has the rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::analyzers {

enum class TokenKind : std::uint8_t {
  arabic,  ///< a word in Arabic script
  number,  ///< digits, with separators between them
  latin,   ///< a word in Latin script
  other,   ///< a word in any other script
};

/// How much of a token is made.
enum class Levels : std::uint8_t {
  all,
  exact,  ///< of an Arabic word `stop`, `normalised` and `stem` wait for Analyzer::completed()
};

/// One word of a text at every level. The views point into the Analysis that holds the token.
struct Token {
  std::uint32_t begin = 0;     ///< first byte in the original text
  std::uint32_t end = 0;       ///< one past the last byte in the original text
  std::uint32_t position = 0;  ///< place among the words of the text, from 0; stop words count
  TokenKind kind = TokenKind::other;
  bool stop = false;  ///< a stop word, told on the exact form
  bool joined = false;  ///< further evidence at its first part's position (أ.ف.ب also as أفب): it
                        ///< spans its parts, which are tokens of their own
  std::string_view exact;       ///< marks and tatweel gone, ASCII digits, Arabic letter shapes
  std::string_view normalised;  ///< exact with alef forms, ى/ي and ة/ه folded, case and accents too
  std::string_view stem;        ///< normalised, stemmed; the same as normalised outside Arabic
};

/// The tokens of one text, in order of `begin`, and the storage behind them. Reuse one object for
/// many texts: it keeps its capacity. Movable; not to be shared between threads while analysed
/// into.
class Analysis {
 public:
  Analysis();
  Analysis(Analysis&&) noexcept;
  Analysis& operator=(Analysis&&) noexcept;
  Analysis(const Analysis&) = delete;
  Analysis& operator=(const Analysis&) = delete;
  ~Analysis();

  [[nodiscard]] std::span<const Token> tokens() const;
  /// Invalid UTF-8 sequences met, each treated as one U+FFFD (maximal subparts, Unicode 15
  /// ch. 3.9).
  [[nodiscard]] std::size_t invalid_sequences() const;
  /// One past the highest position; 0 for a text without words.
  [[nodiscard]] std::uint32_t position_count() const;

  struct Storage;  ///< the library's own

 private:
  friend class Analyzer;
  std::unique_ptr<Storage> storage_;
};

/// Turns text into tokens. Immutable after construction: any number of threads may share one, each
/// with an Analysis of its own.
class Analyzer {
 public:
  /// The profile of this version: its name stands in every archive.
  static constexpr std::string_view kProfile = "arabic-news/1";

  Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;
  ~Analyzer();

  /// Replaces what `result` held by the tokens of `text`, which must be shorter than 4 GiB
  /// (std::length_error otherwise). Plain Arabic and ASCII take a fast path.
  void analyze(std::string_view text, Analysis& result, Levels levels = Levels::all) const;

  /// A token of `analysis`, where Levels::exact are made, at every level: for who knows most words
  /// already by their exact forms. Its views point into `analysis` too.
  [[nodiscard]] Token completed(const Token& token, Analysis& analysis) const;

  /// The same tokens by ICU alone. The reference that tests hold the fast path to; slow.
  void analyze_by_reference(std::string_view text, Analysis& result) const;

  /// 16 hexadecimal digits: a hash of what this analyser makes of a fixed text. Two analysers with
  /// one fingerprint may read and write one archive.
  [[nodiscard]] const std::string& fingerprint() const;

  /// Whether `normalised` is the normalised form of some stop word: على is one and علي is not, but
  /// both normalise to علي. A phrase search needs to know.
  [[nodiscard]] bool is_normalised_stop_word(std::string_view normalised) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// ICU's version, for information.
[[nodiscard]] std::string icu_version();

}  // namespace warraq::analyzers
