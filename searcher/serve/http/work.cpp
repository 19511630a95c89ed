#include "searcher/serve/http/work.h"

#include <exception>
#include <utility>

#include "searcher/serve/http/answer_head.h"
#include "searcher/serve/http/compression.h"
#include "searcher/serve/http/error_answer.h"

namespace warraq::searcher::serve {
namespace {

// A responder throws nothing; if it does, that is the defect of one answer and not of the server.
HttpAnswer answer_of(Responder& responder, const HttpRequest& request) {
  try {
    HttpAnswer answer = responder.answer(request);
    compress(request, answer);
    return answer;
  } catch (const std::exception& /*error*/) {
    return error_answer(500, "internal error");
  }
}

void write_body(BodyStream& stream, const std::function<void(BodyWriter&)>& write) {
  bool whole = true;
  try {
    write(stream);
  } catch (const std::exception& /*error*/) {
    whole = false;  // the client learns it from the missing end
  }
  stream.end(whole);
}

}  // namespace

void set_answer(Job& job, HttpAnswer answer, std::string_view fixed) {
  Framing framing{job.version, job.keep_alive, false, std::nullopt};
  if (answer.stream) {
    answer.body.clear();
    framing.chunked = job.version == 11;
    framing.keep_alive = framing.keep_alive && framing.chunked;
  } else {
    framing.length = answer.body.size();
  }
  job.keep_alive = framing.keep_alive;
  job.head = write_head(answer, framing, fixed);
  job.status = answer.status;
  job.route = std::move(answer.route);
  if (job.request.method != "HEAD" && has_body(job.status)) job.body = std::move(answer.body);
}

void work(Job& job, Responder& responder, std::string_view fixed) {
  job.taken_at = Clock::now();
  HttpAnswer answer = answer_of(responder, job.request);
  const std::function<void(BodyWriter&)> write = answer.stream;
  set_answer(job, std::move(answer), fixed);
  job.answered_at = Clock::now();
  // From on_answer on, all but the stream is the connection's.
  std::shared_ptr<BodyStream> stream;
  if (write && job.request.method != "HEAD") {
    stream = std::make_shared<BodyStream>(job.on_bytes);
    job.stream = stream;
  }
  const std::function<void()> on_answer = std::move(job.on_answer);
  on_answer();
  if (stream) write_body(*stream, write);
}

}  // namespace warraq::searcher::serve
