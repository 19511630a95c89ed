#include <array>
#include <atomic>
#include <csignal>
#include <functional>
#include <thread>
#include <utility>

#include "warraq/cli/program.h"

#include <pthread.h>
#include <unistd.h>

namespace warraq::cli {
namespace {

// Ctrl-C, the system, a terminal that was closed.
constexpr std::array<int, 3> kSignals = {SIGINT, SIGTERM, SIGHUP};

std::atomic<int> received_signal = 0;

// Set before the thread is started.
std::function<void()> hangup_action;

// nohup(1) has a process ignore SIGHUP: that is left so, unless it means something else than to
// stop.
bool is_ignored(int signal) {
  if (signal == SIGHUP && hangup_action) return false;
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t signals_to_take() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : kSignals) {
    if (!is_ignored(signal)) sigaddset(&signals, signal);
  }
  return signals;
}

// The next one takes its default course and ends the process.
void let_go(const sigset_t& signals) {
  for (const int signal : kSignals) {
    if (sigismember(&signals, signal) == 1) std::signal(signal, SIG_DFL);
  }
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

// The first of `signals` to stop at. None where it cannot be waited for.
int wait_for_stop(const sigset_t& signals) {
  int signal = 0;
  do {
    if (signal == SIGHUP) hangup_action();
    if (sigwait(&signals, &signal) != 0) return 0;
  } while (signal == SIGHUP && hangup_action);
  return signal;
}

// Signals are taken by a thread that waits for them, where asking a stop_source to stop is allowed;
// a handler may not do that.
std::stop_source& waiting_source() {
  static std::stop_source source;
  static const bool started = [] {
    const sigset_t signals = signals_to_take();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals = signals]() mutable {
      const int signal = wait_for_stop(signals);
      if (signal == 0) return;
      received_signal = signal;
      write_message("stopping; once more ends it at once");  // the process may end at once
      source.request_stop();
      if (hangup_action) sigdelset(&signals, SIGHUP);  // is of no account any more
      let_go(signals);
      for (;;) pause();
    }).detach();
    return true;
  }();
  static_cast<void>(started);
  return source;
}

}  // namespace

void on_hangup(std::function<void()> action) { hangup_action = std::move(action); }

std::stop_token stop_on_signals() { return waiting_source().get_token(); }

int signal_exit_code() {
  const int signal = received_signal;
  return signal == 0 ? 0 : 128 + signal;
}

}  // namespace warraq::cli
