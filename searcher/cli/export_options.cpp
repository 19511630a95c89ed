#include "searcher/cli/export_options.h"

#include <cerrno>
#include <cstring>
#include <iostream>

#include "searcher/cli/written_files.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {

namespace po = boost::program_options;

namespace {

constexpr std::string_view kStandardOutput = "-";

}  // namespace

void add_export_options(po::options_description& options) {
  options.add_options()("fields", po::value<std::string>()->value_name("NAMES"),
                        "jsonl, csv: these fields alone: id,title,date")(
      "with-body", "csv, bibtex, ris: the body too")(
      "bom", "csv: begin with a byte order mark, for spreadsheets")(
      "output", po::value<std::string>()->value_name("FILE"),
      "write to FILE; - for standard output");
}

ExportOutput::ExportOutput(output::ExportFormat format, const po::variables_map& values,
                           const std::filesystem::path& archive)
    : format_(format) {
  if (values.count("fields") != 0) {
    options_.fields = output::fields_named(values["fields"].as<std::string>());
  }
  options_.with_body = values.count("with-body") != 0;
  options_.bom = values.count("bom") != 0;
  if (values.count("output") != 0 && values["output"].as<std::string>() != kStandardOutput) {
    path_ = values["output"].as<std::string>();
    require_outside({"--output", path_}, archive);
  }
  require_takes(format_, options_);
}

void ExportOutput::open() {
  errno = 0;
  if (!path_.empty()) {
    file_.open(path_, std::ios::binary | std::ios::trunc);
    if (!file_.is_open()) fail();
  }
  printer_ = output::make_article_printer(format_, out(), options_);
}

bool ExportOutput::print(const StreamedArticle& article) {
  errno = 0;
  printer_->print(article);
  if (!out() && !path_.empty()) fail();
  return out().good();
}

bool ExportOutput::finish() {
  errno = 0;
  out().flush();
  if (!out() && !path_.empty()) fail();
  return out().good();
}

std::ostream& ExportOutput::out() { return path_.empty() ? std::cout : file_; }

void ExportOutput::fail() const {
  throw Error(ErrorCode::io,
              analyzers::isolate(path_) + " cannot be written: " +
                  (errno != 0 ? std::strerror(errno) : "a part was not taken"),
              "name a file in a folder that you may write to, on a disk that has room");
}

}  // namespace warraq::searcher::commands
