// Warraq as a library: full-text search for Arabic news archives. Everything that it offers:
//
//   warraq/searcher/searcher.h     Searcher: queries, articles, facets, timelines, streams of articles
//   warraq/searcher/saved_query.h  queries that are kept, and what has changed since
//   warraq/indexer/indexer.h       build, add, remove, compact, check, info
//   warraq/corpus/given_articles.h articles that a program has in memory, for build and add
//   warraq/c.h                     all of it for C
//
// Threads. A Searcher is used by one thread at a time: each thread opens its own, which costs less
// than a millisecond and shares the archive's pages with all others through the system. Free functions may
// be called by any number of threads. One writer at a time holds an archive; readers never wait for
// it, and see what it did once they refresh(). After fork() a child opens its own Searcher.
//
// Errors. What ends an operation is a warraq::Error with a code; std::bad_alloc, and what a function
// of the caller's throws, pass through. What happens to one article among many is a value (corpus::Rejection).
// After an exception a Searcher can be used on.
//
// Text is UTF-8. Queries and archives may hold any bytes.
//
// Stability. Versions are semantic (semver.org). Within one SOVERSION, which is the major version and, as
// long as that is 0, may change with the minor one, programs need not be recompiled; from one to the next,
// sources that compiled do, unless NEWS.md says otherwise. Structures may gain members at their end:
// initialise them by name. What is not in an installed header may change at any time. An archive is
// read by the version that wrote it and by all later ones of its format (archive/manifest.h).
#pragma once

#include "warraq/corpus/given_articles.h"
#include "warraq/error.h"
#include "warraq/indexer/indexer.h"
#include "warraq/searcher/saved_query.h"
#include "warraq/searcher/searcher.h"
#include "warraq/version.h"
