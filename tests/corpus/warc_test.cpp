#include <brotli/encode.h>
#include <doctest/doctest.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corpus/readers/warc_reader.h"
#include "tests/corpus/support/compress.h"
#include "tests/corpus/support/pages.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/real_data.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

const std::string kBody =
    "وصلت السفينة إلى الميناء صباح اليوم محملة بالقمح، وقال مدير الميناء إن التفريغ سيستمر ثلاثة "
    "أيام كاملة، ثم تعود السفينة إلى البحر محملة بالتمور.";
const std::string kPage =
    "<html><head><title>القمح يصل إلى الميناء</title></head><body><h1>القمح يصل إلى "
    "الميناء</h1><p>" +
    kBody + "</p></body></html>";
const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

struct Made {
  std::string type = "response";
  std::string uri = "http://a.example/1";
  std::string content_type = "application/http; msgtype=response";
  std::string more = {};    ///< other fields
  std::string length = {};  ///< in place of the true one
  std::string version = "WARC/1.0";
  std::string line_end = "\r\n";
};

std::string record(const std::string& block, const Made& made = {}) {
  const std::string& end = made.line_end;
  return made.version + end + "WARC-Type: " + made.type + end + "warc-target-uri: " + made.uri +
         end + "WARC-Date: 2021-03-04T05:06:07Z" + end + "WARC-Record-ID: <urn:uuid:1>" + end +
         "Content-Type: " + made.content_type + end + made.more +
         "Content-Length: " + (made.length.empty() ? std::to_string(block.size()) : made.length) +
         end + end + block + end + end;
}

std::string http(const std::string& body, const std::string& fields = kHtml,
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string page_at(const std::string& uri) { return record(http(kPage), {.uri = uri}); }

std::string chunked(const std::string& body) {
  return "10;x=y\r\n" + body.substr(0, 16) + "\r\n" +
         [&] {
           constexpr std::string_view kDigits = "0123456789abcdef";
           std::string size;
           for (std::size_t rest = body.size() - 16; rest > 0; rest /= 16)
             size.insert(0, 1, kDigits[rest % 16]);
           return size;
         }() +
         "\r\n" + body.substr(16) + "\r\n0\r\n\r\n";
}

std::string deflated(const std::string& text) {
  std::string out(compressBound(text.size()), '\0');
  uLongf size = out.size();
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
           text.size());
  out.resize(size);
  return out;
}

std::string brotli(const std::string& text) {
  std::string out(text.size() + 1000, '\0');
  std::size_t size = out.size();
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, text.size(),
                        reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

Reading read_warc(const std::string& bytes, std::size_t max_article_bytes = std::size_t{32} << 20,
                  const std::string& name = "crawl.warc") {
  const TempFolder folder;
  ReadOptions options;
  options.format = InputFormat::warc;
  options.max_article_bytes = max_article_bytes;
  return read_all({folder.write(name, bytes)}, options);
}

std::vector<std::string> urls(const Reading& reading) {
  std::vector<std::string> urls;
  for (const ReadArticle& read : reading.articles) urls.push_back(read.article.url);
  return urls;
}

std::string extra(const Article& article, std::string_view name) {
  for (const ExtraField& field : article.extra) {
    if (field.name == name) return field.json;
  }
  return {};
}

TEST_CASE("a response of HTML becomes an article with its address and when it was captured") {
  for (const char* version : {"WARC/1.0", "WARC/1.1", "WARC/0.18"}) {
    const Reading reading =
        read_warc(record(http(kPage), {.uri = "<http://a.example/1>", .version = version}));
    REQUIRE(reading.articles.size() == 1);
    const ReadArticle& read = reading.articles[0];
    CHECK(read.article.title == "القمح يصل إلى الميناء");
    CHECK(read.article.body == kBody);
    CHECK(read.article.url == "http://a.example/1");
    CHECK(read.article.id == "http://a.example/1");
    CHECK(read.article.date.empty());
    CHECK(extra(read.article, "captured") == "\"2021-03-04T05:06:07Z\"");
    CHECK(read.origin.record == 1);
  }
}

TEST_CASE("line feeds alone, folded fields and strange case are read") {
  const Reading reading =
      read_warc(record(http(kPage), {.more = "X-Note: folded\n  over lines\nCONTENT-language: ar\n",
                                     .line_end = "\n"}) +
                "\n\n" + page_at("http://a.example/2"));
  CHECK(urls(reading) == std::vector<std::string>{"http://a.example/1", "http://a.example/2"});
  CHECK(reading.rejections.empty());
}

TEST_CASE("bodies are taken out of their codings, and believed where they are in none") {
  const std::string gz = gzip(kPage);
  const std::vector<std::string> bodies{
      http(chunked(kPage), kHtml + "Transfer-Encoding: chunked\r\n"),
      http(gz, kHtml + "Content-Encoding: gzip\r\n"),
      http(chunked(gz), kHtml + "Transfer-Encoding: chunked\r\nContent-Encoding: GZIP\r\n"),
      http(deflated(kPage), kHtml + "Content-Encoding: deflate\r\n"),
      http(deflated(kPage).substr(2), kHtml + "Content-Encoding: deflate\r\n"),
      http(brotli(kPage), kHtml + "Content-Encoding: br\r\n"),
      // Undone by the archiver, but for the field.
      http(kPage, kHtml + "Transfer-Encoding: chunked\r\n"),
      http("zz\r\n" + kPage, kHtml + "Transfer-Encoding: chunked\r\n"),
      http(kPage, kHtml + "Content-Encoding: gzip\r\n"),
      http(kPage, kHtml + "Content-Encoding: br\r\n"), http(kPage, "X-No-Type: at all\r\n")};
  for (const std::string& body : bodies) {
    CAPTURE(body.substr(0, 120));
    const Reading reading = read_warc(record(body));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].article.body == kBody);
  }
}

TEST_CASE("content that is cut off gives what there is, and says so") {
  std::string noise;
  for (int n = 0; n < 4000; ++n) noise += std::to_string(n * 7919) + " ";
  const std::string gz = gzip(kPage + "<p>" + noise);
  const std::string cut = gz.substr(0, gz.size() / 2);
  const Reading reading = read_warc(
      record(http(cut, kHtml + "Content-Encoding: gzip\r\n")) +
      record(http(kPage), {.uri = "http://a.example/2", .more = "WARC-Truncated: length\r\n"}));
  REQUIRE(reading.articles.size() == 2);
  CHECK(contains(reading.articles[0].article.body, kBody));
  CHECK(contains(extra(reading.articles[0].article, "truncated"), "cut off"));
  CHECK(extra(reading.articles[1].article, "truncated") == "\"length\"");
}

TEST_CASE("the charset of the header comes before the page's own") {
  const std::string page =
      "<meta charset=iso-8859-1><title>\xC7\xE1\xCE\xC8\xD1 \xC7\xE1\xD5\xCD\xED\xCD "
      "\xE5\xE4\xC7</title><meta property=og:type content=article><p>\xCA\xE3";
  const Reading reading =
      read_warc(record(http(page, "Content-Type: text/html; Charset=\"windows-1256\"\r\n")));
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "الخبر الصحيح هنا");
}

TEST_CASE("resources and conversions are read, in HTML and plain text") {
  const Reading reading = read_warc(
      record(kPage, {.type = "resource", .content_type = "text/html; charset=utf-8"}) +
      record("عنوان الصفحة\nنص الصفحة كله هنا.\n",
             {.type = "conversion", .uri = "http://a.example/2", .content_type = "text/plain"}));
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.body == kBody);
  CHECK(reading.articles[1].article.title == "عنوان الصفحة");
  CHECK(reading.articles[1].article.url == "http://a.example/2");
}

TEST_CASE("what is no page is passed over and counted") {
  class Bytes final : public ByteSource {
   public:
    explicit Bytes(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(std::span<char> room) override {
      const std::size_t count = bytes_.copy(room.data(), room.size(), at_);
      at_ += count;
      return count;
    }

   private:
    std::string bytes_;
    std::size_t at_ = 0;
  };
  const std::string warc =
      record("software: x\r\n", {.type = "warcinfo", .content_type = "application/warc-fields"}) +
      record("GET / HTTP/1.1\r\n\r\n", {.type = "request"}) + record("x", {.type = "metadata"}) +
      record(http("", kHtml, "301 Moved")) + record(http(kPage, kHtml, "404 Not Found")) +
      record(http("\xFF\xD8", "Content-Type: image/jpeg\r\n")) +
      record(http("User-agent: *", "Content-Type: text/plain\r\n"),
             {.uri = "http://a.example/robots.txt"}) +
      record(http(""), {.type = "revisit", .more = "WARC-Refers-To: <urn:uuid:1>\r\n"}) +
      page_at("http://a.example/1");
  WarcReader reader(std::make_unique<BufferedInput>(std::make_unique<Bytes>(warc)), "crawl.warc",
                    1 << 20);
  const Reading reading = read_all(reader);
  CHECK(reading.articles.size() == 1);
  CHECK(reading.rejections.empty());
  CHECK(reader.passed_over() == PassedOver{.statuses = 2, .types = 1, .revisits = 1, .others = 4});
}

TEST_CASE("a false length costs its own record and no other") {
  for (const char* length : {"10", "1000000", "99999999999999999", "-5", "x", "1e3", " "}) {
    CAPTURE(length);
    const Reading reading =
        read_warc(page_at("http://a.example/1") +
                  record(http(kPage), {.uri = "http://a.example/2", .length = length}) +
                  page_at("http://a.example/3") + page_at("http://a.example/4"));
    CHECK(urls(reading) == std::vector<std::string>{"http://a.example/1", "http://a.example/3",
                                                    "http://a.example/4"});
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].origin.record == 2);
    CHECK(contains(reading.rejections[0].reason, "Content-Length"));
    CHECK(contains(reading.rejections[0].reason, "http://a.example/2"));
  }
}

TEST_CASE("what is no record, a header without end and a cut off file are told") {
  const Reading garbage =
      read_warc("junk before\r\n\r\n" + page_at("http://a.example/1") + "\x01\x02junk between\r\n" +
                page_at("http://a.example/2") + "WARC/1.0\r\nWARC-Type: response\r\nX: " +
                std::string(100'000, 'x') + "\r\n\r\n" + page_at("http://a.example/3"));
  CHECK(garbage.articles.size() == 2);  // the first is followed by no record
  CHECK(garbage.rejections.size() == 3);
  const std::string whole = page_at("http://a.example/1") + page_at("http://a.example/2");
  const Reading cut = read_warc(whole.substr(0, whole.size() - 100));
  CHECK(cut.articles.size() == 1);
  REQUIRE(cut.rejections.size() == 1);
  CHECK(contains(cut.rejections[0].reason, "cut off"));
}

TEST_CASE("a crawl without pages is one rejection") {
  const Reading reading = read_warc(record("x", {.type = "metadata"}));
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "holds no pages"));
}

TEST_CASE("pages over the limit are rejected, large pictures are passed over") {
  const std::string large = http(kPage + std::string(300'000, ' '));
  const std::string picture = http(std::string(300'000, 'p'), "Content-Type: image/png\r\n");
  const std::string bomb =
      http(gzip(std::string(5'000'000, ' ')), kHtml + "Content-Encoding: gzip\r\n");
  const Reading reading = read_warc(
      record(large) + record(picture) + record(bomb) + page_at("http://a.example/2"), 100'000);
  CHECK(urls(reading) == std::vector<std::string>{"http://a.example/2"});
  REQUIRE(reading.rejections.size() == 2);
  CHECK(contains(reading.rejections[0].reason, "more than the 100000"));
  CHECK(contains(reading.rejections[1].reason, "more than the 100000"));
}

TEST_CASE("a member for each record, and one that is damaged") {
  const std::string members =
      gzip(page_at("http://a.example/1")) + gzip(page_at("http://a.example/2"));
  CHECK(read_warc(members, 1 << 20, "crawl.warc.gz").articles.size() == 2);
  const Reading cut = read_warc(members.substr(0, members.size() - 40), 1 << 20, "crawl.warc.gz");
  CHECK(cut.articles.size() == 1);
  REQUIRE(cut.rejections.size() == 1);
  CHECK(contains(cut.rejections[0].reason, "gzip data ends early after record 1"));
}

/// warc.zst: the dictionary in a frame of its own, and a frame for each record.
std::string zstd_with_dictionary(const std::vector<std::string>& records, bool compressed) {
  const std::string words = page_at("http://a.example/dictionary");
  const std::string dictionary = compressed ? zstd(words) : words;
  std::string out = "\x5D\x2A\x4D\x18";
  for (std::size_t byte = 0; byte < 4; ++byte) {
    out += static_cast<char>(dictionary.size() >> (8 * byte) & 0xFFU);
  }
  out += dictionary;
  ZSTD_CCtx* context = ZSTD_createCCtx();
  for (const std::string& text : records) {
    std::string frame(ZSTD_compressBound(text.size()), '\0');
    frame.resize(ZSTD_compress_usingDict(context, frame.data(), frame.size(), text.data(),
                                         text.size(), words.data(), words.size(), 3));
    out += frame;
  }
  ZSTD_freeCCtx(context);
  return out;
}

TEST_CASE("a crawl compressed with a dictionary, which it begins with") {
  const std::vector<std::string> records{page_at("http://a.example/1"),
                                         page_at("http://a.example/2")};
  for (const bool compressed : {false, true}) {
    const std::string bytes = zstd_with_dictionary(records, compressed);
    CHECK(bytes.size() < 1'500);  // the dictionary is used
    CHECK(read_warc(bytes, 1 << 20, "crawl.warc.zst").articles.size() == 2);
    const Reading cut = read_warc(bytes.substr(0, 200), 1 << 20, "crawl.warc.zst");
    REQUIRE(cut.rejections.size() == 1);
    CHECK(contains(cut.rejections[0].reason, "zstd data"));
  }
  // One that claims four gigabytes is none.
  CHECK(read_warc("\x5D\x2A\x4D\x18\xFF\xFF\xFF\xFFxxxxxxxxxxxx").articles.empty());
}

TEST_CASE("many false records take time that is linear in them") {
  std::string warc;
  for (int n = 0; n < 300'000; ++n) {
    warc += "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999\r\n\r\n";
  }
  CHECK(read_warc(warc).rejections.size() == 300'000);
}

std::string words_of(std::string_view text) {
  std::string words;
  bool space = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank && space && !words.empty()) words += ' ';
    if (!blank) words += c;
    space = blank;
  }
  return words;
}

/// Without the byte order marks that pages have between their paragraphs.
std::string without_marks(std::string text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  for (std::size_t at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at)) {
    text.erase(at, kMark.size());
  }
  return words_of(text);
}

TEST_CASE("thirty real pages in two character sets come out letter for letter") {
  const auto crawl = real_data("formats/derived/sample.warc.gz");
  const auto news = real_data("news/ant_multisource.jsonl.gz");
  if (!crawl || !news) return;
  ReadOptions options;
  options.format = InputFormat::warc;
  const Reading reading = read_all({*crawl}, options);
  REQUIRE(reading.articles.size() == 30);
  CHECK(reading.rejections.empty());
  std::map<std::string, Article> expected;
  for (const ReadArticle& read : reading.articles) expected[read.article.url] = {};
  CorpusReader articles({*news}, {});
  while (const std::optional<Record> record = articles.next()) {
    const Article& article = std::get<ReadArticle>(*record).article;
    const auto wanted = expected.find(article.url);
    if (wanted != expected.end()) wanted->second = article;
  }
  for (const ReadArticle& read : reading.articles) {
    const Article& wanted = expected[read.article.url];
    CAPTURE(read.article.url);
    CHECK(words_of(read.article.title) == words_of(wanted.title));
    CHECK((without_marks(read.article.body) == without_marks(wanted.body)));
    CHECK(read.article.date == wanted.date.substr(0, 10));
    CHECK(read.decoding.confidence > 50);
  }
}

TEST_CASE("a real page of 2013 gives its text word for word") {
  const auto file = real_data("formats/html/goose_test_cnn_arabic.html");
  if (!file) return;
  ReadOptions options;
  options.format = InputFormat::html;
  const Reading reading = read_all({*file}, options);
  REQUIRE(reading.articles.size() == 1);
  const Article& article = reading.articles[0].article;
  CHECK(article.title == "معارضون يسيطرون على مخازن للصواريخ بريف دمشق");
  CHECK(article.date == "الأحد، 04 آب/اغسطس 2013");
  CHECK(article.source == "CNNArabic");
  CHECK(article.url == "http://arabic.cnn.com/2013/middle_east/8/3/syria.clashes/index.html");
  CHECK(article.body.starts_with("دمشق، سوريا (CNN) -- أكدت جهات سورية معارضة"));
  CHECK(article.body.ends_with("يقطنها الأكراد في سوريا بشكل مستقل."));
  CHECK(std::count(article.body.begin(), article.body.end(), '\n') == 6);
}

}  // namespace
