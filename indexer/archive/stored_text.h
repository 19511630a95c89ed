// How an article's JSON lies in a database: one zstd frame a document, made with a dictionary that
// the same database keeps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace warraq::archive {

/// The most bytes of JSON that a frame holds: a larger article is refused when it is read, and a
/// frame that claims more is damaged. A database takes about 100 MB in one document, and what
/// cannot be compressed grows by a few bytes in a thousand.
inline constexpr std::size_t kMaxStoredBytes = std::size_t{95} << 20;

/// A dictionary in zstd's own format, ready to compress with. Never changes: threads may share it.
class TextDictionary {
 public:
  /// Throws std::invalid_argument where `bytes` are no such dictionary.
  explicit TextDictionary(std::string bytes);

  /// Never 0. Every frame made with it says this number.
  [[nodiscard]] std::uint32_t id() const { return id_; }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  friend class StoredTextWriter;
  struct Free {
    void operator()(ZSTD_CDict_s* digested) const;
  };
  std::string bytes_;
  std::uint32_t id_;
  std::unique_ptr<ZSTD_CDict_s, Free> digested_;
};

/// JSON to frames. The same JSON and dictionary make the same frame. For each thread its own.
class StoredTextWriter {
 public:
  /// `dictionary` must outlive it; null: frames are made without one.
  explicit StoredTextWriter(const TextDictionary* dictionary);

  /// Appends `json` as one frame, with its size and a checksum. Throws std::bad_alloc.
  void append(std::string& out, std::string_view json);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
};

/// Frames to JSON. For each thread its own, also where it is const.
class StoredTextReader {
 public:
  StoredTextReader();

  /// Frames may name it from now on. Throws std::invalid_argument where `bytes` are no dictionary.
  void add_dictionary(std::string_view bytes);

  /// Whatever `frame` holds, it takes no more memory than kMaxStoredBytes. Throws
  /// std::invalid_argument, saying what is wrong, where it is no whole frame, claims to hold more,
  /// names a dictionary that was not added, or holds something else than was put in.
  [[nodiscard]] std::string read(std::string_view frame) const;

 private:
  [[nodiscard]] const ZSTD_DDict_s* dictionary_of(std::string_view frame) const;

  struct Free {
    void operator()(ZSTD_DCtx_s* context) const;
    void operator()(ZSTD_DDict_s* digested) const;
  };
  std::unique_ptr<ZSTD_DCtx_s, Free> context_;
  std::map<std::uint32_t, std::unique_ptr<ZSTD_DDict_s, Free>> dictionaries_;
};

}  // namespace warraq::archive
