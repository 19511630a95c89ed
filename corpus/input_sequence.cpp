#include "corpus/input_sequence.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "corpus/input/decoding_source.h"
#include "corpus/input/file_kind.h"
#include "corpus/input/file_source.h"
#include "corpus/input/open_input.h"
#include "corpus/input_format.h"

namespace warraq::corpus {
namespace {

/// A zip in a tar in a zip in a zip: more than anyone packs by intention.
constexpr std::size_t kMaxLevels = 4;

std::optional<Input> without_bytes(Input input, std::string reason) {
  input.bytes.reset();
  input.reason = std::move(reason);
  return input;
}

}  // namespace

InputSequence::InputSequence(std::vector<std::string> arguments, const ReadOptions& options)
    : options_(options),
      bytes_total_(total_bytes(arguments, options.left_out)),
      queue_(std::move(arguments), options.left_out) {}

ReadProgress InputSequence::progress() const {
  const std::uint64_t done = bytes_done_.load(std::memory_order_relaxed);
  // A file may grow while it is read.
  return {bytes_total_ == 0 ? done : std::min(done, bytes_total_), bytes_total_};
}

std::optional<Input> InputSequence::next() {
  while (true) {
    std::optional<Input> input;
    if (levels_.empty()) {
      finish_queued();
      told_.clear();
      const std::optional<QueuedInput> queued = queue_.next();
      if (!queued) return std::nullopt;
      input = open_queued(*queued);
    } else if (const std::optional<Member> member = levels_.back().container->next()) {
      told_.clear();
      input = open_member(levels_.back(), *member);
    } else {
      return leave_container();
    }
    if (input) return input;
  }
}

std::uint64_t InputSequence::bytes() const {
  if (!levels_.empty()) return levels_.back().container->member_bytes();
  return queued_bytes_ != 0 ? queued_bytes_ : bytes_done_.load() - bytes_done_before_;
}

std::optional<Input> InputSequence::open_queued(const QueuedInput& queued) {
  Input input{queued.name, queued.relative_path, nullptr, {}, queued.reason, {}, 0};
  if (!input.reason.empty()) return input;
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(queued.path, error);
  queued_bytes_ = error ? 0 : size;
  bytes_done_before_ = bytes_done_.load();
  bytes_done_after_ += queued_bytes_;
  expansion_.emplace(options_.expansion, bytes_done_);
  if (queued.path.empty())
    return open(open_standard_input(bytes_done_, options_.stop), std::move(input));
  OpenedFile file = open_file(queued.path, bytes_done_);
  if (!file.source) return without_bytes(std::move(input), std::move(file.reason));
  return open(std::move(file.source), std::move(input));
}

std::optional<Input> InputSequence::open_member(const Level& level, const Member& member) {
  Input input;
  input.name = level.name + '/' + member.path;
  input.relative_path =
      level.relative_path.empty() ? member.path : level.relative_path + '/' + member.path;
  if (!member.reason.empty()) return without_bytes(std::move(input), member.reason);
  return open(level.container->open_member(), std::move(input));
}

/// Nothing where it is a container: its members are next.
std::optional<Input> InputSequence::open(std::unique_ptr<ByteSource> source, Input input) {
  input.bytes = decompressed(std::move(source), &*expansion_);
  const std::string_view beginning = input.bytes->peek(kBeginningBytes);
  if (beginning.empty()) {
    const std::string& failure = input.bytes->failure();
    return without_bytes(std::move(input),
                         failure.empty() ? "it is empty" : failure + "; nothing could be read");
  }
  std::string reason = reason_not_read(beginning);
  if (!reason.empty()) return without_bytes(std::move(input), std::move(reason));
  if (const std::optional<ContainerKind> container = find_container(beginning)) {
    if (levels_.size() < kMaxLevels) return enter_container(*container, std::move(input));
    return without_bytes(std::move(input), "archives are nested more than " +
                                               std::to_string(kMaxLevels) + " levels deep");
  }
  if (const std::optional<analyzers::Charset> charset = find_wide_charset(beginning)) {
    input.decoding = Decoding{charset->name, std::string(analyzers::name_of(charset->basis)),
                              charset->confidence, false};
    input.bytes = std::make_unique<BufferedInput>(
        std::make_unique<DecodingSource>(std::move(input.bytes), *charset));
  }
  return input;
}

std::nullopt_t InputSequence::enter_container(ContainerKind kind, Input input) {
  Level& level = levels_.emplace_back();
  level.container = std::make_unique<Container>(kind, std::move(input.bytes), &*expansion_);
  level.name = std::move(input.name);
  level.relative_path = std::move(input.relative_path);
  return std::nullopt;
}

Input InputSequence::leave_container() {
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  const Container& container = *level.container;
  Input end{level.name,         level.relative_path, nullptr, {}, {}, name_of(container.kind()),
            container.members()};
  const std::string& failure = container.failure();
  if (!failure.empty() && !told_.starts_with(failure)) {
    end.reason = failure + (end.members == 0 ? "; nothing could be read"
                                             : " after member " + std::to_string(end.members) +
                                                   "; what came before is kept");
  } else if (failure.empty() && end.members == 0) {
    end.reason = "the archive holds no files (hidden ones, folders and links are left out)";
  }
  return end;
}

// An input that was given up early counts as done all the same.
void InputSequence::finish_queued() {
  if (bytes_total_ == 0) return;
  const std::uint64_t done = bytes_done_.load(std::memory_order_relaxed);
  bytes_done_.store(std::max(done, bytes_done_after_), std::memory_order_relaxed);
}

}  // namespace warraq::corpus
