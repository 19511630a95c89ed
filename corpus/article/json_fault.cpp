#include "corpus/article/json_fault.h"

#include <nlohmann/json.hpp>

namespace warraq::corpus {
namespace {

/// Takes every value and remembers where reading stopped: simdjson tells no positions.
class FaultFinder : public nlohmann::json_sax<nlohmann::json> {
 public:
  [[nodiscard]] std::size_t position() const { return position_; }

  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*size*/) override { return true; }
  bool key(string_t& /*name*/) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t /*size*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    position_ = position;
    return false;
  }

 private:
  std::size_t position_ = 0;
};

/// The byte, from 1, at which reading stops; 0 where it cannot be said.
std::size_t fault_position(std::string_view json) {
  FaultFinder finder;
  nlohmann::json::sax_parse(json.begin(), json.end(), &finder);
  return finder.position();
}

std::string control_character(char c) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  const auto code = static_cast<unsigned char>(c);
  return std::string("U+00") + kHexDigits[code >> 4U] + kHexDigits[code & 0xFU];
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

}  // namespace

std::string describe_fault(std::string_view json, simdjson::error_code error) {
  if (error == simdjson::DEPTH_ERROR) {
    return "nested more than " + std::to_string(kMaxNesting) + " levels deep";
  }
  if (error == simdjson::CAPACITY) return "larger than a JSON text may be (4 GB)";
  if (error == simdjson::MEMALLOC) return "there is not enough memory to read it";
  const std::size_t nul = json.find('\0');
  if (nul != std::string_view::npos) {
    return "not valid JSON: a NUL byte, byte " + std::to_string(nul + 1);
  }
  const std::size_t position = fault_position(json);
  if (position == 0) return "not valid JSON";
  if (position > json.size()) {
    return "not valid JSON: cut off after byte " + std::to_string(json.size());
  }
  const char c = json[position - 1];
  if (error == simdjson::UNESCAPED_CHARS && is_control(c)) {
    return "not valid JSON: the control character " + control_character(c) +
           ", not escaped, in a string at byte " + std::to_string(position);
  }
  // The end of what was not expected, which may be a word or a number.
  return "not valid JSON near byte " + std::to_string(position);
}

}  // namespace warraq::corpus
