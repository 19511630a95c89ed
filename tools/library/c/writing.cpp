// The writing half of the C interface.
#include <cstdint>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/report_json.h"
#include "searcher/request/read_request.h"
#include "tools/library/c/boundary.h"
#include "warraq/cli/values.h"
#include "warraq/corpus/given_articles.h"
#include "warraq/indexer/indexer.h"

namespace warraq::c {
namespace {

using indexer::RunOptions;
using indexer::RunResult;
using Json = nlohmann::ordered_json;
using Parameters = searcher::Parameters;
using Texts = std::vector<std::string>;

constexpr cli::NumberRange kJobs = {"jobs", "threads", 0, 256};
constexpr cli::NumberRange kMemory = {"memory", "megabytes", 64, 1 << 20};

RunOptions run_options(const char* json, bool builds) {
  const Parameters parameters = parameters_of(json);
  std::vector<std::string_view> known = {"input-format", "jobs",           "memory",
                                         "on-error",     "keep-furniture", "dry-run"};
  if (builds) known.emplace_back("force");
  searcher::require_known(parameters, known);

  RunOptions options;
  if (const auto format = parameters.value("input-format")) {
    const auto named = corpus::input_format(*format);
    if (!named) cli::refuse_value("input-format", *format, corpus::input_format_names());
    options.read.format = *named;
  }
  if (const auto jobs = parameters.value("jobs")) {
    options.jobs = static_cast<unsigned>(cli::read_number(kJobs, *jobs));
  }
  if (const auto memory = parameters.value("memory")) {
    options.memory_bytes = static_cast<std::size_t>(cli::read_number(kMemory, *memory)) << 20U;
  }
  if (const auto on_error = parameters.value("on-error")) {
    if (*on_error == "stop") {
      options.on_error = indexer::OnError::stop;
    } else if (*on_error != "skip") {
      cli::refuse_value("on-error", *on_error, "skip or stop");
    }
  }
  options.find_furniture = !parameters.flag("keep-furniture");
  options.dry_run = parameters.flag("dry-run");
  options.force = parameters.flag("force");
  return options;
}

Texts texts(const char* const* given_texts, size_t count, std::string_view name) {
  if (count != 0) require(given_texts, name);
  Texts result;
  for (size_t i = 0; i < count; ++i) {
    require(given_texts[i], name);
    result.emplace_back(given_texts[i]);
  }
  return result;
}

Texts inputs_of(const char* const* inputs, size_t count) {
  if (count == 0) throw Error(ErrorCode::usage, "no input named", "name files or folders");
  return texts(inputs, count, "inputs");
}

void give(char** report, const Json& object) {
  constexpr auto kReplaceInvalid = Json::error_handler_t::replace;
  if (report != nullptr) *report = given(object.dump(-1, ' ', false, kReplaceInvalid));
}

warraq_status give_run(char** report, const RunResult& result) {
  Json object = {{"version", 1}};
  for (const auto& [name, count] : archive::kReadingCounts) {
    object[std::string(name)] = result.counts.*count;
  }
  object["articles_in_archive"] = result.articles_in_archive;
  object["stopped"] = result.stopped;
  indexer::add_findings(object, result.report);
  give(report, object);
  const bool nothing_read = result.counts.articles_read == 0;
  return result.counts.rejected != 0 || nothing_read ? WARRAQ_INPUT_REJECTED : WARRAQ_DONE;
}

std::unique_ptr<corpus::Reader> reader_of(const char* lines, size_t size) {
  if (size != 0) require(lines, "lines");
  return corpus::read_json_lines(size == 0 ? std::string_view() : std::string_view(lines, size));
}

}  // namespace
}  // namespace warraq::c

using namespace warraq::c;  // NOLINT(google-build-using-namespace): all that follows is C's

warraq_status warraq_build(const char* archive, const char* const* inputs, size_t count,
                           const char* options, char** report, warraq_error** error) {
  return guarded(report, error, [&] {
    require(archive, "archive");
    return give_run(report, warraq::indexer::build(archive, inputs_of(inputs, count),
                                                   run_options(options, true)));
  });
}

warraq_status warraq_add(const char* archive, const char* const* inputs, size_t count,
                         const char* options, char** report, warraq_error** error) {
  return guarded(report, error, [&] {
    require(archive, "archive");
    return give_run(report, warraq::indexer::add(archive, inputs_of(inputs, count),
                                                 run_options(options, false)));
  });
}

warraq_status warraq_build_lines(const char* archive, const char* lines, size_t size,
                                 const char* options, char** report, warraq_error** error) {
  return guarded(report, error, [&] {
    require(archive, "archive");
    const auto reader = reader_of(lines, size);
    return give_run(report, warraq::indexer::build(archive, *reader, run_options(options, true)));
  });
}

warraq_status warraq_add_lines(const char* archive, const char* lines, size_t size,
                               const char* options, char** report, warraq_error** error) {
  return guarded(report, error, [&] {
    require(archive, "archive");
    const auto reader = reader_of(lines, size);
    return give_run(report, warraq::indexer::add(archive, *reader, run_options(options, false)));
  });
}

warraq_status warraq_delete(const char* archive, const char* const* ids, size_t count,
                            char** report, warraq_error** error) {
  return guarded(report, error, [&] {
    require(archive, "archive");
    const auto result = warraq::indexer::remove(archive, texts(ids, count, "ids"));
    give(report, {{"deleted", result.deleted}, {"not_found", result.not_found}});
    if (result.deleted == 0) return WARRAQ_NOTHING_FOUND;
    return result.not_found.empty() ? WARRAQ_DONE : WARRAQ_INPUT_REJECTED;
  });
}

warraq_status warraq_compact(const char* archive, char** report, warraq_error** error) {
  return guarded(report, error, [&] {
    require(archive, "archive");
    const auto result = warraq::indexer::compact(archive, {});
    give(report, {{"articles", result.articles},
                  {"bytes_before", result.bytes_before},
                  {"bytes_after", result.bytes_after}});
    return WARRAQ_DONE;
  });
}
