#include "indexer/export/sink.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "indexer/glass/output_file.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_cannot_write(const fs::path& path, const std::error_code& reason) {
  throw Error(ErrorCode::io,
              analyzers::isolate(path.string()) + " cannot be written: " + reason.message(),
              "name a place that you may write to, on a disk that has room");
}

/// Runs `action` on what is to become `path`; what the system refuses becomes Error.
template <typename Action>
decltype(auto) writing(const fs::path& path, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const std::system_error& error) {
    throw_cannot_write(path, error.code());
  }
}

[[noreturn]] void throw_exists(const fs::path& path, const std::string& what,
                               const std::string& advice) {
  throw Error(ErrorCode::usage, analyzers::isolate(path.string()) + ' ' + what, advice);
}

// "news/" is "news".
fs::path without_slash(const fs::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// A new folder beside `path`, for what is to become it. Its name says that it is not whole.
class WorkFolderBeside {
 public:
  explicit WorkFolderBeside(const fs::path& path) {
    std::string name = path.string() + ".incomplete-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) {
      throw std::system_error(errno, std::generic_category(), name);
    }
    path_ = name;
  }
  WorkFolderBeside(const WorkFolderBeside&) = delete;
  WorkFolderBeside& operator=(const WorkFolderBeside&) = delete;
  ~WorkFolderBeside() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class BufferedFile {
 public:
  explicit BufferedFile(const fs::path& path) : file_(path) {}
  void write(std::string_view bytes) {
    size_ += bytes.size();
    buffer_ += bytes;
    if (buffer_.size() >= kBufferBytes) flush();
  }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  void finish() {
    flush();
    file_.sync();
  }

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{256} << 10;
  void flush() {
    file_.write(buffer_);
    buffer_.clear();
  }

  glass::OutputFile file_;
  std::string buffer_;
  std::uint64_t size_ = 0;
};

class StreamSink : public Sink {
 public:
  explicit StreamSink(std::ostream& out) : out_(out) {}
  bool write(std::string_view lines) override {
    out_ << lines;
    return out_.good();
  }
  void commit() override { out_.flush(); }

 private:
  std::ostream& out_;
};

class PipeSink : public Sink {
 public:
  explicit PipeSink(fs::path path) : path_(std::move(path)), out_(path_, std::ios::binary) {
    require_good();
  }
  bool write(std::string_view lines) override {
    errno = 0;
    out_ << lines;
    require_good();
    return true;
  }
  void commit() override {
    errno = 0;
    out_.close();
    require_good();
  }

 private:
  void require_good() const {
    if (!out_) throw_cannot_write(path_, {errno != 0 ? errno : EIO, std::generic_category()});
  }

  fs::path path_;
  std::ofstream out_;
};

class FileSink : public Sink {
 public:
  explicit FileSink(fs::path path)
      : path_(std::move(path)), work_(path_), made_(work_.path() / "lines"), file_(made_) {}
  bool write(std::string_view lines) override {
    writing(path_, [&] { file_.write(lines); });
    return true;
  }
  void commit() override {
    writing(path_, [&] {
      file_.finish();
      fs::rename(made_, path_);
      glass::sync_folder(folder_of(path_));
    });
  }

 private:
  fs::path path_;
  WorkFolderBeside work_;
  fs::path made_;
  BufferedFile file_;
};

std::string bulk_name(std::uint64_t number) {
  std::array<char, 40> name{};
  static_cast<void>(std::snprintf(name.data(), name.size(), "bulk-%05llu.ndjson",
                                  static_cast<unsigned long long>(number)));
  return name.data();
}

bool is_of_an_export(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  return entry.is_regular_file() &&
         (name == kTemplateFile || (name.starts_with("bulk-") && name.ends_with(".ndjson")));
}

class FolderSink : public Sink {
 public:
  FolderSink(fs::path path, std::size_t bulk_bytes, std::string index_template)
      : path_(std::move(path)),
        bulk_bytes_(bulk_bytes),
        template_(std::move(index_template)),
        work_(path_),
        made_(work_.path() / "export") {
    fs::create_directory(made_);
  }

  bool write(std::string_view lines) override {
    writing(path_, [&] {
      if (file_ && file_->size() + lines.size() > bulk_bytes_) finish_file();
      if (!file_) file_.emplace(made_ / bulk_name(++files_));
      file_->write(lines);
    });
    return true;
  }

  void commit() override {
    writing(path_, [&] {
      if (file_) finish_file();
      BufferedFile index_template(made_ / kTemplateFile);
      index_template.write(template_);
      index_template.finish();
      glass::sync_folder(made_);
      // What stood there goes away with the folder of the work.
      if (fs::exists(path_)) fs::rename(path_, work_.path() / "before");
      fs::rename(made_, path_);
      glass::sync_folder(folder_of(path_));
    });
  }

  [[nodiscard]] std::uint64_t files() const override { return files_; }

 private:
  void finish_file() {
    file_->finish();
    file_.reset();
  }

  fs::path path_;
  std::size_t bulk_bytes_;
  std::string template_;
  WorkFolderBeside work_;
  fs::path made_;
  std::optional<BufferedFile> file_;
  std::uint64_t files_ = 0;
};

void require_free_for_file(const fs::path& path, bool force) {
  if (fs::is_directory(path)) throw_exists(path, "is a folder", "name a file");
  if (!force && fs::exists(path)) {
    throw_exists(path, "is there already", "name another file, or replace it with --force");
  }
}

// Only what an export of ours wrote is ever replaced: a wrong name would cost whole folders.
void require_free_for_folder(const fs::path& path, bool force) {
  if (!fs::exists(path)) return;
  if (!fs::is_directory(path)) throw_exists(path, "is a file", "name a folder");
  const fs::directory_iterator entries(path);
  if (!std::all_of(begin(entries), end(entries), is_of_an_export)) {
    throw_exists(path, "holds something else than an export", "name another folder");
  }
  if (!force && !fs::is_empty(path)) {
    throw_exists(path, "holds an export already",
                 "name another folder, or replace it with --force");
  }
}

}  // namespace

std::unique_ptr<Sink> make_stream_sink(std::ostream& out) {
  return std::make_unique<StreamSink>(out);
}

std::unique_ptr<Sink> make_file_sink(const fs::path& path, bool force) {
  return writing(path, [&]() -> std::unique_ptr<Sink> {
    const fs::file_status status = fs::status(path);
    const bool is_pipe =
        fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
    if (is_pipe) return std::make_unique<PipeSink>(path);
    require_free_for_file(path, force);
    return std::make_unique<FileSink>(path);
  });
}

std::unique_ptr<Sink> make_folder_sink(const fs::path& path, bool force, std::size_t bulk_bytes,
                                       std::string index_template) {
  return writing(path, [&]() -> std::unique_ptr<Sink> {
    const fs::path folder = without_slash(path);
    require_free_for_folder(folder, force);
    return std::make_unique<FolderSink>(folder, bulk_bytes, std::move(index_template));
  });
}

}  // namespace warraq::indexer
