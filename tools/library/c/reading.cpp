// The reading half of the C interface.
#include <chrono>
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/completions.h"
#include "searcher/output/concordance.h"
#include "searcher/output/explanation.h"
#include "searcher/output/facets.h"
#include "searcher/output/info.h"
#include "searcher/output/json_answer.h"
#include "searcher/request/filter_notes.h"
#include "searcher/request/read_request.h"
#include "tools/library/c/boundary.h"
#include "warraq/cli/values.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

struct warraq_searcher {
  warraq::searcher::Searcher searcher;
};

namespace warraq::c {
namespace {

using Clock = std::chrono::steady_clock;
using searcher::Parameters;
using searcher::Request;
using searcher::Searcher;
namespace output = searcher::output;
using Names = std::vector<std::string_view>;

constexpr std::size_t kMost = 999'999'999;

Names operator+(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

Names filter_names() { return {"from", "to", "source", "category", "author", "agency", "group"}; }

// What says which articles are found, and not what is shown of them.
Names finding_names() {
  return Names{"query"} + filter_names() +
         Names{"exact", "no-variants", "exclude-variant", "all", "strict"};
}

// Of what is asked; all of it may have a deadline.
Parameters known_parameters(const char* json, const Names& known) {
  Parameters parameters = parameters_of(json);
  searcher::require_known(parameters, known + Names{"deadline"});
  return parameters;
}

std::optional<Clock::time_point> deadline_of(const Parameters& parameters) {
  const std::optional<std::string> text = parameters.value("deadline");
  if (!text) return std::nullopt;
  const auto wanted = cli::read_number({"deadline", "milliseconds", 1, kMost}, *text);
  return Clock::now() + std::chrono::milliseconds(wanted);
}

Request request_of(const Parameters& parameters) {
  Request request = searcher::read_request(parameters, {}, searcher::Naming::parameter);
  request.deadline = deadline_of(parameters);
  return request;
}

Request filters_of(const Parameters& parameters) {
  Request request = searcher::read_filters(parameters, searcher::Naming::parameter);
  request.query = parameters.value("query").value_or("");
  request.deadline = deadline_of(parameters);
  return request;
}

std::size_t limit_of(const Parameters& parameters, std::string_view unit, std::size_t fallback) {
  const std::optional<std::string> limit = parameters.value("limit");
  return limit ? cli::read_number({"limit", unit, 0, kMost}, *limit) : fallback;
}

// Gives `*text` what `value` prints; nothing was found where `found` is 0.
warraq_status give(char** text, const output::Json& value, std::uint64_t found) {
  *text = given(output::to_text(value));
  return found == 0 ? WARRAQ_NOTHING_FOUND : WARRAQ_DONE;
}

// The same of what was printed as a line.
warraq_status give(char** text, const std::ostringstream& printed, std::uint64_t found) {
  std::string_view line = printed.view();
  if (line.ends_with('\n')) line.remove_suffix(1);
  *text = given(line);
  return found == 0 ? WARRAQ_NOTHING_FOUND : WARRAQ_DONE;
}

// One text out of an open archive.
template <typename Run>
warraq_status ask(warraq_searcher* searcher, char** text, warraq_error** error,
                  const Run& run) noexcept {
  return guarded(text, error, [&] {
    require(searcher, "searcher");
    require(text, "the place of the answer");
    return run(searcher->searcher);
  });
}

}  // namespace
}  // namespace warraq::c

using namespace warraq::c;  // NOLINT(google-build-using-namespace): all that follows is C's

warraq_status warraq_open(const char* archive, warraq_searcher** searcher, warraq_error** error) {
  if (searcher != nullptr) *searcher = nullptr;
  return guarded(error, [&] {
    require(archive, "archive");
    require(searcher, "the place of the searcher");
    *searcher = new warraq_searcher{Searcher(archive)};  // NOLINT(*-owning-memory): the caller's
    return WARRAQ_DONE;
  });
}

void warraq_close(warraq_searcher* searcher) {
  delete searcher;  // NOLINT(*-owning-memory)
}

warraq_status warraq_refresh(warraq_searcher* searcher, warraq_error** error) {
  return guarded(error, [&] {
    require(searcher, "searcher");
    searcher->searcher.refresh();
    return WARRAQ_DONE;
  });
}

warraq_status warraq_search(warraq_searcher* searcher, const char* request, char** answer,
                            warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    const Parameters parameters = known_parameters(request, warraq::searcher::request_parameters());
    Request wanted = request_of(parameters);
    wanted.duplicate_groups = true;
    warraq::searcher::Answer found = archive.search(wanted);
    add_notes_on_filters(archive, wanted, found.notes);
    return give(answer, output::as_json(found), found.total);
  });
}

warraq_status warraq_get(warraq_searcher* searcher, const char* id, char** article,
                         warraq_error** error) {
  return ask(searcher, article, error, [&](Searcher& archive) {
    require(id, "id");
    const auto found = archive.get(id);
    if (!found) return WARRAQ_NOTHING_FOUND;
    *article = given(to_json(*found));
    return WARRAQ_DONE;
  });
}

warraq_status warraq_similar(warraq_searcher* searcher, const char* id, const char* request,
                             char** answer, warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    require(id, "id");
    const Parameters parameters = known_parameters(
        request, filter_names() + Names{"limit", "offset", "snippets", "duplicates"});
    warraq::searcher::SimilarRequest wanted{request_of(parameters), parameters.flag("duplicates")};
    wanted.request.duplicate_groups = true;
    // As the command has it: which words two articles share makes no passage to read.
    if (!parameters.has("snippets")) wanted.request.snippets = 0;
    auto found = archive.similar(id, wanted);
    if (!found) return WARRAQ_NOTHING_FOUND;
    add_notes_on_filters(archive, wanted.request, found->notes);
    return give(answer, output::as_json(*found), found->total);
  });
}

warraq_status warraq_suggest(warraq_searcher* searcher, const char* request, char** answer,
                             warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    const Parameters parameters = known_parameters(request, {"query", "limit"});
    const auto completions =
        archive.suggest(parameters.value("query").value_or(""),
                        limit_of(parameters, "completions", 10), deadline_of(parameters));
    return give(answer, output::as_json(completions), completions.size());
  });
}

warraq_status warraq_facets(warraq_searcher* searcher, const char* request, char** answer,
                            warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    const Parameters parameters = known_parameters(request, finding_names() + Names{"by", "limit"});
    const Request wanted = filters_of(parameters);
    const auto fields = warraq::searcher::read_facet_fields(
        "by", parameters.list("by").value_or("source,category,year"));
    auto counts = archive.facets(wanted, fields, limit_of(parameters, "values", 10));
    add_notes_on_filters(archive, wanted, counts.notes);
    return give(answer, output::as_json(counts), counts.total);
  });
}

warraq_status warraq_timeline(warraq_searcher* searcher, const char* request, char** answer,
                              warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    const Parameters parameters = known_parameters(request, finding_names() + Names{"interval"});
    const Request wanted = filters_of(parameters);
    const std::string name = parameters.value("interval").value_or("auto");
    const auto interval = warraq::searcher::interval_named(name);
    if (!interval) warraq::cli::refuse_value("interval", name, "auto, day, week, month or year");
    auto counts = archive.timeline(wanted, *interval);
    add_notes_on_filters(archive, wanted, counts.notes);
    return give(answer, output::as_json(counts), counts.total);
  });
}

warraq_status warraq_kwic(warraq_searcher* searcher, const char* request, char** answer,
                          warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    const Parameters parameters =
        known_parameters(request, finding_names() + Names{"sort", "words", "limit"});
    const auto words = warraq::cli::read_number({"words", "words on each side", 0, 1'000},
                                                parameters.value("words").value_or("5"));
    const Request wanted = filters_of(parameters);
    std::ostringstream out;
    const auto printer = output::make_concordance_printer("json", out, words, {});
    const auto end = output::print_concordance(*printer, archive, wanted, words,
                                               limit_of(parameters, "lines", 100));
    return give(answer, out, end.counts.occurrences);
  });
}

warraq_status warraq_explain(warraq_searcher* searcher, const char* request, char** answer,
                             warraq_error** error) {
  return ask(searcher, answer, error, [&](Searcher& archive) {
    const Parameters parameters = known_parameters(request, warraq::searcher::request_parameters());
    Request wanted = request_of(parameters);
    // As the command has it.
    if (!parameters.has("limit")) wanted.limit = 3;
    if (!parameters.has("snippets")) wanted.snippets = 0;
    const auto explanation = archive.explain(wanted);
    std::ostringstream out;
    output::print_explanation_as_json(out, explanation);
    return give(answer, out, explanation.total);
  });
}

warraq_status warraq_info(warraq_searcher* searcher, char** info, warraq_error** error) {
  return ask(searcher, info, error, [&](Searcher& archive) {
    *info = given(output::to_text(output::as_json(archive.info())));
    return WARRAQ_DONE;
  });
}

warraq_status warraq_export(warraq_searcher* searcher, const char* request, warraq_take take,
                            void* context, warraq_error** error) {
  return guarded(error, [&] {
    require(searcher, "searcher");
    if (take == nullptr) throw warraq::Error(warraq::ErrorCode::usage, "take is NULL");
    Request wanted =
        filters_of(known_parameters(request, finding_names() + Names{"sort", "collapse"}));
    std::string article;
    const auto given_articles = searcher->searcher.for_each(
        wanted, {}, [&](const warraq::searcher::StreamedArticle& streamed) {
          article = streamed.json;
          return take(article.c_str(), context) != 0;
        });
    return given_articles == 0 ? WARRAQ_NOTHING_FOUND : WARRAQ_DONE;
  });
}
