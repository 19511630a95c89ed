#include "indexer/duplicates/group.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <numeric>
#include <system_error>
#include <type_traits>
#include <utility>

#include "indexer/run/stop_check.h"
#include "warraq/analyzers/direction.h"

namespace warraq::indexer {
namespace {

static_assert(std::is_trivially_copyable_v<SketchedArticle>, "files hold its bytes as they are");

/// Disjoint sets, each led by its least member (Tarjan 1975, with path halving).
class Sets {
 public:
  explicit Sets(std::uint32_t members) : parents_(members) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }
  [[nodiscard]] std::uint32_t first_of(std::uint32_t member) {
    while (parents_[member] != member) {
      parents_[member] = parents_[parents_[member]];
      member = parents_[member];
    }
    return member;
  }
  void join(std::uint32_t left, std::uint32_t right) {
    left = first_of(left);
    right = first_of(right);
    parents_[std::max(left, right)] = std::min(left, right);
  }
  /// The first of each member's set.
  [[nodiscard]] std::vector<std::uint32_t> take() {
    // A parent is less than its child: it has its own first already.
    for (std::uint32_t& parent : parents_) parent = parents_[parent];
    return std::move(parents_);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

[[noreturn]] void fail(int reason, const std::string& what) {
  throw std::system_error(reason, std::generic_category(), what);
}

/// Sketches in a file, by their articles' numbers from 0.
class SketchFile {
 public:
  explicit SketchFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) fail(errno, analyzers::isolate(path.string()));
  }
  SketchFile(const SketchFile&) = delete;
  SketchFile& operator=(const SketchFile&) = delete;
  ~SketchFile() { ::close(descriptor_); }

  /// Throws std::system_error.
  [[nodiscard]] Sketch read(std::uint32_t article) const {
    Sketch result;
    const auto begin = static_cast<off_t>(std::uint64_t{article} * sizeof result);
    for (std::size_t done = 0; done < sizeof result;) {
      const ssize_t count = ::pread(descriptor_, reinterpret_cast<char*>(&result) + done,
                                    sizeof result - done, begin + static_cast<off_t>(done));
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) fail(count < 0 ? errno : EIO, "the sketches of articles");
      done += static_cast<std::size_t>(count);
    }
    return result;
  }

 private:
  int descriptor_;
};

/// Articles that share a key, the last of them, while it goes by.
class Neighbours {
 public:
  Neighbours(const SketchFile& sketches, Sets& sets) : sketches_(sketches), sets_(sets) {}

  void add(std::uint32_t key, std::uint32_t article) {
    if (key != key_) last_.clear();
    key_ = key;
    Neighbour added{article, {}};
    for (Neighbour& other : last_) compare(other, added);
    if (last_.size() == kMostCompared) last_.erase(last_.begin());
    last_.push_back(added);
  }

 private:
  struct Neighbour {
    std::uint32_t article = 0;
    std::optional<Sketch> sketch;  ///< read once it is needed: most have no neighbours
  };

  void compare(Neighbour& left, Neighbour& right) {
    if (sets_.first_of(left.article) == sets_.first_of(right.article)) return;
    if (are_near_duplicates(sketch_of(left), sketch_of(right))) {
      sets_.join(left.article, right.article);
    }
  }
  const Sketch& sketch_of(Neighbour& neighbour) {
    if (!neighbour.sketch) neighbour.sketch = sketches_.read(neighbour.article);
    return *neighbour.sketch;
  }

  const SketchFile& sketches_;
  Sets& sets_;
  std::uint32_t key_ = kNoKey;
  std::vector<Neighbour> last_;
};

}  // namespace

void put_sketch(OutputStream& out, const SketchedArticle& article) {
  out.put_bytes({reinterpret_cast<const char*>(&article), sizeof article});
}

SketchedArticle get_sketch(InputStream& in) {
  SketchedArticle article;
  std::memcpy(&article, in.get_bytes(sizeof article).data(), sizeof article);
  return article;
}

std::vector<std::uint64_t> DuplicateGroups::by_document() const {
  std::vector<std::uint64_t> groups(firsts_.size() + 1);
  for (std::uint32_t article = 0; article < firsts_.size(); ++article) {
    groups[article + 1] = group_of(article);
  }
  return groups;
}

DuplicateFinder::DuplicateFinder(const std::filesystem::path& work, std::size_t memory)
    : path_(work / "sketches"), sketches_(path_), keys_(work, memory) {}

void DuplicateFinder::add(const SketchedArticle& article) {
  const Sketch& sketch = article.sketch;
  sketches_.put_bytes({reinterpret_cast<const char*>(&sketch), sizeof sketch});
  keys_.add(sketch.keys, static_cast<std::uint32_t>(groups_.size()));
  groups_.push_back(article.group);
}

DuplicateGroups DuplicateFinder::find(const std::stop_token& stop) {
  sketches_.finish();
  const SketchFile sketches(path_);
  // Open, it is read as long as it is needed, and goes with the process whatever happens.
  std::filesystem::remove(path_);
  Sets sets(static_cast<std::uint32_t>(groups_.size()));
  Neighbours neighbours(sketches, sets);
  StopCheck check(stop);
  keys_.finish([&](std::uint32_t key, std::uint32_t article) {
    check.look();
    neighbours.add(key, article);
  });
  return DuplicateGroups(sets.take(), std::move(groups_));
}

}  // namespace warraq::indexer
