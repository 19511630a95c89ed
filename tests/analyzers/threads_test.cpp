// One analyser, many threads.
#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

TEST_CASE("threads that share an analyser all get the same tokens") {
  constexpr int kThreads = 4;
  constexpr int kRounds = 200;
  const std::string text =
      "أعلنت وكالة أ.ف.ب أنّ قمة G20 تبدأ في ٢٠١٨، وقال د.أحمد لصحيفة Le Monde إن السعر 1,500﷼ "
      "สวัสดีชาวโลก \xFF محمدﷺ";
  const Result expected = analysed(text);
  std::vector<int> wrong(kThreads, 0);
  {
    std::vector<std::jthread> threads;
    threads.reserve(kThreads);
    for (int i = 0; i < kThreads; ++i) {
      threads.emplace_back([&, i] {
        Analysis analysis;
        for (int round = 0; round < kRounds; ++round) {
          analyzer().analyze(text, analysis);
          if (result_of(analysis) != expected) ++wrong[static_cast<std::size_t>(i)];
        }
      });
    }
  }
  CHECK(wrong == std::vector<int>(kThreads, 0));
}
