#include "indexer/invert/drop_replaced.h"

#include <algorithm>
#include <optional>
#include <queue>
#include <span>
#include <string>
#include <utility>

#include "indexer/invert/copy_run.h"
#include "indexer/invert/merge_runs.h"
#include "indexer/run/stop_check.h"

namespace warraq::indexer {
namespace {

using Dropped = std::vector<std::vector<std::uint32_t>>;  // documents by run

/// A file of ids in byte order: a run's own, or one merged of several, which names the run too.
struct IdFile {
  std::filesystem::path path;
  std::optional<std::uint32_t> run;
};

/// An id and where its last article is.
struct Id {
  std::string term;
  std::uint32_t run = 0;
  std::uint32_t document = 0;
};

class IdReader {
 public:
  explicit IdReader(const IdFile& file) : stream_(file.path), run_(file.run) {}
  [[nodiscard]] bool next() {
    if (stream_.at_end()) return false;
    id_.term = stream_.get_string();
    id_.document = stream_.get_number<std::uint32_t>();
    id_.run = run_ ? *run_ : stream_.get_number<std::uint32_t>();
    return true;
  }
  [[nodiscard]] const Id& id() const { return id_; }

 private:
  InputStream stream_;
  std::optional<std::uint32_t> run_;
  Id id_;
};

// Calls `take` with each id's last place, and notes the others.
template <typename Take>
void merge_ids(std::span<const IdFile> files, Dropped& dropped, const std::stop_token& stop,
               Take take) {
  std::vector<IdReader> readers;
  readers.reserve(files.size());
  for (const IdFile& file : files) readers.emplace_back(file);
  // Files are in the order of their runs.
  const auto later = [&](std::size_t left, std::size_t right) {
    const int order = readers[left].id().term.compare(readers[right].id().term);
    return order != 0 ? order > 0 : left > right;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> waiting(later);
  for (std::size_t file = 0; file < files.size(); ++file) {
    if (readers[file].next()) waiting.push(file);
  }
  StopCheck check(stop);
  while (!waiting.empty()) {
    check.look();
    const std::size_t file = waiting.top();
    waiting.pop();
    const Id& id = readers[file].id();
    if (!waiting.empty() && readers[waiting.top()].id().term == id.term) {
      dropped[id.run].push_back(id.document);
    } else {
      take(id);
    }
    if (readers[file].next()) waiting.push(file);
  }
}

Dropped find_replaced(const std::vector<Run>& runs, const std::filesystem::path& work,
                      const std::stop_token& stop) {
  Dropped dropped(runs.size());
  std::vector<IdFile> files;
  for (std::uint32_t run = 0; run < runs.size(); ++run) files.push_back({runs[run].ids(), run});
  for (std::size_t made = 0; files.size() > kMaxRunsAtOnce; ++made) {
    std::vector<IdFile> merged;
    for (std::size_t first = 0; first < files.size(); first += kMaxRunsAtOnce) {
      const std::size_t count = std::min(kMaxRunsAtOnce, files.size() - first);
      merged.push_back({work / ("ids-" + std::to_string(made) + "-" + std::to_string(first)), {}});
      OutputStream out(merged.back().path);
      merge_ids(std::span(files).subspan(first, count), dropped, stop, [&](const Id& id) {
        out.put_string(id.term);
        out.put_number(id.document);
        out.put_number(id.run);
      });
      out.finish();
    }
    files = std::move(merged);
  }
  merge_ids(files, dropped, stop, [](const Id&) {});
  for (auto& documents : dropped) std::sort(documents.begin(), documents.end());
  return dropped;
}

}  // namespace

std::uint64_t drop_replaced(std::vector<Run>& runs, const std::filesystem::path& work,
                            StoredWords& stored, const std::stop_token& stop) {
  const Dropped dropped = find_replaced(runs, work, stop);
  std::uint64_t count = 0;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    if (dropped[run].empty()) continue;
    count += dropped[run].size();
    Run copy = copy_without(runs[run], dropped[run], runs[run].folder.string() + "-", stored);
    std::filesystem::remove_all(runs[run].folder);
    runs[run] = std::move(copy);
  }
  return count;
}

}  // namespace warraq::indexer
