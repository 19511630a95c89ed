#include "indexer/archive/stored_text.h"

#include <zstd.h>

#include <new>
#include <stdexcept>
#include <utility>

namespace warraq::archive {
namespace {

// With a dictionary the quickest as well as the smallest of the first five: ARCHITECTURE.md.
constexpr int kLevel = 3;

// Of zstd's present format; its earlier ones, which the library may read too, are never written.
constexpr std::string_view kMagic = "\x28\xB5\x2F\xFD";

[[noreturn]] void damaged(const std::string& what) { throw std::invalid_argument(what); }

std::uint32_t id_of_dictionary(std::string_view bytes) {
  const std::uint32_t id = ZSTD_getDictID_fromDict(bytes.data(), bytes.size());
  if (id == 0) damaged("a dictionary that is none");
  return id;
}

std::size_t size_inside(std::string_view frame) {
  if (frame.substr(0, kMagic.size()) != kMagic) damaged("no zstd frame");
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
    damaged("a frame that does not say its size");
  }
  if (size > kMaxStoredBytes) damaged("a frame that claims " + std::to_string(size) + " bytes");
  return static_cast<std::size_t>(size);
}

}  // namespace

void TextDictionary::Free::operator()(ZSTD_CDict_s* digested) const { ZSTD_freeCDict(digested); }

TextDictionary::TextDictionary(std::string bytes)
    : bytes_(std::move(bytes)),
      id_(id_of_dictionary(bytes_)),
      digested_(ZSTD_createCDict(bytes_.data(), bytes_.size(), kLevel)) {
  if (!digested_) damaged("a dictionary that is broken");
}

void StoredTextWriter::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

StoredTextWriter::StoredTextWriter(const TextDictionary* dictionary) : context_(ZSTD_createCCtx()) {
  if (!context_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  if (dictionary != nullptr) ZSTD_CCtx_refCDict(context_.get(), dictionary->digested_.get());
}

// Into a buffer that holds the largest frame there could be, so that memory is all it may lack.
void StoredTextWriter::append(std::string& out, std::string_view json) {
  const std::size_t before = out.size();
  const std::size_t room = ZSTD_compressBound(json.size());
  out.resize(before + room);
  const std::size_t size =
      ZSTD_compress2(context_.get(), out.data() + before, room, json.data(), json.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  out.resize(before + size);
}

void StoredTextReader::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }
void StoredTextReader::Free::operator()(ZSTD_DDict_s* digested) const { ZSTD_freeDDict(digested); }

StoredTextReader::StoredTextReader() : context_(ZSTD_createDCtx()) {
  if (!context_) throw std::bad_alloc();
}

void StoredTextReader::add_dictionary(std::string_view bytes) {
  const std::uint32_t id = id_of_dictionary(bytes);
  auto& digested = dictionaries_[id];
  digested.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
  if (!digested) damaged("the dictionary " + std::to_string(id) + " is broken");
}

const ZSTD_DDict_s* StoredTextReader::dictionary_of(std::string_view frame) const {
  const std::uint32_t id = ZSTD_getDictID_fromFrame(frame.data(), frame.size());
  if (id == 0) return nullptr;
  const auto found = dictionaries_.find(id);
  if (found == dictionaries_.end()) {
    damaged("a frame made with the dictionary " + std::to_string(id) + ", which is not there");
  }
  return found->second.get();
}

std::string StoredTextReader::read(std::string_view frame) const {
  std::string json(size_inside(frame), '\0');
  const std::size_t size = ZSTD_decompress_usingDDict(
      context_.get(), json.data(), json.size(), frame.data(), frame.size(), dictionary_of(frame));
  if (ZSTD_isError(size) != 0) damaged(std::string("a damaged frame: ") + ZSTD_getErrorName(size));
  if (size != json.size()) damaged("a frame that holds less than it claims");
  return json;
}

}  // namespace warraq::archive
