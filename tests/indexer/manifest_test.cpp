#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/archive/manifest_file.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/archive/manifest.h"

using namespace warraq;
using tests::code;
using tests::error_code;

namespace {

int reading_code(const std::filesystem::path& archive) {
  return error_code([&] { static_cast<void>(archive::read_manifest(archive)); });
}

// The text of a good manifest with one key changed.
std::string manifest_with(const std::string& key, const nlohmann::json& value) {
  const tests::TempFolder folder;
  archive::write_manifest(folder.path(), archive::new_manifest("0123456789abcdef"));
  std::ifstream in(folder / "archive.json");
  nlohmann::json object = nlohmann::json::parse(in);
  object[key] = value;
  return object.dump();
}

int code_with(const std::string& key, const nlohmann::json& value) {
  const tests::TempFolder folder;
  static_cast<void>(folder.write("archive.json", manifest_with(key, value)));
  return reading_code(folder.path());
}

}  // namespace

TEST_CASE("a manifest comes back as it was written") {
  const tests::TempFolder folder;
  archive::Manifest manifest = archive::new_manifest("0123456789abcdef");
  manifest.generation = 41;
  manifest.shards = {"shards/0001", "shards/0002"};
  manifest.counts = {1, 2, 3, 4, 5, 6, 7, 8};
  archive::write_manifest(folder.path(), manifest);
  archive::Manifest read = archive::read_manifest(folder.path());
  read.changed = manifest.changed;
  CHECK(read == manifest);
}

TEST_CASE("where there is no archive, that is said") {
  const tests::TempFolder folder;
  CHECK(reading_code(folder.path()) == code(ErrorCode::no_archive));
  CHECK(reading_code(folder / "nowhere") == code(ErrorCode::no_archive));
  CHECK(reading_code(folder.write("a-file", "x")) == code(ErrorCode::no_archive));
}

TEST_CASE("a manifest that cannot be read is no archive") {
  for (const char* text : {"", "{", "[]", "null", "{}", "{\"format\": 4}", "\xff\xfe", "7"}) {
    const tests::TempFolder folder;
    static_cast<void>(folder.write("archive.json", text));
    CHECK_MESSAGE(reading_code(folder.path()) == code(ErrorCode::no_archive), text);
  }
  CHECK(code_with("shards", "shards/0001") == code(ErrorCode::no_archive));
  CHECK(code_with("generation", "one") == code(ErrorCode::no_archive));
  CHECK(code_with("generation", -1) == code(ErrorCode::no_archive));
  CHECK(code_with("generation", 0) == code(ErrorCode::no_archive));
  CHECK(code_with("counts", nlohmann::json::object()) == code(ErrorCode::no_archive));
}

TEST_CASE("no manifest leads out of its archive") {
  CHECK(code_with("shards", {"../elsewhere"}) == code(ErrorCode::no_archive));
  CHECK(code_with("shards", {"/etc"}) == code(ErrorCode::no_archive));
  CHECK(code_with("shards", {""}) == code(ErrorCode::no_archive));
}

TEST_CASE("a later format or an unknown feature is refused, naming who made it") {
  CHECK(code_with("format", archive::kFormatVersion + 1) == code(ErrorCode::incompatible));
  CHECK(code_with("features", {"superseding", "holographic"}) == code(ErrorCode::incompatible));
  const tests::TempFolder folder;
  static_cast<void>(folder.write(
      "archive.json", R"({"format": 9, "features": ["x"], "writer": "7.7.7", "pages": 3})"));
  try {
    static_cast<void>(archive::read_manifest(folder.path()));
    FAIL("a later format was read");
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find("7.7.7") != std::string::npos);
  }
}

TEST_CASE("an earlier format is refused, with how to rebuild the archive") {
  const tests::TempFolder folder;
  static_cast<void>(folder.write("archive.json", manifest_with("format", 1)));
  try {
    static_cast<void>(archive::read_manifest(folder.path()));
    FAIL("an earlier format was read");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::incompatible);
    CHECK(error.hint().find("--force") != std::string::npos);
  }
}

TEST_CASE("an archive of another analysis is refused, with how to rebuild it") {
  const std::string ours = analyzers::Analyzer().fingerprint();
  archive::Manifest manifest = archive::new_manifest(ours);
  CHECK_NOTHROW(archive::require_same_analysis(manifest, ours));
  manifest.icu = "99.1";
  CHECK_NOTHROW(archive::require_same_analysis(manifest, ours));
  manifest.fingerprint = "0000000000000000";
  try {
    archive::require_same_analysis(manifest, ours);
    FAIL("another fingerprint was taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::incompatible);
    CHECK(error.hint().find("--force") != std::string::npos);
  }
  manifest.fingerprint = ours;
  manifest.profile = "arabic-news/99";
  CHECK(error_code([&] { archive::require_same_analysis(manifest, ours); }) ==
        code(ErrorCode::incompatible));
}

TEST_CASE("every command refuses an archive of another analysis") {
  const tests::News news;
  news.build({tests::news_item("1", "عنوان", "نص")});
  archive::Manifest manifest = archive::read_manifest(news.archive());
  manifest.fingerprint = "0000000000000000";
  archive::write_manifest(news.archive(), manifest);
  const auto refused = code(ErrorCode::incompatible);
  CHECK(error_code([&] { news.add({tests::news_item("2", "", "نص")}); }) == refused);
  CHECK(error_code([&] { indexer::remove(news.archive(), {"1"}); }) == refused);
  CHECK(error_code([&] { indexer::compact(news.archive(), {}); }) == refused);
  CHECK(error_code([&] { indexer::check(news.archive()); }) == refused);
  CHECK(error_code([&] { indexer::info(news.archive()); }) == refused);
  indexer::RunOptions force;
  force.force = true;
  CHECK(news.build({tests::news_item("2", "", "نص")}, force).articles_in_archive == 1);
}
