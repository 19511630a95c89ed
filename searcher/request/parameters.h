// Named values that ask for something of an archive, the same for URLs, JSON objects and command
// lines: the long names of the command line's options, and `query` for the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace warraq::searcher {

/// Names and values in the order they were given; a name may come again.
class Parameters {
 public:
  using Entry = std::pair<std::string, std::string>;

  void add(std::string name, std::string value);
  /// Takes away what was added under this name.
  void remove(std::string_view name);
  /// All that were added, in order.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] bool has(std::string_view name) const;
  /// The value, if there is any. Throws Error(usage) where there are several: which of them is
  /// meant nobody can say.
  [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
  /// The value that was given last, if there is any: where nothing may be refused.
  [[nodiscard]] std::optional<std::string> last_value(std::string_view name) const;
  /// All values with commas between them, as one that is a list has, if there are any.
  [[nodiscard]] std::optional<std::string> list(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
  /// Whether `name` is switched on: "", "1" and "true" do, "0" and "false" do not, and neither does
  /// its absence. Throws Error(usage) for anything else, and for several.
  [[nodiscard]] bool flag(std::string_view name) const;

 private:
  std::vector<Entry> entries_;
};

}  // namespace warraq::searcher
