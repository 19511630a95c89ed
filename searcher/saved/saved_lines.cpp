#include "searcher/saved/saved_lines.h"

#include <xxhash.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <ios>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article/text.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/date.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {
namespace {

using Json = nlohmann::ordered_json;

// The longest query with all of its bytes escaped, and its filters.
constexpr std::size_t kMostLineBytes = 8 * kMaxQueryBytes;
constexpr int kHexadecimal = 16;
constexpr std::string_view kType = "saved_query";

/// What is wrong with a line, for people.
class Fault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string one_line(const Json& value) {
  constexpr int kCompact = -1;
  return value.dump(kCompact, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string hexadecimal(std::uint64_t hash) {
  XXH64_canonical_t bytes;
  XXH64_canonicalFromHash(&bytes, hash);
  std::string digits;
  for (const unsigned char byte : bytes.digest) corpus::append_hexadecimal(digits, byte);
  return digits;
}

std::optional<std::uint64_t> read_hexadecimal(const std::string& digits) {
  std::uint64_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, kHexadecimal);
  if (error != std::errc() || stop != end || digits.size() != kHexadecimal) return std::nullopt;
  return value;
}

// Each option of a request under its name; one table for both directions.
struct NamedFlag {
  const char* name;
  bool Request::*value;
};
constexpr std::array<NamedFlag, 5> kFlags = {{{"exact", &Request::exact},
                                              {"all_words", &Request::all_words},
                                              {"variants", &Request::variants},
                                              {"strict", &Request::strict},
                                              {"collapse", &Request::collapse}}};
struct NamedList {
  const char* name;
  std::vector<std::string> Request::*value;
};
constexpr std::array<NamedList, 4> kLists = {{{"sources", &Request::sources},
                                              {"categories", &Request::categories},
                                              {"authors", &Request::authors},
                                              {"agencies", &Request::agencies}}};
// Absent where there are none, as in files of versions that did not have it.
constexpr const char* kExcludedVariants = "excluded_variants";
struct NamedDay {
  const char* name;
  std::optional<analyzers::Date> Request::*value;
};
constexpr std::array<NamedDay, 2> kDays = {{{"from", &Request::from}, {"to", &Request::to}}};
constexpr std::array<std::pair<const char*, Sort>, 3> kSorts = {
    {{"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}}};
constexpr std::array<std::pair<const char*, Syntax>, 2> kSyntaxes = {
    {{"query", Syntax::query}, {"plain", Syntax::plain}}};

template <typename Names, typename Value>
const char* name_of(const Names& names, Value value) {
  for (const auto& [name, named] : names) {
    if (named == value) return name;
  }
  return "";
}

Json options_of(const Request& request) {
  Json options = {{"syntax", name_of(kSyntaxes, request.syntax)},
                  {"sort", name_of(kSorts, request.sort)}};
  for (const NamedDay& day : kDays) {
    if (request.*day.value) options[day.name] = (request.*day.value)->iso();
  }
  for (const NamedList& list : kLists) options[list.name] = request.*list.value;
  for (const NamedFlag& flag : kFlags) options[flag.name] = request.*flag.value;
  if (!request.excluded_variants.empty()) options[kExcludedVariants] = request.excluded_variants;
  if (request.duplicate_group) options["group"] = hexadecimal(*request.duplicate_group);
  return options;
}

/// Members of one object of a line.
class Members {
 public:
  Members(const Json& object, const char* name) : object_(object) {
    if (!object.is_object()) throw Fault(std::string(name) + " is no object");
  }

  [[nodiscard]] const Json* find(const char* name) const {
    const auto found = object_.find(name);
    return found == object_.end() ? nullptr : &*found;
  }
  [[nodiscard]] const Json& member(const char* name) const {
    const Json* const found = find(name);
    if (found == nullptr) throw Fault(analyzers::isolate(name) + " is missing");
    return *found;
  }
  [[nodiscard]] std::string text(const char* name) const {
    const Json& value = member(name);
    if (!value.is_string()) throw Fault(analyzers::isolate(name) + " is no string");
    return value.get<std::string>();
  }
  [[nodiscard]] std::uint64_t number(const char* name) const {
    const Json& value = member(name);
    if (!value.is_number_unsigned()) throw Fault(analyzers::isolate(name) + " is no count");
    return value.get<std::uint64_t>();
  }
  [[nodiscard]] bool flag(const char* name) const {
    const Json& value = member(name);
    if (!value.is_boolean()) throw Fault(analyzers::isolate(name) + " is neither true nor false");
    return value.get<bool>();
  }
  [[nodiscard]] std::vector<std::string> texts(const char* name) const {
    std::vector<std::string> result;
    const Json& values = member(name);
    if (!values.is_array()) throw Fault(analyzers::isolate(name) + " is no array");
    for (const Json& value : values) {
      if (!value.is_string()) throw Fault(analyzers::isolate(name) + " holds what is no string");
      result.push_back(value.get<std::string>());
    }
    return result;
  }
  template <typename Names>
  [[nodiscard]] auto one_of(const Names& names, const char* name) const {
    const std::string value = text(name);
    for (const auto& [known, named] : names) {
      if (value == known) return named;
    }
    throw Fault(analyzers::isolate(name) + " is " + analyzers::isolate(value) +
                ", which this version does not know");
  }

 private:
  const Json& object_;
};

void read_options(const Members& options, Request& request) {
  request.syntax = options.one_of(kSyntaxes, "syntax");
  request.sort = options.one_of(kSorts, "sort");
  for (const NamedDay& day : kDays) {
    if (options.find(day.name) == nullptr) continue;
    const std::string written = options.text(day.name);
    request.*day.value = analyzers::parse_date(written);
    if (!(request.*day.value)) throw Fault("there is no date " + analyzers::isolate(written));
  }
  for (const NamedList& list : kLists) request.*list.value = options.texts(list.name);
  if (options.find(kExcludedVariants) != nullptr) {
    request.excluded_variants = options.texts(kExcludedVariants);
  }
  for (const NamedFlag& flag : kFlags) request.*flag.value = options.flag(flag.name);
  if (options.find("group") != nullptr) {
    request.duplicate_group = read_hexadecimal(options.text("group"));
    if (!request.duplicate_group) throw Fault("group is not 16 hexadecimal digits");
  }
}

SavedHeader read_header(const Json& object) {
  const Members line(object, "the line");
  const Members archive(line.member("archive"), "archive");
  const Members analyser(line.member("analyser"), "analyser");
  SavedHeader header;
  header.request.query = line.text("query");
  read_options(Members(line.member("options"), "options"), header.request);
  header.archive = archive.text("path");
  header.state = {archive.text("created"), archive.number("generation"),
                  archive.number("live_revision"), analyser.text("profile"),
                  analyser.text("fingerprint")};
  header.saved = line.text("saved");
  return header;
}

[[noreturn]] void throw_unreadable(const std::filesystem::path& file) {
  throw Error(ErrorCode::io,
              analyzers::isolate(file.string()) +
                  " cannot be read: " + std::strerror(errno != 0 ? errno : EIO),
              "name a file that --save has written");
}

bool is_saved_query(const Json& object) {
  const auto type = object.is_object() ? object.find("type") : object.end();
  return object.is_object() && type != object.end() && *type == kType;
}

}  // namespace

std::uint64_t id_hash(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

std::uint64_t content_hash(std::string_view json) { return XXH3_64bits(json.data(), json.size()); }

std::string header_line(const SavedHeader& header) {
  return one_line(
      {{"type", kType},
       {"version", kSavedQueryVersion},
       {"query", header.request.query},
       {"options", options_of(header.request)},
       {"archive",
        {{"path", header.archive.string()},
         {"created", header.state.created},
         {"generation", header.state.generation},
         {"live_revision", header.state.live_revision}}},
       {"analyser", {{"profile", header.state.profile}, {"fingerprint", header.state.fingerprint}}},
       {"saved", header.saved}});
}

std::string article_line(const SavedArticle& article) {
  return one_line({{"id", article.id}, {"content", hexadecimal(article.content)}});
}

std::string summary_line(std::uint64_t articles) {
  return one_line({{"type", "summary"}, {"total", articles}});
}

SavedLines::SavedLines(const std::filesystem::path& file) : file_(file) {
  errno = 0;
  in_.open(file, std::ios::binary);
  if (!in_.is_open()) throw_unreadable(file);
  const Json object = read_line() ? Json::parse(line_, nullptr, false) : Json();
  if (!is_saved_query(object)) refuse("this is no saved query");
  try {
    const std::uint64_t version = Members(object, "the line").number("version");
    if (version > kSavedQueryVersion) {
      throw Error(ErrorCode::incompatible,
                  analyzers::isolate(file.string()) + " is a saved query of version " +
                      std::to_string(version) + "; this program reads up to " +
                      std::to_string(kSavedQueryVersion),
                  "use the program that saved it, or save the query again");
    }
    header_ = read_header(object);
  } catch (const Fault& fault) {
    refuse(fault.what());
  }
}

std::optional<SavedArticle> SavedLines::next() {
  if (!read_line()) refuse("the file ends here, without its last line");
  const Json object = Json::parse(line_, nullptr, false);
  if (object.is_discarded()) refuse("this is no JSON");
  try {
    const Members line(object, "the line");
    if (line.find("type") == nullptr) {
      SavedArticle article{line.text("id"), 0};
      const auto content = read_hexadecimal(line.text("content"));
      if (!content) refuse("'content' is not 16 hexadecimal digits");
      article.content = *content;
      ++articles_;
      return article;
    }
    if (line.text("type") != "summary") refuse("this is no article");
    if (line.number("total") != articles_) {
      refuse("the file holds " + std::to_string(articles_) + " articles and says it held " +
             std::to_string(line.number("total")));
    }
  } catch (const Fault& fault) {
    refuse(fault.what());
  }
  if (read_line()) refuse("this stands behind the last line");
  return std::nullopt;
}

bool SavedLines::read_line() {
  line_.clear();
  ++line_number_;
  errno = 0;
  try {
    return fill_line();
  } catch (const std::ios_base::failure&) {
    throw_unreadable(file_);  // a folder opens, and fails when it is read
  }
}

bool SavedLines::fill_line() {
  std::streambuf& in = *in_.rdbuf();
  for (int byte = in.sbumpc(); byte != std::char_traits<char>::eof(); byte = in.sbumpc()) {
    if (byte == '\n') return true;
    line_ += static_cast<char>(byte);
    if (line_.size() > kMostLineBytes) {
      refuse("longer than " + std::to_string(kMostLineBytes) + " bytes");
    }
  }
  return !line_.empty();
}

void SavedLines::refuse(const std::string& reason) const {
  throw Error(
      ErrorCode::usage,
      analyzers::isolate(file_.string()) + ", line " + std::to_string(line_number_) + ": " + reason,
      "save the query again: warraq-searcher query --save FILE …");
}

}  // namespace warraq::searcher
