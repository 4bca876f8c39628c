// See file_kind.h.
#include "base/file_kind.h"

#include <algorithm>
#include <array>

#include "base/code_page.h"

namespace ibtikar {
namespace {

using namespace std::string_view_literals;

constexpr Phrase kSaveSheet =
    phrase("Save its sheet as .xlsx or CSV (UTF-8), one proposal a row; `ibtikar batch` reads that");
constexpr Phrase kReadSheet = phrase("`ibtikar batch` reads its sheet, one proposal a row");
constexpr Phrase kUnpack = phrase("Unpack it first");
constexpr Phrase kTypeIn = phrase("Answer the questions with `ibtikar ask`, or write them as JSON or CSV");

/// A kind of file: how it begins, what it is, what to do.
struct Kind {
  std::string_view begins;
  Phrase what;
  Phrase advice;  ///< may be empty
};

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

constexpr Kind kKinds[] = {
    {kOldOffice, phrase("an old Office file (.xls, .doc)"), kSaveSheet},
    {"%PDF-"sv, phrase("a PDF"), kTypeIn},
    {"{\\rtf"sv, phrase("an RTF document"), kTypeIn},
    {"\x89PNG\r\n\x1A\n"sv, phrase("a picture (PNG)"), kTypeIn},
    {"\xFF\xD8\xFF"sv, phrase("a picture (JPEG)"), kTypeIn},
    {"GIF87a"sv, phrase("a picture (GIF)"), kTypeIn},
    {"GIF89a"sv, phrase("a picture (GIF)"), kTypeIn},
    {"II*\0"sv, phrase("a picture (TIFF)"), kTypeIn},
    {"MM\0*"sv, phrase("a picture (TIFF)"), kTypeIn},
    {"\x1F\x8B"sv, phrase("packed with gzip"), phrase("Unpack it first; `ibtikar batch` reads it as it is")},
    {"\x28\xB5\x2F\xFD"sv, phrase("packed with zstd"),
     phrase("Unpack it first; `ibtikar batch` reads it as it is")},
    {"\xFD"
     "7zXZ\0"sv,
     phrase("packed with xz"), kUnpack},
    {"BZh"sv, phrase("packed with bzip2"), kUnpack},
    {"7z\xBC\xAF\x27\x1C"sv, phrase("a 7-Zip archive"), kUnpack},
    {"Rar!\x1A\x07"sv, phrase("a RAR archive"), kUnpack},
    {"\x04\x22\x4D\x18"sv, phrase("packed with LZ4"), kUnpack},
    {"LZIP"sv, phrase("packed with lzip"), kUnpack},
    {"\x1F\x9D"sv, phrase("packed with compress"), kUnpack},
    {"SQLite format 3\0"sv, phrase("a SQLite database"),
     phrase("Export its table as CSV (UTF-8), one proposal a row")},
    {"PAR1"sv, phrase("a Parquet file"), phrase("Export it as CSV (UTF-8), one proposal a row")},
    {"ARROW1"sv, phrase("an Arrow file"), phrase("Export it as CSV (UTF-8), one proposal a row")},
    {"\x7F"
     "ELF"sv,
     phrase("a program"),
     {}},
    {"MZ"sv, phrase("a program"), {}},
};

/// Kinds that begin with plain text. Only a NUL or a bad byte after it proves them.
constexpr std::string_view kShortBeginnings[] = {"BZh", "MZ", "LZIP", "PAR1", "ARROW1"};

bool holds(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

/// The names and types in the first bytes of a ZIP archive show what it contains.
Kind kind_of_zip(std::string_view bytes) {
  if (holds(bytes, "opendocument.spreadsheet"))
    return {{}, phrase("an OpenDocument spreadsheet (.ods)"), kReadSheet};
  if (holds(bytes, "opendocument.text")) return {{}, phrase("an OpenDocument text (.odt)"), kTypeIn};
  if (holds(bytes, "opendocument.")) return {{}, phrase("an OpenDocument file"), kTypeIn};
  if (holds(bytes, "xl/")) return {{}, phrase("an Excel workbook (.xlsx)"), kReadSheet};
  if (holds(bytes, "word/")) return {{}, phrase("a Word document (.docx)"), kTypeIn};
  if (holds(bytes, "ppt/")) return {{}, phrase("a presentation (.pptx)"), kTypeIn};
  if (holds(bytes, "[Content_Types].xml") || holds(bytes, "_rels/"))
    return {{}, phrase("an Office file (.xlsx, .docx)"), kSaveSheet};
  return {{}, phrase("a ZIP archive"), kUnpack};
}

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<Kind> kind_of_markup(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || bytes[begin] != '<') return std::nullopt;
  const std::string start = small_letters(bytes.substr(begin, 512));
  if (start.starts_with("<!doctype html") || start.starts_with("<html") || holds(start, "<html"))
    return Kind{{}, phrase("a web page (HTML)"), phrase("Save its table as CSV (UTF-8), one proposal a row")};
  if (start.starts_with("<?xml") || start.starts_with("<!doctype"))
    return Kind{{}, phrase("an XML file"), phrase("Export it as JSON or CSV (UTF-8)")};
  return std::nullopt;
}

/// Bytes that no text in UTF-8 has.
bool has_bytes_of_no_text(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(),
                     [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0x80; });
}

/// So many control characters that they cannot be a slip. Without a line end the text is at most
/// one record, and its fault concerns only that one.
bool has_many_controls(std::string_view bytes) {
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < '\t' || (byte > '\r' && byte < ' ' && byte != 0x1B);
  });
  return bytes.size() >= 16 && holds(bytes, "\n") && static_cast<std::size_t>(controls) * 10 > bytes.size();
}

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

std::optional<Kind> known_kind(std::string_view bytes) {
  if (is_archive(bytes)) return kind_of_zip(bytes);
  if (bytes.starts_with("RIFF") && bytes.substr(std::min<std::size_t>(8, bytes.size())).starts_with("WEBP"))
    return Kind{{}, phrase("a picture (WebP)"), kTypeIn};
  constexpr std::size_t kTarMark = 257;
  if (bytes.size() > kTarMark && bytes.substr(kTarMark).starts_with("ustar"))
    return Kind{{}, phrase("a tar archive"), kUnpack};
  for (const Kind& kind : kKinds) {
    if (!bytes.starts_with(kind.begins)) continue;
    const bool is_short = std::find(std::begin(kShortBeginnings), std::end(kShortBeginnings), kind.begins) !=
                          std::end(kShortBeginnings);
    if (!is_short || has_bytes_of_no_text(bytes)) return kind;
  }
  if (has_many_controls(bytes)) return Kind{{}, phrase("a binary file"), {}};
  return kind_of_markup(bytes);
}

/// How many units of an encoding (of 1, 2 or 4 bytes) look like text, and how many do not.
struct Plausible {
  std::size_t yes = 0;
  std::size_t no = 0;
};

Plausible plausible_units(std::string_view bytes, std::size_t width, bool is_little) {
  Plausible found;
  for (std::size_t at = 0; at + width <= bytes.size(); at += width) {
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < width; ++i)
      unit = unit << 8U | static_cast<unsigned char>(bytes[at + (is_little ? width - 1 - i : i)]);
    const bool is_text = (unit >= 0x20 && unit < 0x250 && unit != 0x7F) || unit == '\t' || unit == '\n' ||
                         unit == '\r' || (unit >= 0x370 && unit < 0x780) ||
                         (unit >= 0x2000 && unit < 0x2070) || (unit >= 0xFE70 && unit <= 0xFEFF);
    ++(is_text ? found.yes : found.no);
  }
  return found;
}

bool is_mostly(const Plausible& units) { return units.yes >= 2 && units.no * 10 <= units.yes; }

/// UTF-16 or UTF-32; nothing for all else.
std::string_view wide_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return "UTF-16";
  if (!holds(bytes, "\0"sv)) return {};
  const std::string_view sample = bytes.substr(0, 512);
  for (const bool is_little : {true, false}) {
    if (is_mostly(plausible_units(sample, 4, is_little))) return "UTF-32";
    if (is_mostly(plausible_units(sample, 2, is_little))) return "UTF-16";
  }
  return {};
}

}  // namespace

bool may_be_workbook(std::string_view beginning) {
  beginning = beginning.substr(0, kKindBytes);
  if (beginning.starts_with(kOldOffice)) return true;
  return is_archive(beginning) && (holds(beginning, "opendocument.spreadsheet") || holds(beginning, "xl/") ||
                                   ((holds(beginning, "[Content_Types].xml") || holds(beginning, "_rels/")) &&
                                    !holds(beginning, "word/") && !holds(beginning, "ppt/")));
}

std::string_view utf16_of(std::string_view bytes) {
  if (wide_encoding(bytes) != "UTF-16") return {};
  if (bytes.starts_with("\xFF\xFE"sv)) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF"sv)) return "UTF-16BE";
  return is_mostly(plausible_units(bytes.substr(0, 512), 2, true)) ? "UTF-16LE" : "UTF-16BE";
}

Message likely_encoding(std::string_view bytes) {
  if (const std::string_view wide = wide_encoding(bytes); !wide.empty())
    return Message::verbatim(std::string(wide));
  // An 8-bit Arabic or Latin code page: text with letters above 0x7F, and no control characters.
  const std::string_view sample = bytes.substr(0, 512);
  const bool has_controls =
      std::any_of(sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) < 9; });
  return has_controls ? Message() : Message::verbatim(std::string(likely_code_page(sample)));
}

std::optional<Diagnostic> fault_of_kind(const std::string& name, std::string_view beginning,
                                        Phrase expected) {
  beginning = beginning.substr(0, kKindBytes);
  std::optional<Diagnostic> fault;
  if (const std::string_view encoding = wide_encoding(beginning); !encoding.empty())
    fault =
        error_at("", Code::not_utf8,
                 message("this is text in {0}; expected {1}. Save the file as UTF-8", encoding, expected));
  else if (const auto kind = known_kind(beginning))
    fault = error_at("", "not-text",
                     Message(kind->advice).empty()
                         ? message("this is {0}; expected {1}", kind->what, expected)
                         : message("this is {0}; expected {1}. {2}", kind->what, expected, kind->advice));
  if (!fault) return std::nullopt;
  fault->file = name;
  fault->position = {1, 1};
  return fault;
}

}  // namespace ibtikar
