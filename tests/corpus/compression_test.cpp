#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "tests/corpus/support/compress.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

Reading read_bytes(std::string_view name, std::string_view bytes) {
  const TempFolder folder;
  return read_all({folder.write(name, bytes)});
}

/// Lines that do not compress away, so that there is a middle to cut at.
std::string varied_lines(std::size_t count) {
  std::string lines;
  std::uint64_t state = 88172645463325252ULL;
  for (std::size_t number = 1; number <= count; ++number) {
    lines += R"({"title":"خبر )" + std::to_string(number) + R"(","body":")";
    for (int word = 0; word < 200; ++word) {
      state ^= state << 13U;
      state ^= state >> 7U;
      state ^= state << 17U;
      lines += std::to_string(state) + ' ';
    }
    lines += "\"}\n";
  }
  return lines;
}

TEST_CASE("compressed input is read as it is, under any name") {
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const std::string bytes = compressor.compress(json_lines(500));
    const Reading named = read_bytes("news.jsonl" + std::string(compressor.extension), bytes);
    CHECK(named.articles.size() == 500);
    CHECK(named.rejections.empty());
    CHECK(read_bytes("dump", bytes).articles.size() == 500);
    const std::string page = compressor.compress("عنوان\nمتن");
    CHECK(read_bytes("page.txt" + std::string(compressor.extension), page).titles() ==
          std::vector<std::string>{"عنوان"});
  }
}

TEST_CASE("streams one after the other, and zero bytes as padding, are one input") {
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const std::string one = compressor.compress(json_lines(3));
    std::string bytes = one;
    bytes.append(one).append(512, '\0').append(one).append(70'000, '\0');
    const Reading reading = read_bytes("n.jsonl", bytes);
    CHECK(reading.articles.size() == 9);
    CHECK(reading.rejections.empty());
  }
}

TEST_CASE("a stream may end in the middle of a record that the next one ends") {
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const std::string lines = json_lines(4);
    const std::string bytes = compressor.compress(lines.substr(0, lines.size() / 2)) +
                              compressor.compress("") +
                              compressor.compress(lines.substr(lines.size() / 2));
    const Reading reading = read_bytes("n.jsonl", bytes);
    CHECK(reading.articles.size() == 4);
    CHECK(reading.rejections.empty());
  }
}

TEST_CASE("of truncated data everything that was whole is kept, and one rejection tells") {
  const std::string lines = varied_lines(300);
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const std::string bytes = compressor.compress(lines);
    const Reading reading =
        read_bytes("n.jsonl", std::string_view(bytes).substr(0, bytes.size() / 2));
    // zstd and bzip2 give whole blocks (128 kB and 100 kB here), the others nearly every byte.
    CHECK(reading.articles.size() >= 90);
    CHECK(reading.articles.size() <= 160);
    REQUIRE(reading.rejections.size() == 1);
    const Rejection& rejection = reading.rejections[0];
    CHECK(rejection.origin.record == 0);
    CHECK(rejection.reason ==
          "its " + std::string(compressor.name) + " data ends early after record " +
              std::to_string(reading.articles.size()) + "; what came before is kept");
  }
}

TEST_CASE("a small gzip file that is cut in half gives its first half") {
  const std::string bytes = gzip(varied_lines(8));
  const Reading reading =
      read_bytes("n.jsonl", std::string_view(bytes).substr(0, bytes.size() / 2));
  CHECK(reading.articles.size() >= 3);
  CHECK(reading.rejections.size() == 1);
}

TEST_CASE("data cut anywhere never crashes, and never goes unnoticed") {
  const std::string lines = json_lines(20);
  for (const Compressor& compressor : kCompressors) {
    const std::string bytes = compressor.compress(lines);
    for (std::size_t size = 12; size < bytes.size(); ++size) {
      CAPTURE(compressor.name);
      CAPTURE(size);
      const Reading reading = read_bytes("n.jsonl", std::string_view(bytes).substr(0, size));
      REQUIRE(reading.rejections.size() == 1);
      REQUIRE(contains(reading.rejections[0].reason, "data ends early"));
    }
  }
}

TEST_CASE("damaged data is noticed, and what came before the damage is kept") {
  const std::string lines = varied_lines(300);
  const Reading whole = read_bytes("n.jsonl", lines);
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    std::string bytes = compressor.compress(lines);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
    const Reading reading = read_bytes("n.jsonl", bytes);
    REQUIRE(reading.articles.size() >= 90);
    for (std::size_t index = 0; index < 90; ++index) {
      REQUIRE(reading.articles[index].article == whole.articles[index].article);
    }
    REQUIRE(!reading.rejections.empty());
    const Rejection& last = reading.rejections.back();
    CHECK(last.origin.record == 0);
    CHECK(contains(last.reason, "its " + std::string(compressor.name) + " data is damaged"));
  }
}

TEST_CASE("a wrong checksum is noticed, although everything else is in order") {
  std::string bytes = gzip(json_lines(10));
  bytes[bytes.size() - 6] = static_cast<char>(bytes[bytes.size() - 6] ^ 1);
  const Reading reading = read_bytes("n.jsonl", bytes);
  CHECK(reading.articles.size() == 10);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "damaged (incorrect data check)"));
}

TEST_CASE("data that needs more memory than is allowed is not called damaged") {
  // RFC 8878, 3.1.1.1: a frame with a window of 256 MiB, its one block raw and empty.
  const Reading reading = read_bytes("n.jsonl.zst", "\x28\xB5\x2F\xFD\x00\x90\x01\0\0"s);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "its zstd data needs more memory than is allowed"));
  CHECK_FALSE(contains(reading.rejections[0].reason, "data is damaged"));
}

TEST_CASE("what follows compressed data is not passed over in silence") {
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const Reading reading =
        read_bytes("n.jsonl", compressor.compress(json_lines(3)) + json_lines(1));
    CHECK(reading.articles.size() == 3);
    REQUIRE(reading.rejections.size() == 1);
    CHECK(contains(reading.rejections[0].reason, "followed by something else"));
  }
}

TEST_CASE("compressed data of nothing is an empty file") {
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const Reading reading = read_bytes("n.jsonl", compressor.compress(""));
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].reason == "it is empty");
  }
}

TEST_CASE("a truncated page is not taken for a whole one") {
  const std::string bytes = gzip("عنوان\nسطر أول\n" + varied_lines(5));
  const Reading reading =
      read_bytes("page.txt.gz", std::string_view(bytes).substr(0, bytes.size() / 2));
  CHECK(reading.articles.empty());
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "the page is not whole"));
}

TEST_CASE("text that begins like compressed data is text") {
  for (const char* text :
       {"BZh9 ليس ملفا مضغوطا\nبل نص", "begin 644 file\nنص", "\x1F\x9D في أول النص سطر طويل\nنص",
        "LZIP نص\nنص", "7z نص\nنص", "\x28\xB5 نص طويل بعد بايتين غريبين\nنص",
        "\x1F\x8B نص طويل بعد بايتين غريبين\nنص"}) {
    CAPTURE(text);
    const Reading reading = read_bytes("page.txt", text);
    REQUIRE(reading.articles.size() == 1);
    CHECK(!reading.articles[0].article.title.empty());
  }
}

TEST_CASE("a record that unpacks to far more than the limit is passed over without being held") {
  std::string body;
  body.resize(50'000'000, 'x');
  const std::string bomb = gzip(R"({"title":")" + body + "\"}\n" + json_lines(1));
  CHECK(bomb.size() < 100'000);
  const TempFolder folder;
  ReadOptions options;
  options.max_article_bytes = 1'000'000;
  const Reading reading = read_all({folder.write("bomb.gz", bomb)}, options);
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "a record of 50000012 bytes"));
}

TEST_CASE("any bytes after a compressed beginning are read to their end") {
  CHECK(rc::check([](const std::string& tail) {
    const auto index = *rc::gen::inRange<std::size_t>(0, kCompressors.size());
    const std::string whole = kCompressors[index].compress(json_lines(5));
    const auto kept = *rc::gen::inRange<std::size_t>(0, whole.size());
    const Reading reading = read_bytes("n.jsonl", whole.substr(0, kept) + tail);
    RC_ASSERT(kept + tail.size() == 0 || !reading.articles.empty() || !reading.rejections.empty());
  }));
}

}  // namespace
