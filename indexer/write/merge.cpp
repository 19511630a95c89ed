#include "indexer/write/merge.h"

#include <xapian.h>
#include <string>
#include <utility>

#include "indexer/run/stopped.h"

namespace warraq::indexer {
namespace {

// Called by Xapian before and after each table.
class StoppableCompactor final : public Xapian::Compactor {
 public:
  explicit StoppableCompactor(std::stop_token stop) : stop_(std::move(stop)) {}
  void set_status(const std::string& /*table*/, const std::string& /*status*/) override {
    if (stop_.stop_requested()) throw Stopped();
  }

 private:
  std::stop_token stop_;
};

}  // namespace

void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& output, Numbering numbering,
                     std::stop_token stop) {
  Xapian::Database all;
  for (const std::filesystem::path& source : sources) {
    all.add_database(Xapian::Database(source.string()));
  }
  unsigned flags = Xapian::Compactor::FULL;
  if (numbering == Numbering::kept) flags |= Xapian::DBCOMPACT_NO_RENUMBER;
  StoppableCompactor compactor(std::move(stop));
  all.compact(output.string(), flags, 0, compactor);
}

}  // namespace warraq::indexer
