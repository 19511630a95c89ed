// warraq-searcher serve: answers over HTTP.
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "searcher/cli/commands.h"
#include "searcher/cli/listen_address.h"
#include "searcher/cli/service_manager.h"
#include "searcher/serve/access_log.h"
#include "searcher/serve/archive_watch.h"
#include "searcher/serve/gate.h"
#include "searcher/serve/http/server.h"
#include "searcher/serve/metrics.h"
#include "searcher/serve/routes.h"
#include "searcher/serve/search_responder.h"
#include "searcher/serve/tokens.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/cli/read_file.h"
#include "warraq/cli/values.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher serve -a DIR [OPTION…]";
constexpr std::string_view kAbout =
    "Answers over HTTP: a page for people at /, and /v1/… for programs. New articles are seen\n"
    "without a restart. SIGTERM and Ctrl-C let what is being answered be finished.";

po::options_description serve_options() {
  const auto value = [](const char* standard, const char* name) {
    return po::value<std::string>()->default_value(standard)->value_name(name);
  };
  po::options_description options;
  cli::add_archive_option(options);
  options.add_options()("listen", value("127.0.0.1:8080", "ADDRESS:PORT"),
                        "where to listen; port 0: any free one")(
      "workers", value("0", "N"), "threads that answer; 0: as many as there are cores")(
      "queue", value("256", "N"), "requests that wait for them at the most; more get 503")(
      "connections", value("20000", "N"), "open at the same time, at the most")(
      "deadline", value("5", "SECONDS"), "that a query may take")("max-results", value("100", "N"),
                                                                  "hits of a page at the most")(
      "max-offset", value("10000", "N"), "hits passed over at the most")(
      "max-query-bytes", value("4096", "N"), "of a query's text at the most")(
      "token-file", po::value<std::string>()->value_name("FILE"),
      "answer only those who send one of its bearer tokens; read once")(
      "cors", po::value<std::string>()->value_name("ORIGIN"),
      "the origin whose pages may ask, as https://example.org, or *")(
      "drain", value("0", "SECONDS"), "that it still answers after SIGTERM, with 503 at /readyz")(
      "access-log", po::value<std::string>()->value_name("FILE"),
      "write a JSON line for each request; -: to standard output")(
      "log-queries", "with what was searched for and the path of each request");
  return options;
}

std::size_t number(const po::variables_map& values, const char* option, const char* unit,
                   std::uint64_t least, std::uint64_t most) {
  return cli::read_number({"--" + std::string(option), unit, least, most},
                          values[option].as<std::string>());
}

std::string text_or_none(const po::variables_map& values, const char* option) {
  return values.count(option) == 0 ? std::string() : values[option].as<std::string>();
}

std::string read_origin(const po::variables_map& values) {
  const std::string origin = text_or_none(values, "cors");
  if (origin.empty() || origin == "*") return origin;
  const std::size_t host = origin.find("://");
  const bool plain = origin.find_first_of(" \t\r\n,") == std::string::npos;
  const bool sound = plain && host != std::string::npos && host > 0 && host + 3 < origin.size() &&
                     origin.find('/', host + 3) == std::string::npos;
  if (!sound) {
    cli::refuse_value("--cors", origin, "an origin, as https://example.org, or *");
  }
  return origin;
}

serve::ServeOptions read_serve_options(const po::variables_map& values) {
  serve::ServeOptions options;
  options.archive = cli::archive_path(values);
  options.limits.limit = number(values, "max-results", "hits", 1, 10'000);
  options.limits.offset = number(values, "max-offset", "hits", 0, 1'000'000);
  options.limits.query_bytes = number(values, "max-query-bytes", "bytes", 1, 16'384);
  options.deadline = std::chrono::seconds(number(values, "deadline", "seconds", 1, 600));
  options.allowed_origin = read_origin(values);
  options.report = cli::write_message;
  return options;
}

serve::ServerOptions read_server_options(const po::variables_map& values) {
  const ListenAddress listen = read_listen_address(values["listen"].as<std::string>());
  serve::ServerOptions options;
  options.address = listen.address;
  options.port = listen.port;
  options.listening_socket = handed_over_socket();
  options.workers = static_cast<unsigned>(number(values, "workers", "threads", 0, 1'024));
  options.queue = number(values, "queue", "requests", 1, 100'000);
  options.connections = number(values, "connections", "connections", 1, 1'000'000);
  options.drain_time = std::chrono::seconds(number(values, "drain", "seconds", 0, 600));
  options.headers = serve::headers_of_all(read_origin(values));
  if (!listen.is_loopback && options.listening_socket < 0 && values.count("token-file") == 0) {
    cli::print_message(
        "whoever reaches " + analyzers::isolate(listen.address) +
        " can read the whole archive\n  --token-file lets in those who have a token");
  }
  return options;
}

std::optional<serve::Tokens> read_tokens(const po::variables_map& values) {
  const std::string file = text_or_none(values, "token-file");
  if (file.empty()) return std::nullopt;
  return serve::Tokens::read(cli::read_file(file, "it holds a bearer token a line"), file);
}

std::unique_ptr<serve::AccessLog> open_access_log(const po::variables_map& values) {
  const std::string file = text_or_none(values, "access-log");
  if (file.empty()) return nullptr;
  return std::make_unique<serve::AccessLog>(file, values.count("log-queries") != 0);
}

std::string url_of(const serve::ServerOptions& options, std::uint16_t port) {
  const bool v6 = options.address.find(':') != std::string::npos;
  return "http://" + (v6 ? '[' + options.address + ']' : options.address) + ':' +
         std::to_string(port) + '/';
}

}  // namespace

int serve(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options = cli::parse_options(arguments, serve_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  if (!options.positional.empty()) {
    throw Error(ErrorCode::usage,
                "serve takes no argument, not " + analyzers::isolate(options.positional.front()));
  }
  const serve::ServeOptions serve_options = read_serve_options(options.values);
  const serve::ServerOptions server_options = read_server_options(options.values);
  // Before any thread is made, so that signals go to the one that waits for them.
  const std::stop_token stop = cli::stop_on_signals();

  const serve::ArchiveWatch archive(serve_options.archive);
  const std::unique_ptr<serve::AccessLog> log = open_access_log(options.values);
  serve::Metrics metrics;
  serve::Server* running = nullptr;
  serve::Gate gate;
  gate.tokens = read_tokens(options.values);
  gate.allowed_origin = serve_options.allowed_origin;
  gate.is_stopping = [&stop] { return stop.stop_requested(); };
  gate.archive = [&archive] { return archive.figures(); };
  gate.metrics = [&] { return metrics.text(running->figures(), archive.figures()); };

  serve::Server::Application application;
  application.make_responder = [&serve_options] {
    return std::make_unique<serve::SearchResponder>(serve_options);
  };
  application.is_stream = serve::is_stream;
  application.answer_at_once = [&gate](const serve::HttpRequest& request) {
    return gate.answer(request);
  };
  application.on_exchange = [&](const serve::Exchange& exchange) {
    metrics.add(exchange);
    if (log) log->add(exchange);
  };
  if (has_watchdog()) application.every_second = [] { notify_service_manager("WATCHDOG=1"); };

  serve::Server server(server_options, application);
  running = &server;
  cli::print_message("listening at " + url_of(server_options, server.port()));
  notify_service_manager("READY=1");
  const std::stop_callback stopper(stop, [&server] {
    notify_service_manager("STOPPING=1");
    server.stop();
  });
  server.run();
  return cli::signal_exit_code();
}

}  // namespace warraq::searcher::commands
