#include "tools/library/c/boundary.h"

#include <cstdlib>
#include <cstring>
#include <memory>

#include "searcher/request/json_request.h"
#include "warraq/version.h"

struct warraq_error {
  warraq_status code = WARRAQ_INTERNAL;
  std::string message;
  std::string hint;
};

namespace warraq::c {

warraq_status fail(warraq_error** error, warraq_status code, std::string_view message,
                   std::string_view hint) noexcept {
  if (error == nullptr) return code;
  try {
    *error =
        std::make_unique<warraq_error>(warraq_error{code, std::string(message), std::string(hint)})
            .release();
  } catch (const std::bad_alloc&) {
    *error = nullptr;  // the code says it
  }
  return code;
}

char* given(std::string_view text) {
  // What C frees.
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));  // NOLINT(*-no-malloc)
  if (copy == nullptr) throw std::bad_alloc();
  text.copy(copy, text.size());
  copy[text.size()] = '\0';
  return copy;
}

void require(const void* pointer, std::string_view name) {
  if (pointer == nullptr) throw Error(ErrorCode::usage, std::string(name) + " is NULL");
}

searcher::Parameters parameters_of(const char* json) {
  if (json == nullptr || *json == '\0') return {};
  return searcher::read_json_parameters(json);
}

}  // namespace warraq::c

const char* warraq_version(void) { return warraq::version(); }

void warraq_free(char* text) { std::free(text); }  // NOLINT(*-no-malloc)

warraq_status warraq_error_code(const warraq_error* error) {
  return error == nullptr ? WARRAQ_DONE : error->code;
}

const char* warraq_error_message(const warraq_error* error) {
  return error == nullptr ? "" : error->message.c_str();
}

const char* warraq_error_hint(const warraq_error* error) {
  return error == nullptr ? "" : error->hint.c_str();
}

void warraq_error_free(warraq_error* error) { delete error; }  // NOLINT(*-owning-memory)
