// The bytes of an answer on their way from the worker that writes them to the connection, which
// takes them as fast as its client reads.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

class BodyStream final : public BodyWriter {
 public:
  /// `on_bytes` is called on the worker's thread where take() had nothing to give and now has.
  explicit BodyStream(std::function<void()> on_bytes) : on_bytes_(std::move(on_bytes)) {}

  /// The worker's side. write() waits while much is left to be taken.
  [[nodiscard]] bool write(std::string_view piece) override;
  /// No more comes; `whole`: nothing is missing.
  void end(bool whole);

  /// The connection's side.
  struct Taken {
    std::string bytes;
    bool ended = false;  ///< these are the last
    bool whole = false;
  };
  [[nodiscard]] Taken take();
  /// Nothing more will be taken: write() returns false from now on.
  void abandon();

 private:
  std::mutex mutex_;
  std::condition_variable room_;
  std::string bytes_;
  bool ended_ = false;
  bool whole_ = false;
  bool abandoned_ = false;
  bool is_awaited_ = false;  ///< take() found nothing
  std::function<void()> on_bytes_;
};

}  // namespace warraq::searcher::serve
