/* What no caller should give: an error each time, and no crash. hostile ARCHIVE */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <warraq/c.h>

static int failures = 0;

static void expect(warraq_status wanted, warraq_status got, warraq_error* error, const char* what) {
  const int has_error = error != NULL;
  const int is_failure = wanted > WARRAQ_NOTHING_FOUND && wanted != WARRAQ_INPUT_REJECTED;
  if (got != wanted || has_error != is_failure || (has_error && warraq_error_code(error) != got)) {
    printf("%s: %d, not %d: %s\n", what, (int)got, (int)wanted, warraq_error_message(error));
    ++failures;
  }
  warraq_error_free(error);
}

/* In two steps, because the call sets `error`. */
#define EXPECT(wanted, call, error, what)   \
  do {                                      \
    const warraq_status got = (call);       \
    expect((wanted), got, (error), (what)); \
  } while (0)

static int stop_at_once(const char* article, void* context) {
  ++*(int*)context;
  return article == NULL;
}

int main(int count, char** arguments) {
  static const char* const no_json[] = {"{",
                                        "[]",
                                        "3",
                                        "{\"limit\": -1}",
                                        "{\"limit\": 1.5}",
                                        "{\"query\": [\"a\", \"b\"]}",
                                        "{\"query\": \"a\", \"deadline\": -1}",
                                        "{\"query\": \"a\", \"query\": \"b\"}",
                                        "{\"nosuch\": 1}",
                                        "{\"query\": {}}",
                                        "{\"query\": \"\xff\"}",
                                        "{\"query\": \"\"}",
                                        "{\"limit\": 99999999999999999999}",
                                        "{\"query\": [[\"a\"]]}"};
  const size_t huge = (size_t)8 << 20;
  char* text = malloc(huge + 1);
  char* answer = NULL;
  warraq_searcher* searcher = NULL;
  warraq_error* error = NULL;
  int taken = 0;
  size_t i;
  if (count != 2 || text == NULL) return 2;

  EXPECT(WARRAQ_USAGE, warraq_open(NULL, &searcher, &error), error, "no archive named");
  EXPECT(WARRAQ_USAGE, warraq_open(arguments[1], NULL, &error), error, "no place for a searcher");
  EXPECT(WARRAQ_NO_ARCHIVE, warraq_open("/no/such/\xff", &searcher, &error), error, "no archive");
  EXPECT(WARRAQ_USAGE, warraq_search(NULL, "{}", &answer, &error), error, "no searcher");
  if (warraq_search(NULL, NULL, NULL, NULL) != WARRAQ_USAGE) ++failures;
  EXPECT(WARRAQ_DONE, warraq_open(arguments[1], &searcher, &error), error, "open");
  for (i = 0; i < sizeof no_json / sizeof *no_json; ++i) {
    EXPECT(WARRAQ_USAGE, warraq_search(searcher, no_json[i], &answer, &error), error, no_json[i]);
  }
  memset(text, '[', huge);
  text[huge] = '\0';
  EXPECT(WARRAQ_USAGE, warraq_search(searcher, text, &answer, &error), error, "deep nesting");
  EXPECT(WARRAQ_NOTHING_FOUND, warraq_get(searcher, text, &answer, &error), error, "a huge id");
  EXPECT(WARRAQ_NOTHING_FOUND, warraq_get(searcher, "\xff\xfe", &answer, &error), error, "bytes");
  EXPECT(WARRAQ_NOTHING_FOUND, warraq_similar(searcher, "\xff", NULL, &answer, &error), error,
         "like");
  EXPECT(WARRAQ_USAGE, warraq_facets(searcher, "{\"by\": \"x\"}", &answer, &error), error, "by");
  EXPECT(WARRAQ_USAGE, warraq_timeline(searcher, "{\"interval\": 7}", &answer, &error), error, "7");
  EXPECT(WARRAQ_USAGE,
         warraq_kwic(searcher, "{\"query\": \"مكتبة\", \"words\": -1}", &answer, &error), error,
         "words");
  EXPECT(WARRAQ_USAGE, warraq_kwic(searcher, NULL, &answer, &error), error, "words of nothing");
  EXPECT(WARRAQ_USAGE, warraq_explain(searcher, "{\"deadline\": 0}", &answer, &error), error,
         "no time at all");
  EXPECT(WARRAQ_NOTHING_FOUND,
         warraq_explain(searcher, "{\"query\": \"زنجبيلستان\"}", &answer, &error), error,
         "explain");
  warraq_free(answer);
  EXPECT(WARRAQ_USAGE, warraq_export(searcher, NULL, NULL, NULL, &error), error, "no callback");
  EXPECT(WARRAQ_USAGE, warraq_export(searcher, NULL, stop_at_once, &taken, &error), error, "all");
  EXPECT(WARRAQ_DONE,
         warraq_export(searcher, "{\"query\": \"مكتبة\"}", stop_at_once, &taken, &error), error,
         "export");
  if (taken != 1) ++failures;
  EXPECT(WARRAQ_USAGE, warraq_build(arguments[1], NULL, 0, NULL, NULL, &error), error, "no input");
  EXPECT(WARRAQ_USAGE, warraq_build(arguments[1], NULL, 3, NULL, NULL, &error), error,
         "NULL inputs");
  EXPECT(WARRAQ_USAGE, warraq_add_lines(arguments[1], NULL, 3, NULL, NULL, &error), error, "lines");
  EXPECT(WARRAQ_INPUT_REJECTED, warraq_add_lines(arguments[1], text, huge, NULL, &answer, &error),
         error, "no JSON");
  warraq_free(answer);
  EXPECT(WARRAQ_NOTHING_FOUND, warraq_delete(arguments[1], NULL, 0, &answer, &error), error,
         "no ids");
  warraq_free(answer);
  warraq_close(searcher);
  warraq_close(NULL);
  warraq_free(NULL);
  warraq_error_free(NULL);
  free(text);
  return failures == 0 ? 0 : 1;
}
