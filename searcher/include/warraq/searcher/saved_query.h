// Saved queries: a file that keeps a query and which articles it found, so that it can be run again
// and tell what has changed since. OUTPUT.md has the format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "warraq/export.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// What a saved query says besides the articles.
struct SavedHeader {
  Request request;  ///< all of it that says what Searcher::for_each() gives, and in which order
  std::filesystem::path archive;  ///< absolute once saved
  ArchiveState state;
  std::string saved;  ///< UTC, ISO 8601
};

/// Writes a saved query, article after article; its file changes as a whole, and only by commit().
/// Throws Error(io), and usage for what may not be replaced: a folder, a device, a pipe.
class WARRAQ_EXPORT SavedQueryWriter {
 public:
  explicit SavedQueryWriter(const std::filesystem::path& file);
  SavedQueryWriter(const SavedQueryWriter&) = delete;
  SavedQueryWriter& operator=(const SavedQueryWriter&) = delete;
  ~SavedQueryWriter();

  /// First, once. `header.saved` is of no account: now is written.
  void begin(const SavedHeader& header);
  void add(const StreamedArticle& article);
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Runs `request` and writes what it finds to `file`; returns how many articles that are. Throws as
/// Searcher::for_each() and SavedQueryWriter. Where it is asked to stop, the file stays as it was.
WARRAQ_EXPORT std::uint64_t save_query(Searcher& searcher, const Request& request,
                                       const std::filesystem::path& archive,
                                       const std::filesystem::path& file,
                                       const std::stop_token& stop = {});

/// A saved query, read: 16 bytes for each article. The file is read once more for those that are
/// gone.
class WARRAQ_EXPORT SavedQuery {
 public:
  /// Throws Error, naming the line and the reason: usage for a file that is no saved query, or a
  /// damaged one, incompatible for one of a later version, io.
  explicit SavedQuery(std::filesystem::path file);

  [[nodiscard]] const SavedHeader& header() const { return header_; }
  [[nodiscard]] std::uint64_t articles() const { return articles_.size(); }

 private:
  friend class Comparison;

  std::filesystem::path file_;
  SavedHeader header_;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> articles_;  // hashes: id, content; sorted
};

/// What became of an article since a query was saved.
enum class Change {
  added,    ///< found now and not then
  changed,  ///< found then and now, stored otherwise
  gone      ///< found then and not now
};

/// One of them, valid while it is taken.
struct ChangedArticle {
  Change change = Change::added;
  std::string_view id;
  const StreamedArticle* article = nullptr;  ///< null for one that is gone
};

struct Changes {
  std::uint64_t then = 0;  ///< articles found when the query was saved
  std::uint64_t now = 0;
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t gone = 0;
  bool archive_changed = false;   ///< its articles, that is, or another archive in its place
  bool analyser_changed = false;  ///< so that the same words may find otherwise
  bool complete = true;           ///< false: `take` ended it, or it was asked to stop
};

/// Runs a saved query again, and gives `take` what has changed, in the query's order and those that
/// are gone last, until it returns false. With a writer, what is found now is written to it too:
/// commit it once what was taken is safe. Throws as Searcher::for_each(), and SavedQuery().
WARRAQ_EXPORT Changes compare_with_saved(Searcher& searcher, const std::filesystem::path& archive,
                                         const SavedQuery& saved,
                                         const std::function<bool(const ChangedArticle&)>& take,
                                         SavedQueryWriter* writer = nullptr,
                                         const std::stop_token& stop = {});

}  // namespace warraq::searcher
