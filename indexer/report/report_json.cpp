#include "indexer/report/report_json.h"

#include <string>

namespace warraq::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const Tally& tally) {
  Json object = Json::object();
  for (const auto& [name, count] : tally.counts()) object[name] = count;
  return object;
}

Json as_json(const corpus::PassedOver& passed_over) {
  return {{"statuses", passed_over.statuses},
          {"types", passed_over.types},
          {"revisits", passed_over.revisits},
          {"others", passed_over.others}};
}

Json as_json(const FormatReport& format) {
  return {{"inputs", format.inputs},
          {"articles", format.articles},
          {"rejected", format.rejected},
          {"bytes", format.bytes},
          {"passed_over", as_json(format.passed_over)}};
}

Json as_json(const corpus::InputSummary& input) {
  return {{"name", input.name},
          {"format", input.format},
          {"articles", input.articles},
          {"rejected", input.rejected},
          {"first_reason", input.first_reason},
          {"members", input.members},
          {"bytes", input.bytes},
          {"passed_over", input.passed_over.all()},
          {"charsets", input.charsets},
          {"dates_missing", input.dates_missing},
          {"dates_refused", input.dates_refused}};
}

Json as_json(const SourceReport& source) {
  return {{"articles", source.articles},
          {"text_bytes", source.text_bytes},
          {"dates_missing", source.dates_missing},
          {"dates_refused", source.dates_refused},
          {"dates_ambiguous", source.dates_ambiguous},
          {"furniture_pieces", source.furniture_pieces},
          {"furniture_bytes", source.furniture_bytes},
          {"replaced_sequences", source.replaced_sequences},
          {"duplicates_grouped", source.duplicates_grouped},
          {"charsets", as_json(source.charsets)},
          {"fields", as_json(source.fields)}};
}

}  // namespace

void add_findings(Json& report, const IngestReport& findings) {
  Json sources = Json::object();
  for (const auto& [name, source] : findings.sources) sources[name] = as_json(source);
  Json formats = Json::object();
  for (const auto& [name, format] : findings.formats) formats[name] = as_json(format);
  Json inputs = Json::array();
  for (const corpus::InputSummary& input : findings.inputs) inputs.push_back(as_json(input));
  report["formats"] = std::move(formats);
  report["inputs"] = std::move(inputs);
  report["inputs_not_listed"] = findings.inputs_not_listed;
  report["charsets"] = charsets_of(findings);
  report["charsets_told_by"] = as_json(findings.charset_bases);
  report["doubly_encoded"] = findings.doubly_encoded;
  report["rejections"] = as_json(findings.reasons);
  report["sources"] = std::move(sources);
}

}  // namespace warraq::indexer
