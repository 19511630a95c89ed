// Writers keep to the memory they were given, whatever the archive's size.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/indexer/news.h"

using namespace warraq;
using tests::News;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // takes memory of its own
#else
constexpr bool kSanitized = false;
#endif

constexpr std::size_t kMegabyte = std::size_t{1} << 20;
// What the design allows over the budget.
constexpr std::size_t kAllowance = 64 * kMegabyte;

// As many different words as news of this size have, some of them often.
std::string word(std::mt19937& random) {
  constexpr std::array<std::string_view, 20> kLetters = {"ا", "ب", "ت", "ج", "ح", "د", "ر",
                                                         "س", "ش", "ص", "ع", "ف", "ق", "ك",
                                                         "ل", "م", "ن", "ه", "و", "ي"};
  constexpr double kVocabulary = 3e5;
  const double rank = std::pow(kVocabulary, std::uniform_real_distribution<double>()(random));
  std::string result;
  for (auto number = static_cast<std::size_t>(rank) + kLetters.size(); number > 0;
       number /= kLetters.size()) {
    result += kLetters.at(number % kLetters.size());
  }
  return result;
}

std::vector<corpus::Article> articles_of(std::size_t bytes, std::size_t body_bytes = 2'400) {
  std::mt19937 random(11);
  std::vector<corpus::Article> articles;
  for (std::size_t made = 0; made < bytes; made += body_bytes) {
    std::string body;
    while (body.size() < body_bytes) body += word(random) + ' ';
    articles.push_back(tests::news_item(std::to_string(made), "", std::move(body)));
  }
  return articles;
}

// The largest memory, in bytes, that a process of its own takes to `write`.
std::size_t peak_memory(const std::function<void()>& write) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    try {
      write();
    } catch (...) {
      _exit(EXIT_FAILURE);
    }
    _exit(EXIT_SUCCESS);
  }
  int status = 0;
  rusage used{};
  REQUIRE(wait4(child, &status, 0, &used) == child);
  REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS));
  return static_cast<std::size_t>(used.ru_maxrss) * 1024;
}

indexer::RunOptions within(std::size_t budget) {
  indexer::RunOptions options;
  options.memory_bytes = budget;
  options.jobs = 2;
  return options;
}

}  // namespace

TEST_CASE("build and add stay within --memory and 64 MB" * doctest::skip(kSanitized)) {
  const News news;
  const std::string input = news.input(articles_of(12 * kMegabyte));
  // A batch alone needs 80 MB or more, whatever the budget.
  constexpr std::size_t kForBuild = 128 * kMegabyte;
  constexpr std::size_t kForAdd = 32 * kMegabyte;
  const std::size_t build =
      peak_memory([&] { indexer::build(news.archive(), {input}, within(kForBuild)); });
  MESSAGE("build took ", build / kMegabyte, " MB");
  CHECK(build <= kForBuild + kAllowance);
  const std::size_t add =
      peak_memory([&] { indexer::add(news.archive(), {input}, within(kForAdd)); });
  MESSAGE("add took ", add / kMegabyte, " MB");
  CHECK(add <= kForAdd + kAllowance);
}

TEST_CASE("many large articles take no more than few" * doctest::skip(kSanitized)) {
  const News news;
  const std::string input = news.input(articles_of(80 * kMegabyte, 2 * kMegabyte));
  constexpr std::size_t kBudget = 64 * kMegabyte;
  // On one thread: of two, each may hold an article of its own over its share, which by itself
  // comes near to the allowance.
  indexer::RunOptions options = within(kBudget);
  options.jobs = 1;
  const std::size_t peak = peak_memory([&] { indexer::build(news.archive(), {input}, options); });
  MESSAGE("took ", peak / kMegabyte, " MB");
  CHECK(peak <= kBudget + kAllowance);
}
