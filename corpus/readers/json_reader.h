// JSON that is not laid out in lines: an array of articles, an object that holds one, or one
// article spread over many lines.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/input/buffered_input.h"
#include "corpus/readers/json_articles.h"
#include "corpus/readers/json_cutter.h"
#include "corpus/readers/json_record_path.h"
#include "corpus/readers/make_reader.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Reads any number of JSON values, one after the other. The elements of an array are records. So
/// are, where the map has `record = a.b`, those of the array at that path, or the object there. An
/// object else is a record itself if that gives an article with a body; if not, the elements of the
/// first array of objects in it are, and only without one it is a record after all. A record that
/// is no article is a Rejection, and the next is read. Holds one record at a time, `max_article`
/// bytes at most. Ids are left as they are given, or empty.
class JsonReader final : public Reader {
 public:
  JsonReader(std::unique_ptr<BufferedInput> input, ReaderContext context);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  /// An array or object that is open around the records.
  struct Level {
    bool array = false;
    bool records = false;  ///< whether its elements are records
    std::size_t step = 0;  ///< how far along path_ it is
  };

  [[nodiscard]] std::optional<Record> read_on(char c);
  [[nodiscard]] std::optional<Record> read_top_object();
  [[nodiscard]] std::optional<Record> read_member();
  [[nodiscard]] std::optional<Record> read_value(char c, std::size_t step);
  [[nodiscard]] std::optional<Record> read_record();
  [[nodiscard]] std::optional<Record> counted(Record record, const JsonCut& cut);
  [[nodiscard]] Record record_of(const JsonCut& cut);
  void close(bool array);
  [[nodiscard]] std::optional<Record> finish();
  [[nodiscard]] Rejection reject_file(std::string reason) const;

  std::unique_ptr<BufferedInput> input_;
  ReaderContext context_;
  JsonCutter cutter_;
  JsonArticles articles_;
  JsonPath path_;    ///< to the records, of the value that is being read
  bool path_given_;  ///< by the map
  bool records_found_ = false;
  bool last_cut_off_ = false;  ///< the last record was ended by the end of the input
  std::vector<Level> levels_;
  std::uint64_t records_ = 0;
  bool begun_ = false;
  bool finished_ = false;
};

}  // namespace warraq::corpus
