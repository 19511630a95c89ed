#include "corpus/input/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/article/text.h"

namespace warraq::corpus {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view name;
};

// Signatures that could as well begin a text ("BM" of a bitmap) are left out.
constexpr std::array<Signature, 25> kSignatures{{
    {0, "%PDF-"sv, "a PDF document"},
    {0, "%!PS-Adobe"sv, "a PostScript document"},
    {0, "{\\rtf"sv, "an RTF document"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old office document"},
    {0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    {0, "\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    {0, "GIF87a"sv, "a GIF image"},
    {0, "GIF89a"sv, "a GIF image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {8, "WEBPVP8"sv, "a WebP image"},
    {0, "\0\0\1\0"sv, "an icon"},
    {0, "ID3\2"sv, "an MP3 recording"},
    {0, "ID3\3"sv, "an MP3 recording"},
    {0, "ID3\4"sv, "an MP3 recording"},
    {0, "OggS\0"sv, "an Ogg recording"},
    {8, "WAVEfmt "sv, "a WAV recording"},
    {4, "ftyp"sv, "an MP4 recording"},
    {0, "wOF2"sv, "a font"},
    {0, "wOFF"sv, "a font"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    {0, "Rar!\x1A\7"sv, "a RAR archive"},
    {0,
     "\x7F"
     "ELF"sv,
     "a program"},
    {0, "MZ\x90\0"sv, "a program"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
}};

/// The name of the first member of a zip (APPNOTE 4.3.7), as far as it can be seen.
std::string_view first_member(std::string_view zip) {
  constexpr std::size_t kNameSize = 26;
  constexpr std::size_t kName = 30;
  if (!zip.starts_with("PK\3\4"sv) || zip.size() < kName) return {};
  const auto low = static_cast<unsigned char>(zip[kNameSize]);
  const auto high = static_cast<unsigned char>(zip[kNameSize + 1]);
  return zip.substr(kName, low + std::size_t{high} * 256);
}

/// Zips whose members are parts of one document. What office programs write first differs: the list
/// of types, relations, properties (ISO/IEC 29500-2), a part, or the type of the whole (ODF 1.3
/// part 2, EPUB OCF 3).
std::string_view kind_of_zip(std::string_view beginning) {
  const std::string_view name = first_member(beginning);
  if (name == "mimetype") return "an office document or an electronic book";
  if (name == "META-INF/MANIFEST.MF" || name == "META-INF/") return "a program";
  const bool is_part =
      name.ends_with(".xml") &&
      (name.starts_with("word/") || name.starts_with("xl/") || name.starts_with("ppt/"));
  if (is_part || name == "[Content_Types].xml" || name == "_rels/.rels" ||
      name.starts_with("docProps/")) {
    return "an office document";
  }
  return {};
}

/// A MIME header (RFC 2557) as browsers write it: everything before the first blank line. A page
/// without pictures may be its only part.
bool begins_mhtml(std::string_view beginning) {
  constexpr std::size_t kLongestHeader = 2048;
  std::string header = lower_ascii(beginning.substr(0, kLongestHeader));
  std::erase(header, '\r');
  header.resize(std::min(header.find("\n\n"), header.size()));
  const auto has_line = [&](std::string_view line) {
    return header.starts_with(line) || header.find('\n' + std::string(line)) != header.npos;
  };
  if (header.starts_with("content-type: multipart/related")) return true;
  return has_line("mime-version:") &&
         (has_line("content-type: multipart/related") || has_line("content-type: text/html"));
}

std::string_view kind_by_signature(std::string_view beginning) {
  const auto* known =
      std::find_if(kSignatures.begin(), kSignatures.end(), [&](const Signature& signature) {
        return beginning.size() > signature.offset &&
               beginning.substr(signature.offset).starts_with(signature.bytes);
      });
  return known == kSignatures.end() ? kind_of_zip(beginning) : known->name;
}

}  // namespace

std::string reason_not_read(std::string_view beginning) {
  const std::string_view kind = kind_by_signature(beginning);
  if (!kind.empty()) return "it is " + std::string(kind) + ", not a text";
  if (!begins_mhtml(beginning)) return {};
  return "it is a page saved as MHTML (a MIME archive), which is not read; save pages as HTML";
}

}  // namespace warraq::corpus
