// The words of an article in their order, in little: a value of its own in every document, which
// answers what terms without positions cannot. ARCHIVE.md has the layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/sentences.h"

namespace warraq::archive {

/// What a stream keeps of a word. Two different words have the same form by chance once in 65,536;
/// two spellings of one normalised form, neither of which is that form itself, once in 256.
struct WordMark {
  std::uint16_t form = 0;     ///< hash of the normalised form; stop words have hashes of their own
  std::uint8_t spelling = 0;  ///< hash of the exact form; 0 where that is the normalised one
  bool operator==(const WordMark&) const = default;
};

/// The form of a word that is, or is not, a stop word. Never 0.
[[nodiscard]] std::uint16_t form_mark(std::string_view normalised, bool stop);
[[nodiscard]] WordMark mark_of(std::string_view exact, std::string_view normalised, bool stop);

/// Further words of an article than these are found by their stems only: a stream of 40 MB, which
/// Xapian still takes as a value.
inline constexpr std::uint32_t kMaxStreamWords = 12'000'000;

/// Makes streams, one after the other, keeping its buffers. Used by one thread.
class WordStreamWriter {
 public:
  /// In ascending order of `position`, the place among the article's words from 0. A joined form
  /// (أفب) comes beside the word that stands at its first part's position. The title comes first.
  /// `begins` is the boundary before the word; that between title and body goes without saying.
  void add(const WordMark& mark, std::uint32_t position, bool in_title, bool joined,
           analyzers::Boundary begins = analyzers::Boundary::none);

  /// The stream of what was added, empty for no words, and begins anew. Valid until the next call.
  [[nodiscard]] std::string_view finish();

 private:
  struct Joined {
    std::uint32_t position = 0;
    WordMark mark;
  };

  void write();

  std::vector<WordMark> words_;
  std::vector<Joined> joined_;
  std::string boundaries_;
  std::uint32_t last_boundary_ = 0;
  std::uint32_t title_words_ = 0;
  std::string bytes_;
};

/// Reads a stream where it lies. Whatever the bytes are, no call reads outside them.
class WordStream {
 public:
  /// Nothing for bytes that are no stream, or a damaged one.
  [[nodiscard]] static std::optional<WordStream> read(std::string_view bytes);

  [[nodiscard]] std::uint32_t size() const { return words_; }
  /// The words before this one are the title's.
  [[nodiscard]] std::uint32_t title_words() const { return title_words_; }
  /// 0 where no word stands.
  [[nodiscard]] std::uint16_t form(std::uint32_t position) const {
    return number_at(forms_, position);
  }

  /// All of them, two bytes each.
  [[nodiscard]] std::string_view forms() const { return {forms_, 2 * std::size_t{words_}}; }

  /// The first position from `from` on with this form; size() where there is none.
  [[nodiscard]] std::uint32_t find(std::uint16_t form, std::uint32_t from) const;

  [[nodiscard]] std::uint32_t joined_size() const { return joined_count_; }
  [[nodiscard]] std::uint32_t joined_position(std::uint32_t index) const;
  [[nodiscard]] WordMark joined_mark(std::uint32_t index) const;

 private:
  friend class Spellings;
  friend class Stretches;

  static std::uint16_t number_at(const char* numbers, std::size_t index) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(numbers) + 2 * index;
    return static_cast<std::uint16_t>(bytes[0] | bytes[1] << 8U);
  }

  std::uint32_t words_ = 0;
  std::uint32_t title_words_ = 0;
  std::uint32_t joined_count_ = 0;
  const char* forms_ = nullptr;      ///< two bytes a word
  const char* differing_ = nullptr;  ///< a bit a word: its exact form is not the normalised one
  const char* spellings_ = nullptr;  ///< a byte for each of those
  const char* joined_ = nullptr;
  std::string_view boundaries_;
};

/// The spellings of a stream's words. Asked from place to place it counts the words between alone:
/// one pass over a long article stays one pass.
class Spellings {
 public:
  explicit Spellings(const WordStream& stream) : stream_(stream) {}
  /// `position` is below size().
  [[nodiscard]] std::uint8_t at(std::uint32_t position);

 private:
  const WordStream& stream_;
  std::uint32_t byte_ = 0;    ///< of the bits
  std::uint32_t before_ = 0;  ///< how many bits are set before it
};

/// The sentences, the paragraphs or the two texts (title and body) of a stream, one after the
/// other: together they are all of its positions, and none is of title and body both. Where the
/// boundaries are damaged, the rest is one stretch.
class Stretches {
 public:
  enum class Of { texts, paragraphs, sentences };

  /// `stream` must outlive it.
  Stretches(const WordStream& stream, Of of);

  /// Goes on to the next, at first to the first; false, and empty, behind the last.
  bool next();
  [[nodiscard]] std::uint32_t begin() const { return begin_; }
  [[nodiscard]] std::uint32_t end() const { return end_; }

 private:
  void find_boundary();

  const WordStream& stream_;
  Of of_;
  std::string_view left_;       ///< of the boundaries
  std::uint32_t read_ = 0;      ///< the last one's position
  std::uint32_t boundary_ = 0;  ///< the last one that is one of theirs
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace warraq::archive
