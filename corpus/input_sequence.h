// What a user named, input by input, opened: files decompressed, containers member by member.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/input/buffered_input.h"
#include "corpus/input/container.h"
#include "corpus/input/expansion.h"
#include "corpus/input_queue.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// An input that is ready to be read; or one of which no more than this can be said.
struct Input {
  std::string name;           ///< for messages, as the user would name it
  std::string relative_path;  ///< to the argument, for ids; empty for standard input
  std::unique_ptr<BufferedInput> bytes;
  std::optional<Decoding> decoding;  ///< where the bytes were no UTF-8 before
  std::string reason;                ///< without bytes: why; empty for a container read to its end
  std::string_view container;        ///< zip, tar: a container, all of whose members came before
  std::uint64_t members = 0;         ///< of that container
};

/// Holds one input open, and the containers around it. Not thread-safe, but for progress().
class InputSequence {
 public:
  /// `options` must outlive this.
  InputSequence(std::vector<std::string> arguments, const ReadOptions& options);

  /// The next input. The one before must no longer be read.
  [[nodiscard]] std::optional<Input> next();

  /// The size of the input that next() gave: on disk, or in its container.
  [[nodiscard]] std::uint64_t bytes() const;

  /// Takes note of why that input was rejected, so that its container does not say it again.
  void told(std::string reason) { told_ = std::move(reason); }

  [[nodiscard]] ReadProgress progress() const;

 private:
  struct Level {
    std::unique_ptr<Container> container;
    std::string name;
    std::string relative_path;
  };

  std::optional<Input> open_queued(const QueuedInput& queued);
  std::optional<Input> open_member(const Level& level, const Member& member);
  std::optional<Input> open(std::unique_ptr<ByteSource> source, Input input);
  std::nullopt_t enter_container(ContainerKind kind, Input input);
  Input leave_container();
  void finish_queued();

  const ReadOptions& options_;
  const std::uint64_t bytes_total_;
  std::atomic<std::uint64_t> bytes_done_{0};
  std::uint64_t bytes_done_before_ = 0;  ///< when the queued input was opened
  std::uint64_t queued_bytes_ = 0;       ///< of the queued input on disk; 0 for standard input
  std::uint64_t bytes_done_after_ = 0;   ///< when that input is done

  InputQueue queue_;
  std::optional<Expansion> expansion_;  ///< of the queued input
  std::vector<Level> levels_;           ///< from the queued input inwards
  std::string told_;                    ///< of the input that next() gave
};

}  // namespace warraq::corpus
