#include "warraq/analyzers/analyzer.h"

#include <unicode/uversion.h>

#include <array>
#include <limits>
#include <stdexcept>

#include "analyzers/analysis_storage.h"
#include "analyzers/arabic_letters.h"
#include "analyzers/fingerprint.h"
#include "analyzers/joined_words.h"
#include "analyzers/plain_tokeniser.h"
#include "analyzers/reference_tokeniser.h"
#include "analyzers/stop_words.h"
#include "analyzers/token_writer.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::analyzers {
namespace {

WordSet normalised_stop_words() {
  std::vector<std::string> folded;
  for (const std::string_view word : stop_words()) {
    fold_arabic(word, folded.emplace_back(word.size(), '\0').data());
  }
  return WordSet(std::vector<std::string_view>(folded.begin(), folded.end()));
}

void check_size(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw std::length_error("a text of 4 GiB or more cannot be analysed");
  }
}

}  // namespace

Analysis::Analysis() : storage_(std::make_unique<Storage>()) {}
Analysis::Analysis(Analysis&&) noexcept = default;
Analysis& Analysis::operator=(Analysis&&) noexcept = default;
Analysis::~Analysis() = default;

std::span<const Token> Analysis::tokens() const { return storage_->tokens; }
std::size_t Analysis::invalid_sequences() const { return storage_->invalid_sequences; }
std::uint32_t Analysis::position_count() const { return storage_->position_count; }

struct Analyzer::Parts {
  std::unique_ptr<const Stemmer> stemmer = make_light10();
  WordSet stop_words{analyzers::stop_words()};
  WordSet normalised_stop_words{analyzers::normalised_stop_words()};
  PlainCharacters plain_characters;
  std::string fingerprint;
};

Analyzer::Analyzer() : parts_(std::make_unique<Parts>()) {
  Analysis analysis;
  analyze(fingerprint_text(), analysis);
  parts_->fingerprint = fingerprint_of(kProfile, analysis.tokens());
}

Analyzer::~Analyzer() = default;

void Analyzer::analyze(std::string_view text, Analysis& result, Levels levels) const {
  check_size(text);
  result.storage_->clear();
  TokenWriter writer(*parts_->stemmer, parts_->stop_words, *result.storage_, levels);
  PlainTokeniser(text, parts_->plain_characters, writer).tokenise();
  add_joined_words(text, writer);
}

Token Analyzer::completed(const Token& token, Analysis& analysis) const {
  Token result = token;
  if (token.kind == TokenKind::arabic && !token.joined) {
    TokenWriter(*parts_->stemmer, parts_->stop_words, *analysis.storage_).complete(result, true);
  }
  return result;
}

void Analyzer::analyze_by_reference(std::string_view text, Analysis& result) const {
  check_size(text);
  result.storage_->clear();
  TokenWriter writer(*parts_->stemmer, parts_->stop_words, *result.storage_);
  ReferenceTokeniser(text, writer).tokenise(0, text.size());
  add_joined_words(text, writer);
}

const std::string& Analyzer::fingerprint() const { return parts_->fingerprint; }

bool Analyzer::is_normalised_stop_word(std::string_view normalised) const {
  return parts_->normalised_stop_words.contains(normalised);
}

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace warraq::analyzers
