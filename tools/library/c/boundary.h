// What every function of the C interface does at its edge: nothing is thrown across it.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "searcher/request/parameters.h"
#include "warraq/c.h"
#include "warraq/error.h"

namespace warraq::c {

/// Makes *error, where it is wanted, an error of this code. Returns the code.
warraq_status fail(warraq_error** error, warraq_status code, std::string_view message,
                   std::string_view hint) noexcept;

/// Text that the caller frees with warraq_free(). Throws std::bad_alloc.
[[nodiscard]] char* given(std::string_view text);

/// Throws Error(usage) where the pointer called `name` is null.
void require(const void* pointer, std::string_view name);

/// The members of the JSON object; none where `json` is null or empty. Throws as
/// read_json_parameters().
[[nodiscard]] searcher::Parameters parameters_of(const char* json);

/// What `run` returns; what it throws becomes an error.
template <typename Run>
warraq_status guarded(warraq_error** error, const Run& run) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    return run();
  } catch (const Error& caught) {
    return fail(error, static_cast<warraq_status>(caught.code()), caught.what(), caught.hint());
  } catch (const std::bad_alloc&) {
    return fail(error, WARRAQ_INTERNAL, "no memory left", "");
  } catch (const std::exception& caught) {
    return fail(error, WARRAQ_INTERNAL, caught.what(), "");
  } catch (...) {
    return fail(error, WARRAQ_INTERNAL, "an exception of an unknown kind", "");
  }
}

/// The same of what gives a text: *text is null unless `run` sets it.
template <typename Run>
warraq_status guarded(char** text, warraq_error** error, const Run& run) noexcept {
  if (text != nullptr) *text = nullptr;
  return guarded(error, run);
}

}  // namespace warraq::c
