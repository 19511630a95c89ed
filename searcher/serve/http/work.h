// What a worker does with a job.
#pragma once

#include <memory>
#include <string_view>

#include "searcher/serve/http/job.h"

namespace warraq::searcher::serve {

/// Has `responder` answer the job, and hands on the bytes of the answer; of one of any length, goes
/// on with its body. `fixed` are header lines of every answer. Throws nothing.
void work(Job& job, Responder& responder, std::string_view fixed);

/// The bytes of `answer`, into the job; the body is left out where the method is HEAD.
void set_answer(Job& job, HttpAnswer answer, std::string_view fixed);

}  // namespace warraq::searcher::serve
