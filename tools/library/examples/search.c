/* Adds an article to an archive and searches it: search ARCHIVE. The archive is made if there is
 * none. */
#include <stdio.h>
#include <string.h>
#include <warraq/c.h>

static int failed(warraq_status status, warraq_error* error) {
  fprintf(stderr, "%s\n%s\n", warraq_error_message(error), warraq_error_hint(error));
  warraq_error_free(error);
  return status;
}

int main(int count, char** arguments) {
  static const char article[] =
      "{\"id\": \"1\", \"title\": \"افتتاح مكتبة الميناء\", \"body\": \"افتتحت البلدية أمس مكتبة "
      "عامة قرب الميناء.\"}\n";
  warraq_error* error = NULL;
  warraq_searcher* searcher = NULL;
  char* answer = NULL;
  warraq_status status;

  if (count != 2) {
    fprintf(stderr, "usage: search ARCHIVE\n");
    return WARRAQ_USAGE;
  }
  status = warraq_add_lines(arguments[1], article, strlen(article), NULL, NULL, &error);
  if (status == WARRAQ_NO_ARCHIVE) {
    warraq_error_free(error);
    status = warraq_build_lines(arguments[1], article, strlen(article), NULL, NULL, &error);
  }
  if (error != NULL) return failed(status, error);

  status = warraq_open(arguments[1], &searcher, &error);
  if (error != NULL) return failed(status, error);
  status = warraq_search(searcher, "{\"query\": \"المكتبات\", \"limit\": 3}", &answer, &error);
  if (error == NULL) printf("%s\n", answer);
  warraq_free(answer);
  warraq_close(searcher);
  return error != NULL ? failed(status, error) : (int)status;
}
