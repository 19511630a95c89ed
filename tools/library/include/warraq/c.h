/* Warraq for C and for every language that can call C (C99). libwarraq has it; LIBRARY.md has an
 * example.
 *
 * Text is UTF-8 that ends with a NUL. Requests and answers are JSON: requests are objects whose
 * members are the parameters of HTTP (SERVE.md) and the long options of warraq-searcher, answers
 * are what its --format json prints (OUTPUT.md). "" and NULL stand for a request without
 * parameters.
 *
 * Every function that can fail returns one of warraq_status, which are the exit codes of the
 * commands, and never throws or exits. Where it fails and `error` is not NULL, *error is an error
 * that the caller frees with warraq_error_free(), else it is NULL. Where it does not succeed, what
 * it was to give is NULL. Text that is given is freed with warraq_free(). Pointers may be NULL
 * wherever that has a meaning, and are an error (WARRAQ_USAGE) elsewhere. Any bytes are taken for
 * text.
 *
 * Threads: a warraq_searcher must be used by one thread at a time, and each thread should have its
 * own. All other functions may be called by any number of threads. Of those that write to one
 * archive at the same time, one does, and the others fail with WARRAQ_LOCKED; readers go on
 * meanwhile.
 *
 * Stability: functions and members of JSON are added, and within a major version none changes its
 * meaning or goes away. */
#ifndef WARRAQ_C_H
#define WARRAQ_C_H

#include <stddef.h>

#if defined(__GNUC__)
#define WARRAQ_C_EXPORT __attribute__((visibility("default")))
#else
#define WARRAQ_C_EXPORT
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef enum warraq_status {
  WARRAQ_DONE = 0,
  WARRAQ_NOTHING_FOUND = 1,  /* no article, or none of that id; not an error: *error is NULL */
  WARRAQ_USAGE = 2,          /* a parameter or pointer that cannot be, an archive that exists */
  WARRAQ_NO_ARCHIVE = 3,     /* there is none, or it cannot be read */
  WARRAQ_LOCKED = 4,         /* another writer holds it */
  WARRAQ_INCOMPATIBLE = 5,   /* made by another version */
  WARRAQ_QUERY = 6,          /* a query that cannot be read even as words */
  WARRAQ_INPUT_REJECTED = 8, /* done, but for some input: the report tells; *error is NULL */
  WARRAQ_IO = 9,             /* reading or writing failed, a full disk included */
  WARRAQ_TIMEOUT = 10,       /* not answered by its deadline */
  WARRAQ_INTERNAL = 70       /* a defect of Warraq, or no memory left */
} warraq_status;

/* The version of the library that runs, as "0.1.0". Not to be freed. */
WARRAQ_C_EXPORT const char* warraq_version(void);

/* Frees text that a function gave. NULL does nothing. */
WARRAQ_C_EXPORT void warraq_free(char* text);

/* Why a function failed. */
typedef struct warraq_error warraq_error;
WARRAQ_C_EXPORT warraq_status warraq_error_code(const warraq_error* error);
/* What failed and why, and what to do about it, which may be "". They live as long as the error. */
WARRAQ_C_EXPORT const char* warraq_error_message(const warraq_error* error);
WARRAQ_C_EXPORT const char* warraq_error_hint(const warraq_error* error);
WARRAQ_C_EXPORT void warraq_error_free(warraq_error* error);

/* ---- Reading ---- */

/* An open archive. It answers from the state that the archive was in when it was opened or last
 * refreshed. */
typedef struct warraq_searcher warraq_searcher;

WARRAQ_C_EXPORT warraq_status warraq_open(const char* archive, warraq_searcher** searcher,
                                          warraq_error** error);
/* NULL does nothing. */
WARRAQ_C_EXPORT void warraq_close(warraq_searcher* searcher);
/* The archive's latest state from now on. Cheap where nothing was changed. */
WARRAQ_C_EXPORT warraq_status warraq_refresh(warraq_searcher* searcher, warraq_error** error);

/* Parameters: query, limit, offset, snippets, from, to, source, category, author, agency, group,
 * sort, exact, no-variants, exclude-variant, all, strict, relax, collapse, facets. A member may be
 * text, a number, true or false, and where several are taken an array of texts; unknown ones are
 * refused. *answer is as `query --format json` prints it.
 *
 * All that takes a request, but for what writes, takes `deadline` too: so many milliseconds from
 * now it fails with WARRAQ_TIMEOUT if it has not answered. Time that a callback takes counts. */
WARRAQ_C_EXPORT warraq_status warraq_search(warraq_searcher* searcher, const char* request,
                                            char** answer, warraq_error** error);
/* The article of this id as it is stored: one JSON object. */
WARRAQ_C_EXPORT warraq_status warraq_get(warraq_searcher* searcher, const char* id, char** article,
                                         warraq_error** error);
/* Articles like the one of this id. Parameters: limit, offset, snippets, filters, and `duplicates`:
 * its near duplicates too. *answer is as warraq_search() gives it. */
WARRAQ_C_EXPORT warraq_status warraq_similar(warraq_searcher* searcher, const char* id,
                                             const char* request, char** answer,
                                             warraq_error** error);
/* What the parameter `query`, which is being typed, may become; `limit` completions at the most. */
WARRAQ_C_EXPORT warraq_status warraq_suggest(warraq_searcher* searcher, const char* request,
                                             char** answer, warraq_error** error);
/* Counts by the fields of the parameter `by` ("source,category,year"), `limit` names of each, of
 * what query and filters find. */
WARRAQ_C_EXPORT warraq_status warraq_facets(warraq_searcher* searcher, const char* request,
                                            char** answer, warraq_error** error);
/* Counts over time, by the parameter `interval`: auto, day, week, month or year. */
WARRAQ_C_EXPORT warraq_status warraq_timeline(warraq_searcher* searcher, const char* request,
                                              char** answer, warraq_error** error);
/* The words of the query in their contexts. Parameters: those that say what is found, sort,
 * `words` (on each side; 5) and `limit` (lines; 100). *answer is as `kwic --format json` prints
 * it. */
WARRAQ_C_EXPORT warraq_status warraq_kwic(warraq_searcher* searcher, const char* request,
                                          char** answer, warraq_error** error);
/* How a query was read, what was searched, and why hits scored as they did: parameters as for
 * warraq_search(), 3 hits without snippets unless they say otherwise; *answer is as
 * `explain --format json` prints it. */
WARRAQ_C_EXPORT warraq_status warraq_explain(warraq_searcher* searcher, const char* request,
                                             char** answer, warraq_error** error);
/* What the archive is and holds: as `info --format json` prints it. */
WARRAQ_C_EXPORT warraq_status warraq_info(warraq_searcher* searcher, char** info,
                                          warraq_error** error);

/* Takes one article, as warraq_get() gives it, valid until it returns; 0 ends the export. It must
 * not use the searcher, and not leave by an exception or longjmp. */
typedef int (*warraq_take)(const char* article, void* context);
/* Gives `take` every article that query and filters find, whole and in order, however many they
 * are. Memory holds one. Something must be asked for: a word, a name or a date. */
WARRAQ_C_EXPORT warraq_status warraq_export(warraq_searcher* searcher, const char* request,
                                            warraq_take take, void* context, warraq_error** error);

/* ---- Writing ---- */

/* Parameters of all that read articles: input-format, jobs (threads; 0: as many as there are),
 * memory (MB), on-error (skip, stop), keep-furniture, dry-run, and of what builds `force`, to
 * replace an archive that exists; as the long options of warraq-indexer. *report counts what was
 * read and rejected, as its --report does; NULL for none. */

/* Reads `count` files and folders into a new archive, which is there once it is whole. */
WARRAQ_C_EXPORT warraq_status warraq_build(const char* archive, const char* const* inputs,
                                           size_t count, const char* options, char** report,
                                           warraq_error** error);
/* Adds the articles of files and folders, or replaces those of the same id. */
WARRAQ_C_EXPORT warraq_status warraq_add(const char* archive, const char* const* inputs,
                                         size_t count, const char* options, char** report,
                                         warraq_error** error);
/* The same of articles in memory: JSON lines (FORMATS.md), `size` bytes. */
WARRAQ_C_EXPORT warraq_status warraq_build_lines(const char* archive, const char* lines,
                                                 size_t size, const char* options, char** report,
                                                 warraq_error** error);
WARRAQ_C_EXPORT warraq_status warraq_add_lines(const char* archive, const char* lines, size_t size,
                                               const char* options, char** report,
                                               warraq_error** error);
/* Takes out the articles of `count` ids, all in one step. *report has `deleted`, their number, and
 * `not_found`, the ids of which there was no article (WARRAQ_INPUT_REJECTED; WARRAQ_NOTHING_FOUND
 * where there was none at all). It is given in these cases too. */
WARRAQ_C_EXPORT warraq_status warraq_delete(const char* archive, const char* const* ids,
                                            size_t count, char** report, warraq_error** error);
/* Folds what was added, replaced and taken out into the archive's main databases: searches are then
 * faster and the archive smaller. *report has `articles`, `bytes_before` and `bytes_after`. */
WARRAQ_C_EXPORT warraq_status warraq_compact(const char* archive, char** report,
                                             warraq_error** error);

#ifdef __cplusplus
}
#endif

#endif
