#include "corpus/input/container.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>  // NOLINT(modernize-deprecated-headers): newlocale() is POSIX
#include <clocale>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "corpus/path_text.h"

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

// APPNOTE 4.3: a local file header; the end record, which alone is an empty archive; and the marker
// of an archive that was made to span disks, before a local header.
bool is_zip(std::string_view beginning) {
  constexpr std::array<std::string_view, 4> kBeginnings{"PK\3\4"sv, "PK\5\6"sv, "PK\7\10PK\3\4"sv,
                                                        "PK00PK\3\4"sv};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view magic) { return beginning.starts_with(magic); });
}

/// A number of a tar header: octal digits between spaces and NULs. Nothing where it is none.
std::optional<std::uint64_t> octal(std::string_view field) {
  const std::size_t first = std::min(field.find_first_not_of(" \0"sv), field.size());
  field.remove_prefix(first);
  const std::size_t end = std::min(field.find_first_not_of("01234567"sv), field.size());
  const bool rest_is_padding = field.substr(end).find_first_not_of(" \0"sv) == field.npos;
  if (end == 0 || !rest_is_padding) return std::nullopt;
  std::uint64_t value = 0;
  for (const char digit : field.substr(0, end)) {
    value = value * 8 + static_cast<std::uint64_t>(digit - '0');
  }
  return value;
}

// POSIX ustar, and what came before it without a magic word: the checksum of a header tells it, the
// sum of its bytes with the checksum itself taken for spaces.
bool is_tar(std::string_view beginning) {
  constexpr std::size_t kChecksum = 148;
  constexpr std::size_t kChecksumBytes = 8;
  if (beginning.size() < kContainerBytes || beginning.front() == '\0') return false;
  const std::optional<std::uint64_t> expected = octal(beginning.substr(kChecksum, kChecksumBytes));
  if (!expected) return false;
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < kContainerBytes; ++at) {
    const bool in_checksum = at >= kChecksum && at < kChecksum + kChecksumBytes;
    sum += static_cast<unsigned char>(in_checksum ? ' ' : beginning[at]);
  }
  return sum == *expected;
}

/// Hands `path` out part by part, without empty ones and `.`.
template <typename Action>
void for_each_part(std::string_view path, Action action) {
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
    if (!part.empty() && part != ".") action(part);
  }
}

/// As in a folder, and the companions that macOS adds to each file of a zip.
bool is_hidden(std::string_view path) {
  bool hidden = false;
  for_each_part(path, [&](std::string_view part) {
    hidden = hidden || (part.starts_with('.') && part != "..") || part == "__MACOSX";
  });
  return hidden;
}

/// While this lives, libarchive takes the thread's character set for UTF-8: it converts names that
/// are marked as UTF-8 to that set, and leaves all others as they are.
class Utf8Locale {
 public:
  Utf8Locale() : before_(::uselocale(utf8())) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() { ::uselocale(before_); }

 private:
  // Null, where glibc lacks C.UTF-8, asks uselocale() and changes nothing.
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }
  locale_t before_;
};

/// What libarchive calls the compression of a member, in "ZIP 2.0 (deflation)".
std::string_view zip_method(struct archive* archive) {
  const char* name = archive_format_name(archive);
  std::string_view method = name == nullptr ? ""sv : name;
  method.remove_prefix(std::min(method.find('('), method.size()));
  if (method.starts_with('(')) method.remove_prefix(1);
  return method.substr(0, method.find(')'));
}

/// libarchive says so, or passes on that zlib lacks input (Z_BUF_ERROR).
bool is_end(std::string_view error) {
  return error.find("runcated") != error.npos || error.find("failed (-5)") != error.npos;
}

/// LZMA's dictionaries may take 4 GiB, and libarchive sets no limit to them.
bool takes_memory_without_bound(std::string_view method) {
  return method == "lzma" || method == "xz";
}

}  // namespace

std::string_view name_of(ContainerKind kind) { return kind == ContainerKind::zip ? "zip" : "tar"; }

std::optional<ContainerKind> find_container(std::string_view beginning) {
  if (is_zip(beginning)) return ContainerKind::zip;
  if (is_tar(beginning)) return ContainerKind::tar;
  return std::nullopt;
}

std::string member_path(std::string_view path) {
  std::string simple = path.starts_with('/') ? "%2f" : "";
  bool first = true;
  for_each_part(path, [&](std::string_view part) {
    if (!std::exchange(first, false)) simple += '/';
    simple += part == ".." ? "%2e%2e" : path_text(part);
  });
  return simple;
}

struct Container::Archive {
  struct Deleter {
    void operator()(struct archive* archive) const { archive_read_free(archive); }
  };

  explicit Archive(BufferedInput& source) : input(source), handle(archive_read_new()) {
    if (!handle) throw std::bad_alloc();
  }

  // The bytes of a window stay where they are until the next call.
  static la_ssize_t read_window(struct archive* /*archive*/, void* data, const void** window) {
    auto& self = *static_cast<Archive*>(data);
    self.input.consume(std::exchange(self.given, 0));
    const std::string_view bytes = self.input.peek();
    self.given = bytes.size();
    if (!bytes.empty()) ++self.windows;
    *window = bytes.data();
    return static_cast<la_ssize_t>(bytes.size());
  }

  /// Moves on where a block of the member was copied whole. False on a failure; after the last
  /// block, there is an empty one.
  [[nodiscard]] bool next_block() {
    while (block.empty() && block_offset <= member_bytes) {
      if (damaged) return false;
      const void* data = nullptr;
      std::size_t size = 0;
      la_int64_t offset = 0;
      const int result = archive_read_data_block(handle.get(), &data, &size, &offset);
      if (result == ARCHIVE_EOF) return true;
      damaged = result != ARCHIVE_OK;
      if (damaged && result != ARCHIVE_WARN) return false;
      block = {static_cast<const char*>(data), size};
      block_offset = static_cast<std::uint64_t>(offset);
    }
    return true;
  }

  /// Sparse files of tar have holes before their blocks, which are zeros.
  [[nodiscard]] std::size_t copy_block(std::span<char> room) {
    std::size_t count = 0;
    if (member_bytes < block_offset) {
      count = static_cast<std::size_t>(
          std::min<std::uint64_t>(block_offset - member_bytes, room.size()));
      std::fill_n(room.begin(), count, '\0');
    } else {
      count = block.copy(room.data(), room.size());
      block.remove_prefix(count);
      block_offset += count;
    }
    member_bytes += count;
    return count;
  }

  void begin_member() {
    block = {};
    damaged = false;
    block_offset = member_bytes = 0;
  }

  [[nodiscard]] std::string error() const {
    const char* text = archive_error_string(handle.get());
    return text == nullptr ? "invalid data" : text;
  }

  BufferedInput& input;
  std::unique_ptr<struct archive, Deleter> handle;
  struct archive_entry* entry = nullptr;
  std::size_t given = 0;  ///< bytes of the input's window that libarchive has
  std::uint64_t windows = 0;
  std::string_view block;          ///< what is left of the block that is being read
  bool damaged = false;            ///< it is the last, and a checksum says that something is wrong
  std::uint64_t block_offset = 0;  ///< of that, in its member
  std::uint64_t member_bytes = 0;  ///< how many of the member's bytes were read
};

class Container::MemberSource final : public ByteSource {
 public:
  explicit MemberSource(Container& container) : container_(container) {}
  std::size_t read(std::span<char> room) override {
    if (ended_) return 0;
    std::string failure;
    const std::size_t count = container_.read(room, failure);
    ended_ = count == 0;
    if (!failure.empty()) fail(std::move(failure));
    return count;
  }

 private:
  Container& container_;
  bool ended_ = false;
};

Container::Container(ContainerKind kind, std::unique_ptr<BufferedInput> input, Expansion* expansion)
    : kind_(kind),
      input_(std::move(input)),
      expansion_(expansion),
      archive_(std::make_unique<Archive>(*input_)) {
  struct archive* handle = archive_->handle.get();
  if (kind == ContainerKind::zip) {
    archive_read_support_format_zip_streamable(handle);
  } else {
    archive_read_support_format_tar(handle);
    archive_read_set_format_option(handle, "tar", "read_concatenated_archives", "1");
  }
  if (archive_read_open(handle, archive_.get(), nullptr, Archive::read_window, nullptr) !=
      ARCHIVE_OK) {
    failure_ = current_failure();
    ended_ = true;
  }
}

Container::~Container() = default;

std::optional<Member> Container::next() {
  while (!ended_ && advance()) {
    const char* path = archive_entry_pathname(archive_->entry);
    const bool is_file = archive_entry_filetype(archive_->entry) == AE_IFREG &&
                         archive_entry_hardlink(archive_->entry) == nullptr;
    if (!is_file || is_hidden(path == nullptr ? "" : path)) continue;
    ++members_;
    return current();
  }
  return std::nullopt;
}

/// Moves to the next header that can be read.
bool Container::advance() {
  // A tar header that is damaged costs its own 512 bytes, of which a window has 128.
  constexpr int kMostFaultsInAWindow = 256;
  const Utf8Locale utf8;
  if (!pass_over_member()) return false;
  archive_->begin_member();
  std::uint64_t windows = archive_->windows;
  for (int faults = 0; faults < kMostFaultsInAWindow; ++faults) {
    const int result = archive_read_next_header(archive_->handle.get(), &archive_->entry);
    if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return is_bounded();
    if (result == ARCHIVE_EOF) pass_over_rest();
    if (result != ARCHIVE_EOF && failure_.empty()) failure_ = current_failure();
    if (result == ARCHIVE_EOF || result == ARCHIVE_FATAL) break;
    if (std::exchange(windows, archive_->windows) != archive_->windows) faults = 0;
  }
  ended_ = true;
  return false;
}

/// Not even to be passed over may such a member reach libarchive's decompression.
bool Container::is_bounded() {
  if (kind_ != ContainerKind::zip) return true;
  const std::string_view method = zip_method(archive_->handle.get());
  if (!takes_memory_without_bound(method)) return true;
  failure_ = "its members are compressed with " + std::string(method) +
             ", which is not supported inside zip";
  ended_ = true;
  return false;
}

/// Left to itself, libarchive may decompress the rest of a member of a zip, with nobody counting.
bool Container::pass_over_member() {
  constexpr std::size_t kBytes = std::size_t{16} << 10;
  if (kind_ != ContainerKind::zip || archive_->entry == nullptr) return true;
  std::array<char, kBytes> unread;
  std::string ignored;
  while (!ended_ && read(unread, ignored) > 0) {
  }
  return !ended_;
}

Member Container::current() const {
  constexpr std::size_t kMaxPathBytes = 4096;  // Linux's PATH_MAX
  constexpr std::size_t kShownBytes = 200;
  const char* name = archive_entry_pathname(archive_->entry);
  const std::string_view path = name == nullptr ? ""sv : name;
  if (path.size() > kMaxPathBytes) {
    return {member_path(path.substr(0, kShownBytes)) + "…",
            "its path is longer than " + std::to_string(kMaxPathBytes) + " bytes"};
  }
  Member member{member_path(path), {}};
  if (archive_entry_is_encrypted(archive_->entry) != 0) {
    member.reason = "it is encrypted; decrypt it first";
  }
  return member;
}

std::unique_ptr<ByteSource> Container::open_member() {
  return std::make_unique<MemberSource>(*this);
}

std::uint64_t Container::member_bytes() const {
  const la_int64_t told =
      archive_->entry == nullptr || archive_entry_size_is_set(archive_->entry) == 0
          ? 0
          : archive_entry_size(archive_->entry);
  return std::max(archive_->member_bytes,
                  static_cast<std::uint64_t>(std::max<la_int64_t>(told, 0)));
}

// Block by block: archive_read_data(), which puts blocks together, drops what it already has when
// the next turns out to be cut off or damaged.
std::size_t Container::read(std::span<char> room, std::string& failure) {
  if (!archive_->next_block()) {
    failure = current_failure();
    return 0;
  }
  const std::size_t count = archive_->copy_block(room);
  if (expansion_ == nullptr || expansion_->add(count)) return count;
  failure_ = failure = expansion_->failure();
  ended_ = true;
  return 0;
}

// Where reading itself failed, that is the reason.
std::string Container::current_failure() const {
  if (!input_->failure().empty()) return input_->failure();
  const std::string data = "its " + std::string(name_of(kind_)) + " data ";
  const std::string error = archive_->error();
  if (is_end(error)) return data + "ends early";
  return data + "cannot be read (" + error + ")";
}

/// What compression there is around the container is verified to its end.
void Container::pass_over_rest() {
  const void* window = nullptr;
  while (Archive::read_window(nullptr, archive_.get(), &window) > 0) {
  }
  if (failure_.empty()) failure_ = input_->failure();
}

}  // namespace warraq::corpus
