#include <atomic>
#include <csignal>
#include <thread>

#include "warraq/cli/program.h"

#include <pthread.h>
#include <unistd.h>

namespace warraq::cli {
namespace {

std::atomic<int> received_signal = 0;

// Signals are taken by a thread that waits for them, where asking a stop_source to stop is allowed;
// a handler may not do that.
std::stop_source& waiting_source() {
  static std::stop_source source;
  static const bool started = [] {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals] {
      int signal = 0;
      if (sigwait(&signals, &signal) != 0) return;
      received_signal = signal;
      source.request_stop();
      // The next one takes its default course and ends the process.
      std::signal(SIGINT, SIG_DFL);
      std::signal(SIGTERM, SIG_DFL);
      pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
      for (;;) pause();
    }).detach();
    return true;
  }();
  static_cast<void>(started);
  return source;
}

}  // namespace

std::stop_token stop_on_signals() { return waiting_source().get_token(); }

int signal_exit_code() {
  const int signal = received_signal;
  return signal == 0 ? 0 : 128 + signal;
}

}  // namespace warraq::cli
