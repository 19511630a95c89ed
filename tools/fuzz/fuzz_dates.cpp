// Any bytes at all: a date that is read exists, is read again from its own ISO form, and is the
// same with marks and controls around it; a date that is found lies in the text. With sanitizers:
// cmake -DWARRAQ_BUILD_FUZZ=ON -DWARRAQ_SANITIZE=address,undefined …
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "warraq/analyzers/date.h"

namespace {

using warraq::analyzers::Date;
using warraq::analyzers::DateReading;
using warraq::analyzers::DateRefusal;

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void check_date(const Date& date) {
  require(date.year >= 1500 && date.year <= 2199, "a year in range");
  require(warraq::analyzers::parse_date(date.iso()) == date, "an ISO form that is read");
}

void check_reading(const DateReading& reading) {
  require(reading.date.has_value() == (reading.refusal == DateRefusal::none),
          "a date or a refusal");
  require(reading.date || !reading.ambiguous, "only dates are ambiguous");
  if (reading.date) check_date(*reading.date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warraq::analyzers;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const DateReading reading = read_date(text);
  check_reading(reading);
  if (text.size() + 6 <= kMaxDateBytes) {
    // In a right-to-left isolate. The short way for plain ISO dates is not taken here.
    const DateReading isolated = read_date("\u2067" + std::string(text) + "\u2069");
    require(isolated.date == reading.date, "controls that do not matter");
  }
  if (const auto period = read_period(text)) {
    check_date(period->first);
    check_date(period->last);
    require(period->first <= period->last, "a period that runs forwards");
    require(!reading.date || *reading.date == period->first, "a day that is a period");
  }
  if (const auto found = find_date(text)) {
    require(found->begin < found->end && found->end <= size, "a place in the text");
    require(found->reading.date.has_value(), "a date that is found");
    check_reading(found->reading);
    const auto again = find_date(text.substr(found->begin));
    require(again && again->reading.date == found->reading.date, "the first date, found again");
  }
  return 0;
}
