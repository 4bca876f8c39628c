// How much of a workbook is read at most. A workbook is an archive: a few kilobytes can unpack to
// terabytes, and a cell can say that it repeats a thousand million times. Real workbooks are far
// below all of these.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ibtikar {

/// Parts of the archive: sheets, pictures, what describes them.
inline constexpr std::size_t kMostParts = 65'536;
/// Bytes of a part as it unpacks. A real content.xml of 50,000 rows had 461 MB.
inline constexpr std::uint64_t kMostUnpacked = std::uint64_t{1} << 30;
/// Of a part that says what a workbook consists of.
inline constexpr std::uint64_t kMostDescription = std::uint64_t{32} << 20;
/// Elements of XML in a part, those without content too. A cell has two or three.
inline constexpr std::size_t kMostElements = 64'000'000;
/// A part that is longer and unpacks to more than kMostTimes its packed size is a bomb. Real parts
/// reach about 140 times; the most that ZIP can do is 1,030.
inline constexpr std::uint64_t kUnsuspicious = std::uint64_t{64} << 20;
inline constexpr std::uint64_t kMostTimes = 400;
/// What spreadsheets have themselves.
inline constexpr std::size_t kMostSheetRows = 1'048'576;
inline constexpr std::size_t kMostSheetColumns = 16'384;
/// Cells with content in a sheet, and their text.
inline constexpr std::size_t kMostSheetCells = 20'000'000;
inline constexpr std::uint64_t kMostSheetText = std::uint64_t{1} << 28;
/// Texts that cells share, which stay in memory.
inline constexpr std::size_t kMostSharedTexts = 4'000'000;
inline constexpr std::size_t kMostSharedBytes = std::size_t{128} << 20;
/// Sheets, and the styles of cells.
inline constexpr std::size_t kMostSheets = 10'000;
inline constexpr std::size_t kMostStyles = 1'000'000;
/// A workbook that comes through a pipe is held in memory: an archive is read from its end.
inline constexpr std::size_t kMostPiped = std::size_t{64} << 20;

}  // namespace ibtikar
