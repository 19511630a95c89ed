#include "searcher/serve/metrics.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>

#include "searcher/serve/process_figures.h"
#include "warraq/archive/manifest.h"

namespace warraq::searcher::serve {
namespace {

std::string number(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

void append_header(std::string& out, std::string_view name, std::string_view type,
                   std::string_view help) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n");
  out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void append_sample(std::string& out, std::string_view name, std::string_view labels,
                   const std::string& value) {
  out += name;
  if (!labels.empty()) out.append("{").append(labels).append("}");
  out.append(" ").append(value).append("\n");
}

void append_one(std::string& out, std::string_view name, std::string_view type,
                std::string_view help, const std::string& value) {
  append_header(out, name, type, help);
  append_sample(out, name, {}, value);
}

std::string label(std::string_view name, std::string_view value) {
  return std::string(name) + "=\"" + escape_label(value) + '"';
}

void append_server(std::string& out, const ServerFigures& server) {
  const auto gauge = [&](std::string_view name, std::string_view help, std::uint64_t value) {
    append_one(out, name, "gauge", help, std::to_string(value));
  };
  const auto counter = [&](std::string_view name, std::string_view help, std::uint64_t value) {
    append_one(out, name, "counter", help, std::to_string(value));
  };
  gauge("warraq_http_connections", "Open connections.", server.connections);
  gauge("warraq_http_queued_requests", "Requests that wait for a worker.", server.queued);
  gauge("warraq_http_workers", "Threads that answer requests.", server.workers);
  gauge("warraq_http_busy_workers", "Threads that are answering a request.", server.busy_workers);
  gauge("warraq_http_export_workers", "Threads that send exports.", server.stream_workers);
  gauge("warraq_http_busy_export_workers", "Threads that are sending an export.",
        server.busy_stream_workers);
  counter("warraq_http_refused_connections_total", "Connections there was no room for.",
          server.refused_connections);
  counter("warraq_http_refused_requests_total", "Requests answered 503 because too many waited.",
          server.refused_requests);
  counter("warraq_http_malformed_requests_total", "Requests that were not understood.",
          server.malformed_requests);
}

void append_archive(std::string& out, const ArchiveFigures& archive) {
  append_one(out, "warraq_archive_readable", "gauge", "1 if the archive can be read.",
             archive.readable ? "1" : "0");
  if (!archive.readable) return;
  append_one(out, "warraq_archive_articles", "gauge", "Articles in the archive.",
             std::to_string(archive.articles));
  append_one(out, "warraq_archive_generation", "gauge",
             "Generation of the archive's shards, raised by each build and compaction.",
             std::to_string(archive.state.generation));
  append_one(out, "warraq_archive_live_revision", "gauge",
             "Revision of what was added to the archive since.",
             std::to_string(archive.state.live_revision));
}

void append_process(std::string& out) {
  const ProcessFigures process = process_figures();
  append_one(out, "process_resident_memory_bytes", "gauge", "Resident memory.",
             std::to_string(process.resident_bytes));
  append_one(out, "process_virtual_memory_bytes", "gauge", "Virtual memory.",
             std::to_string(process.virtual_bytes));
  append_one(out, "process_cpu_seconds_total", "counter", "CPU time, of user and system.",
             number(process.cpu_seconds));
  append_one(out, "process_open_fds", "gauge", "Open file descriptors.",
             std::to_string(process.open_descriptors));
  append_one(out, "process_max_fds", "gauge", "The most file descriptors that may be open.",
             std::to_string(process.most_descriptors));
  append_one(out, "process_start_time_seconds", "gauge", "When the process began, since 1970.",
             number(process.start_seconds));
}

}  // namespace

std::string escape_label(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

void Metrics::add(const Exchange& exchange) {
  const double seconds = std::chrono::duration<double>(exchange.total).count();
  const auto bucket = std::lower_bound(kBuckets.begin(), kBuckets.end(), seconds);
  const std::scoped_lock lock(mutex_);
  ++requests_[{exchange.route, exchange.status}];
  bytes_ += exchange.bytes;
  Durations& durations = durations_[exchange.route];
  ++durations.count;
  durations.sum += seconds;
  if (bucket != kBuckets.end()) {
    ++durations.below[static_cast<std::size_t>(bucket - kBuckets.begin())];
  }
}

std::string Metrics::text(const ServerFigures& server, const ArchiveFigures& archive,
                          std::optional<std::uint64_t> lost_lines) const {
  std::string out;
  append_header(out, "warraq_build_info", "gauge", "The version of Warraq that serves.");
  append_sample(out, "warraq_build_info", label("version", archive::version()), "1");
  {
    const std::scoped_lock lock(mutex_);
    constexpr std::string_view kRequests = "warraq_http_requests_total";
    append_header(out, kRequests, "counter",
                  "Answers by route and status; status 0 where the client went away first.");
    for (const auto& [what, count] : requests_) {
      append_sample(out, kRequests,
                    label("route", what.first) + ',' + label("status", std::to_string(what.second)),
                    std::to_string(count));
    }
    append_one(out, "warraq_http_sent_bytes_total", "counter", "Bytes of answers, heads included.",
               std::to_string(bytes_));
    const std::string name = "warraq_http_request_duration_seconds";
    append_header(out, name, "histogram",
                  "From a request's first byte read to its answer's last one written.");
    for (const auto& [route, durations] : durations_) {
      const std::string of_route = label("route", route);
      std::uint64_t below = 0;
      for (std::size_t i = 0; i < kBuckets.size(); ++i) {
        below += durations.below[i];
        append_sample(out, name + "_bucket", of_route + ',' + label("le", number(kBuckets[i])),
                      std::to_string(below));
      }
      append_sample(out, name + "_bucket", of_route + ',' + label("le", "+Inf"),
                    std::to_string(durations.count));
      append_sample(out, name + "_sum", of_route, number(durations.sum));
      append_sample(out, name + "_count", of_route, std::to_string(durations.count));
    }
  }
  append_server(out, server);
  if (lost_lines) {
    append_one(out, "warraq_access_log_lost_lines_total", "counter",
               "Lines of the access log that were left out or could not be written.",
               std::to_string(*lost_lines));
  }
  append_archive(out, archive);
  append_process(out);
  return out;
}

}  // namespace warraq::searcher::serve
