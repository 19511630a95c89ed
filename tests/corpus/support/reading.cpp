#include "tests/corpus/support/reading.h"

namespace warraq::tests {

std::vector<std::string> Reading::ids() const {
  std::vector<std::string> ids;
  for (const corpus::ReadArticle& read : articles) ids.push_back(read.article.id);
  return ids;
}

std::vector<std::string> Reading::titles() const {
  std::vector<std::string> titles;
  for (const corpus::ReadArticle& read : articles) titles.push_back(read.article.title);
  return titles;
}

Reading read_all(corpus::Reader& reader) {
  Reading reading;
  while (std::optional<corpus::Record> record = reader.next()) {
    if (auto* read = std::get_if<corpus::ReadArticle>(&*record)) {
      reading.articles.push_back(std::move(*read));
    } else {
      reading.rejections.push_back(std::get<corpus::Rejection>(*std::move(record)));
    }
  }
  return reading;
}

Reading read_all(const std::vector<std::string>& inputs, const corpus::ReadOptions& options) {
  corpus::CorpusReader reader(inputs, options);
  return read_all(reader);
}

std::string described(const Reading& reading) {
  std::string text;
  for (const corpus::ReadArticle& read : reading.articles) {
    text += std::to_string(read.origin.record) + ':' + std::to_string(read.origin.line) + ' ' +
            corpus::to_json(read.article) + '\n';
  }
  for (const corpus::Rejection& rejection : reading.rejections) {
    text += std::to_string(rejection.origin.record) + ':' + std::to_string(rejection.origin.line) +
            ' ' + rejection.reason + ' ' + rejection.record + '\n';
  }
  return text;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string json_lines(std::size_t count) {
  std::string lines;
  for (std::size_t number = 1; number <= count; ++number) {
    const std::string digits = std::to_string(number);
    lines.append(R"({"id":"a)").append(digits);
    lines.append(R"(","title":"النشرة رقم )").append(digits);
    lines.append(R"(","body":"افتتح الوزير الجلسة رقم )").append(digits);
    lines.append(" في قاعة المدينة.\"}\n");
  }
  return lines;
}

}  // namespace warraq::tests
