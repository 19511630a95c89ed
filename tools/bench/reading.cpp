// How much of a file is read and parsed in a second of one core, in any format.
// `warraq-bench-reading FORMAT FILE [MAP]`: FORMAT as --input-format takes it, MAP a mapping file.
// One JSON line on standard output. The quickest of five rounds counts: what disturbs a measurement
// only ever makes it slower. Bytes are those of the file as it lies on disk.
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "figures.h"
#include "warraq/corpus/reader.h"
#include "warraq/error.h"

namespace {

namespace corpus = warraq::corpus;
using warraq::bench::cpu_seconds;

constexpr int kRounds = 5;
constexpr double kBytesInMegabyte = 1e6;

struct Measured {
  double seconds = 0;
  std::uint64_t articles = 0;
  std::uint64_t rejections = 0;
  std::uint64_t article_bytes = 0;
};

Measured once(const std::string& file, const corpus::ReadOptions& options) {
  Measured result;
  const double start = cpu_seconds();
  corpus::CorpusReader reader(std::vector<std::string>{file}, options);
  while (const std::optional<corpus::Record> record = reader.next()) {
    if (const auto* read = std::get_if<corpus::ReadArticle>(&*record)) {
      ++result.articles;
      result.article_bytes += corpus::bytes_of(read->article);
    } else {
      ++result.rejections;
    }
  }
  result.seconds = cpu_seconds() - start;
  return result;
}

corpus::ReadOptions options_of(const std::string& format, const char* map) {
  corpus::ReadOptions options;
  const std::optional<corpus::InputFormat> known = corpus::input_format(format);
  if (!known) {
    throw warraq::Error(warraq::ErrorCode::usage, "no such format: " + format,
                        "one of " + corpus::input_format_names());
  }
  options.format = *known;
  if (map != nullptr) {
    std::ifstream in(map, std::ios::binary);
    options.map = corpus::parse_field_map(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  return options;
}

void run(const std::string& format, const std::string& file, const char* map) {
  const corpus::ReadOptions options = options_of(format, map);
  Measured best = once(file, options);
  for (int round = 1; round < kRounds; ++round) {
    const Measured next = once(file, options);
    if (next.seconds < best.seconds) best = next;
  }
  const std::uint64_t bytes = std::filesystem::file_size(file);
  warraq::bench::Figures()
      .text("task", "reading")
      .text("format", format)
      .count("file_bytes", bytes)
      .count("articles", best.articles)
      .count("rejections", best.rejections)
      .count("article_bytes", best.article_bytes)
      .number("cpu_seconds", best.seconds)
      .number("mb_per_cpu_second", static_cast<double>(bytes) / kBytesInMegabyte / best.seconds)
      .print();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::cerr << "usage: warraq-bench-reading FORMAT FILE [MAP]\n";
    return static_cast<int>(warraq::ErrorCode::usage);
  }
  try {
    run(argv[1], argv[2], argc == 4 ? argv[3] : nullptr);
  } catch (const warraq::Error& error) {
    std::cerr << "warraq-bench-reading: " << error.what() << '\n' << error.hint() << '\n';
    return static_cast<int>(error.code());
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-reading: " << error.what() << '\n';
    return static_cast<int>(warraq::ErrorCode::internal);
  }
  return warraq::kExitDone;
}
