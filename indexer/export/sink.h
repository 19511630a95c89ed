// Where exported lines go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace warraq::indexer {

/// All functions throw Error(io) where what they write cannot be written. Gone without commit(), a
/// sink leaves nothing but what went into a stream.
class Sink {
 public:
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  virtual ~Sink() = default;

  /// Whole lines, which stay together. False: no more are taken.
  virtual bool write(std::string_view lines) = 0;
  /// Everything was written: gives it its name.
  virtual void commit() = 0;
  /// In a folder: how many files of bulk requests were begun.
  [[nodiscard]] virtual std::uint64_t files() const { return 0; }
};

[[nodiscard]] std::unique_ptr<Sink> make_stream_sink(std::ostream& out);

/// One file. A pipe or a device that stands at `path` is written to as it is.
[[nodiscard]] std::unique_ptr<Sink> make_file_sink(const std::filesystem::path& path, bool force);

inline constexpr std::string_view kTemplateFile = "index-template.json";

/// A folder with `index_template` and files of up to `bulk_bytes`.
[[nodiscard]] std::unique_ptr<Sink> make_folder_sink(const std::filesystem::path& path, bool force,
                                                     std::size_t bulk_bytes,
                                                     std::string index_template);

}  // namespace warraq::indexer
