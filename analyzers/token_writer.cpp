#include "analyzers/token_writer.h"

#include <functional>

#include "analyzers/arabic_letters.h"
#include "analyzers/numbers.h"

namespace warraq::analyzers {
namespace {

constexpr std::size_t kKeptTokens = (std::size_t{16} << 20) / sizeof(Token);

bool is_part(std::string_view part, std::string_view whole) {
  const std::less_equal<> not_after;  // a total order, also of pointers into different storage
  return not_after(whole.data(), part.data()) &&
         not_after(part.data() + part.size(), whole.data() + whole.size());
}

void clear_keeping_some(std::vector<Token>& tokens) {
  if (tokens.capacity() > kKeptTokens) std::vector<Token>().swap(tokens);
  tokens.clear();
}

}  // namespace

void Analysis::Storage::clear() {
  clear_keeping_some(tokens);
  clear_keeping_some(joined);
  arena.clear();
  invalid_sequences = 0;
  position_count = 0;
}

void TokenWriter::add_arabic(ByteRange range, std::string_view exact, bool folds) {
  Token& token = add(range, TokenKind::arabic);
  token.exact = exact;
  if (levels_ == Levels::all) {
    complete(token, folds);
  } else {
    token.normalised = token.stem = exact;
  }
}

void TokenWriter::complete(Token& token, bool folds) {
  token.stop = stop_words_->contains(token.exact);
  finish_arabic(token, folds);
}

void TokenWriter::finish_arabic(Token& token, bool folds) {
  Arena& arena = storage_->arena;
  token.normalised = token.exact;
  if (folds) {
    fold_arabic(token.exact, arena.room(token.exact.size()));
    token.normalised = arena.take(token.exact.size());
  }
  token.stem = stemmer_->stem(token.normalised, storage_->stem_scratch);
  if (!is_part(token.stem, token.normalised)) token.stem = arena.store(token.stem);
}

void TokenWriter::add_number(ByteRange range, std::string_view exact, bool has_separator) {
  Token& token = add(range, TokenKind::number);
  token.exact = token.normalised = exact;
  if (has_separator) {
    Arena& arena = storage_->arena;
    token.normalised = arena.take(normalise_number(exact, arena.room(exact.size())));
  }
  token.stem = token.normalised;
}

void TokenWriter::add_word(ByteRange range, TokenKind kind, std::string_view exact,
                           std::string_view normalised) {
  Token& token = add(range, kind);
  token.exact = exact;
  token.normalised = token.stem = normalised;
}

Token& TokenWriter::add(ByteRange range, TokenKind kind) {
  Token& token = storage_->tokens.emplace_back();
  token.begin = range.begin;
  token.end = range.end;
  token.kind = kind;
  token.position = static_cast<std::uint32_t>(storage_->tokens.size() - 1);
  return token;
}

}  // namespace warraq::analyzers
