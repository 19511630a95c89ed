// The options that query, explain and batch share, and the request they make.
#pragma once

#include <boost/program_options.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/format.h"
#include "searcher/request/parameters.h"
#include "warraq/cli/program.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

/// Adds all that follow but --save.
void add_search_options(boost::program_options::options_description& options, std::size_t limit,
                        std::size_t snippets);

/// -n, -o and --snippets.
void add_page_options(boost::program_options::options_description& options, std::size_t limit,
                      std::size_t snippets);

/// Those that say what a query finds, and in which order: matching, filters and --sort.
void add_query_options(boost::program_options::options_description& options);

/// How a query's words are taken: --exact, --no-variants, --exclude-variant, --all and --strict.
void add_matching_options(boost::program_options::options_description& options);

/// Those that narrow down what is found: --from, --to, --source, --category,
/// --author, --agency, --group.
void add_filter_options(boost::program_options::options_description& options);

/// Adds --save.
void add_save_option(boost::program_options::options_description& options);

/// What the options say, by their names. Switches have no value.
[[nodiscard]] Parameters parameters_from(const boost::program_options::variables_map& values);

/// The request that the options make, its query still empty. Throws Error: usage for a bad value,
/// query for a date that does not exist.
[[nodiscard]] Request request_from(const boost::program_options::variables_map& values);

/// The same without -n, -o and --snippets.
[[nodiscard]] Request filters_from(const boost::program_options::variables_map& values);

/// The positional arguments as one query, or standard input's text with --stdin. Throws
/// Error(usage) where both or neither are given, io where standard input cannot be read.
[[nodiscard]] std::string query_text(const cli::ParsedOptions& options);

/// --format, which must be among `allowed`. Throws Error(usage) naming them.
[[nodiscard]] std::string_view checked_format(const boost::program_options::variables_map& values,
                                              const std::vector<std::string_view>& allowed);

/// Adds --format, of a list of hits, and --run-tag.
void add_hits_format_options(boost::program_options::options_description& options);

/// --format of them. Throws Error(usage).
[[nodiscard]] output::Format hits_format(const boost::program_options::variables_map& values);

/// How they are printed there.
[[nodiscard]] output::FormatOptions hits_format_options(
    const boost::program_options::variables_map& values);

/// Prints `answer` to standard output, for people with how many were found if `total` says so.
void print_hits(const Answer& answer, output::Format format,
                const boost::program_options::variables_map& values, bool total = true);

/// Says on standard error that the page asked for lies past the last hit, where it does.
void print_past_end(const Request& request, const Answer& answer, std::string_view where = {});

/// Says on standard error that the request finds nothing, and what may be meant instead: for
/// commands whose output has no place for that.
void print_nothing_found(Searcher& searcher, const Request& request);

/// Prints an answer's notes on standard error, after `where` if there is one.
void print_notes(const std::vector<std::string>& notes, std::string_view where = {});

/// Says on standard error what was searched beside the words of the query.
void print_variants(const std::vector<SearchedVariants>& variants);

}  // namespace warraq::searcher::commands
