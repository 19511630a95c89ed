// Files that hold files: zip and tar, read forwards, each member in its turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/input/buffered_input.h"
#include "corpus/input/expansion.h"

namespace warraq::corpus {

enum class ContainerKind : std::uint8_t { zip, tar };

[[nodiscard]] std::string_view name_of(ContainerKind kind);

/// As much of a beginning as find_container() wants to see.
inline constexpr std::size_t kContainerBytes = 512;

/// Whether data with this beginning is a container, by its content alone.
[[nodiscard]] std::optional<ContainerKind> find_container(std::string_view beginning);

/// The path of a member as messages and ids have it: relative, valid UTF-8 (path_text.h), without
/// empty parts and `.`. What would lead out of the container is written %2e%2e (for ..) and %2f
/// (for / at the beginning), so that members of different paths stay different. No part of it ever
/// reaches the file system.
[[nodiscard]] std::string member_path(std::string_view path);

struct Member {
  std::string path;    ///< member_path()
  std::string reason;  ///< why it cannot be read; empty where it can
};

/// The members of a container that are files and not hidden. libarchive reads the layout, and
/// undoes the compression inside zip; memory does not grow with the container. Not thread-safe.
class Container {
 public:
  /// `expansion` may be null; else it must outlive this.
  Container(ContainerKind kind, std::unique_ptr<BufferedInput> input, Expansion* expansion);
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;
  ~Container();

  /// The next member, or nothing at the end. What was not read of the one before is passed over.
  [[nodiscard]] std::optional<Member> next();

  /// The bytes of the member that next() gave. May be read until next() is called again.
  [[nodiscard]] std::unique_ptr<ByteSource> open_member();

  /// The size of that member: as the container tells it, or as much as was read.
  [[nodiscard]] std::uint64_t member_bytes() const;

  [[nodiscard]] ContainerKind kind() const { return kind_; }

  /// How many members next() has given.
  [[nodiscard]] std::uint64_t members() const { return members_; }

  /// Why the container could not be read to its end, or nothing where it was whole.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  class MemberSource;
  struct Archive;

  bool advance();
  bool is_bounded();
  bool pass_over_member();
  [[nodiscard]] Member current() const;
  [[nodiscard]] std::string current_failure() const;
  std::size_t read(std::span<char> room, std::string& failure);
  void pass_over_rest();

  ContainerKind kind_;
  std::unique_ptr<BufferedInput> input_;
  Expansion* expansion_;
  std::unique_ptr<Archive> archive_;
  std::uint64_t members_ = 0;
  std::string failure_;
  bool ended_ = false;
};

}  // namespace warraq::corpus
