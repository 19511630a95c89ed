// The deadline of one request.
#pragma once

#include "indexer/archive/open_archive.h"

namespace warraq::searcher {

/// Puts an archive under a deadline, and then back under that which it had: a request may be made
/// while another one's articles are taken.
class DeadlineScope {
 public:
  DeadlineScope(const archive::OpenArchive& archive, archive::Deadline::Time time)
      : archive_(archive), before_(archive.deadline().time()) {
    archive_.deadline().set(time);
  }
  DeadlineScope(const DeadlineScope&) = delete;
  DeadlineScope& operator=(const DeadlineScope&) = delete;
  ~DeadlineScope() { archive_.deadline().set(before_); }

 private:
  const archive::OpenArchive& archive_;
  archive::Deadline::Time before_;
};

}  // namespace warraq::searcher
