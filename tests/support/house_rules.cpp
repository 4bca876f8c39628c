// See house_rules.h. First the maps, then the rules that read them.
#include "support/house_rules.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "support/cpp_text.h"

namespace ibtikar::test {
namespace {

// ---- the maps ----

struct Room {
  std::string_view name;
  int floor;
};

// A file includes its own room or a lower floor. Never up, never across between the rooms of one floor.
constexpr Room kRooms[] = {
    {"base", 0},  {"model", 1},  {"words", 2}, {"score", 2}, {"interview", 2}, {"stats", 2},
    {"codec", 3}, {"report", 4}, {"batch", 5}, {"io", 6},    {"cli", 7},
};

struct PublicHeader {
  std::string_view name;
  std::string_view room;
};

// Which room a header of include/ibtikar/ belongs to.
constexpr PublicHeader kPublicHeaders[] = {
    {"diagnostic.h", "base"}, {"localized.h", "base"},      {"result.h", "base"},
    {"streams.h", "base"},    {"version.h", "base"},        {"rubric.h", "model"},
    {"condition.h", "model"}, {"proposal.h", "model"},      {"assessment.h", "model"},
    {"row.h", "model"},       {"summary.h", "stats"},       {"answer_sheet.h", "model"},
    {"scorer.h", "score"},    {"interview.h", "interview"}, {"outlook.h", "score"},
    {"agreement.h", "stats"}, {"robustness.h", "stats"},    {"codec.h", "codec"},
    {"report.h", "report"},   {"compare.h", "stats"},       {"batch.h", "batch"},
    {"mapping.h", "codec"},   {"decimal_mark.h", "base"},   {"warning_counts.h", "stats"},
};

// Something that may stand in few places only. Several places are separated by a blank; "" is none at
// all, "*" is everywhere. A place is how a path begins.
struct Reserved {
  std::string_view name;
  std::string_view places;
  std::string_view why;
};

constexpr std::string_view kAboveTheLine = "src/io/ src/cli/";
constexpr std::string_view kFences = "src/io/ src/cli/ src/codec/json/document";

constexpr std::string_view kPure = "below floor 6 there are no files, no clock, no terminal, no locale";
constexpr std::string_view kOneThreadRoom = "the only threads are in batch";
constexpr std::string_view kSystem = "the only system calls are in io";
constexpr std::string_view kOneRoom = "a library stays in its room";

// Headers, by how their name begins. Every library of ours is here: one that is not has no room yet.
constexpr Reserved kHeaders[] = {
    {"CLI/", "src/cli/", kOneRoom},
    {"nlohmann/", "src/codec/", kOneRoom},
    {"simdjson", "src/codec/", kOneRoom},
    {"tl/", "include/ibtikar/result.h", kOneRoom},
    {"utf8proc.h", "src/base/", kOneRoom},
    {"sha2.h", "src/base/", kOneRoom},
    {"fribidi.h", "src/base/", kOneRoom},
    {"histedit.h", "src/io/terminal/", kOneRoom},
    {"zlib.h", "src/io/files/", kOneRoom},
    {"zstd.h", "src/io/files/", kOneRoom},
    {"sqlite3.h", "src/io/sqlite/", kOneRoom},
    {"xlsxwriter.h", "src/report/workbook/", kOneRoom},
    {"kainjow/", "src/report/template/", kOneRoom},
    {"locale.h", "src/report/workbook/",
     "the library of workbooks prints numbers by the locale: it gets its own"},
    {"dirent.h", "src/io/", kSystem},
    {"langinfo.h", "src/io/", kSystem},
    {"spawn.h", "src/io/", kSystem},
    {"fmt/", "*", ""},
    {"sys/", "src/io/", kSystem},
    {"unistd.h", "src/io/", kSystem},
    {"fcntl.h", "src/io/", kSystem},
    {"termios.h", "src/io/", kSystem},
    {"poll.h", "src/io/", kSystem},
    {"signal.h", "src/io/", kSystem},
    {"csignal", "src/io/", kSystem},
    {"thread", "src/batch/", kOneThreadRoom},
    {"future", "src/batch/", kOneThreadRoom},
    {"mutex", "src/batch/", kOneThreadRoom},
    {"shared_mutex", "src/batch/", kOneThreadRoom},
    {"condition_variable", "src/batch/", kOneThreadRoom},
    {"atomic", "src/batch/ src/io/", kOneThreadRoom},
    {"iostream", kAboveTheLine, kPure},
    {"fstream", kAboveTheLine, kPure},
    {"filesystem", kAboveTheLine, kPure},
    {"chrono", "src/io/ src/cli/ src/batch/", kPure},  // in batch: a wait of no time tells a thread from none
    {"ctime", kAboveTheLine, kPure},
    {"locale", kAboveTheLine, kPure},
    {"clocale", kAboveTheLine, kPure},
    {"random", kAboveTheLine, kPure},
    {"regex", "", "std::regex overflows the stack on long text"},
};

// Words of code.
constexpr Reserved kWords[] = {
    {"LC_ALL", "", "only LC_CTYPE may be set: numbers read and print the same everywhere"},
    {"locale::global", "", "numbers read and print the same everywhere"},
    {"std::stod", "", "depends on the locale; base/decimal reads numbers"},
    {"std::stof", "", "depends on the locale; base/decimal reads numbers"},
    {"strtod", "", "depends on the locale; base/decimal reads numbers"},
    {"strtof", "", "depends on the locale; base/decimal reads numbers"},
    {"atof", "", "depends on the locale; base/decimal reads numbers"},
    {"std::regex", "", "std::regex overflows the stack on long text"},
    {"new", "", "values, containers and std::make_unique own memory"},
    {"shared_ptr", "", "ownership is visible in the signature"},
    {"make_shared", "", "ownership is visible in the signature"},
    {"virtual", "include/ibtikar/streams.h", "values first: the only interfaces are in streams.h"},
    {"throw", kFences, "errors are values; exceptions stay inside the fences"},
    {"catch", kFences, "errors are values; exceptions stay inside the fences"},
    {"setlocale", kAboveTheLine, kPure},
    {"getenv", kAboveTheLine, kPure},
    {"system_clock", kAboveTheLine, kPure},
    {"steady_clock", kAboveTheLine, kPure},
    {"fopen", kAboveTheLine, kPure},
    {"std::cout", kAboveTheLine, kPure},
    {"std::cerr", kAboveTheLine, kPure},
    {"fmt::print", kAboveTheLine, kPure},
    {"printf", kAboveTheLine, "prints numbers by the locale, and nothing prints below floor 6"},
    {"fprintf", kAboveTheLine, "prints numbers by the locale, and nothing prints below floor 6"},
    {"snprintf", kAboveTheLine, "prints numbers by the locale; fmt::format does not"},
    {"sprintf", kAboveTheLine, "prints numbers by the locale; fmt::format does not"},
};

constexpr std::size_t kMaxLines = 400;

// ---- what the rules share ----

std::optional<Room> room_called(std::string_view name) {
  const auto* room = std::ranges::find(kRooms, name, &Room::name);
  return room == std::end(kRooms) ? std::nullopt : std::optional(*room);
}

std::optional<Room> room_of_public(std::string_view header) {
  const auto* known = std::ranges::find(kPublicHeaders, header, &PublicHeader::name);
  return known == std::end(kPublicHeaders) ? std::nullopt : room_called(known->room);
}

/// The room of "src/ROOM/..." or "include/ibtikar/HEADER".
std::optional<Room> room_of_file(std::string_view path) {
  constexpr std::string_view kPublic = "include/ibtikar/";
  if (path.starts_with(kPublic)) return room_of_public(path.substr(kPublic.size()));
  return room_called(path.substr(4, path.find('/', 4) - 4));
}

bool is_public(std::string_view path) { return path.starts_with("include/"); }
bool is_test(std::string_view path) { return path.starts_with("tests/"); }
bool is_header(std::string_view path) { return path.ends_with(".h"); }

bool may_stand_in(std::string_view places, std::string_view path) {
  if (places == "*") return true;
  while (!places.empty()) {
    const std::string_view place = places.substr(0, places.find(' '));
    if (path.starts_with(place)) return true;
    places.remove_prefix(std::min(place.size() + 1, places.size()));
  }
  return false;
}

/// What an include names of ours, or nothing: <vector>, <fmt/format.h>.
bool is_ours(const Include& include) { return !include.angled || include.path.starts_with("ibtikar/"); }

/// "CLI/" is how a path begins; "thread" and "unistd.h" are whole names; "simdjson" has both forms.
bool names(std::string_view header, std::string_view included) {
  if (header.ends_with('/')) return included.starts_with(header);
  return included == header || (header == "simdjson" && included.starts_with(header));
}

// ---- the rules ----

std::string breach_of_arrow(const SourceFile& file, const Room& from, const Include& include) {
  const std::string_view path = include.path;
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos || path.starts_with("."))
    return "\"" + include.path + "\": write \"room/file.h\" or \"ibtikar/file.h\"";
  const bool to_public = path.starts_with("ibtikar/");
  const std::optional<Room> to =
      to_public ? room_of_public(path.substr(slash + 1)) : room_called(path.substr(0, slash));
  if (!to) return "\"" + include.path + "\" is in no room that we know";
  if (is_public(file.path) && !to_public)
    return "a public header includes only public headers, not " + include.path;
  if (to->name == from.name || to->floor < from.floor) return "";
  return std::string(from.name) + " (floor " + std::to_string(from.floor) + ") must not include " +
         include.path + " of " + std::string(to->name) + " (floor " + std::to_string(to->floor) + ")";
}

std::vector<Fault> arrows_go_down(const SourceFile& file) {
  if (is_test(file.path)) return {};
  const std::optional<Room> from = room_of_file(file.path);
  if (!from)
    return {{1, "this file has no room: see kRooms and kPublicHeaders in tests/support/house_rules.cpp"}};
  std::vector<Fault> faults;
  for (const Include& include : includes_of(file.text)) {
    if (!is_ours(include)) continue;
    const std::string why = breach_of_arrow(file, *from, include);
    if (!why.empty()) faults.push_back({include.line, why});
  }
  return faults;
}

std::vector<Fault> libraries_stay_in_their_rooms(const SourceFile& file) {
  if (is_test(file.path)) return {};
  std::vector<Fault> faults;
  for (const Include& include : includes_of(file.text)) {
    if (is_ours(include)) continue;
    const auto* known = std::ranges::find_if(
        kHeaders, [&](const Reserved& header) { return names(header.name, include.path); });
    const bool standard = include.path.find_first_of("./") == std::string::npos;
    if (known == std::end(kHeaders) && !standard)
      faults.push_back(
          {include.line, "<" + include.path + "> has no room yet: see kHeaders in tests/support"});
    if (known != std::end(kHeaders) && !may_stand_in(known->places, file.path))
      faults.push_back(
          {include.line, "<" + include.path + "> must not stand here: " + std::string(known->why)});
  }
  return faults;
}

std::vector<Fault> words_stay_in_their_rooms(const SourceFile& file) {
  if (is_test(file.path)) return {};
  const std::string code = only_code(file.text);
  std::vector<Fault> faults;
  for (const Reserved& word : kWords) {
    if (may_stand_in(word.places, file.path)) continue;
    for (const std::size_t line : lines_with_word(code, word.name))
      faults.push_back(
          {line, "\"" + std::string(word.name) + "\" must not stand here: " + std::string(word.why)});
  }
  return faults;
}

std::vector<Fault> files_are_short(const SourceFile& file) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(file.text, '\n'));
  if (lines <= kMaxLines) return {};
  return {
      {lines, std::to_string(lines) + " lines; more than " + std::to_string(kMaxLines) + " are two files"}};
}

std::vector<Fault> files_say_what_they_are_for(const SourceFile& file) {
  if (file.text.starts_with("// ")) return {};
  return {{1, "the first line must be a comment that says what the file is for"}};
}

std::vector<Fault> headers_have_pragma_once(const SourceFile& file) {
  if (!is_header(file.path)) return {};
  const std::string code = only_code(file.text);
  if (code.find("\n#pragma once\n") != std::string::npos) return {};
  return {{1, "a header has #pragma once"}};
}

constexpr HouseRule kRules[] = {
    {"ArrowsGoDown", arrows_go_down},
    {"LibrariesStayInTheirRooms", libraries_stay_in_their_rooms},
    {"WordsStayInTheirRooms", words_stay_in_their_rooms},
    {"FilesAreShort", files_are_short},
    {"FilesSayWhatTheyAreFor", files_say_what_they_are_for},
    {"HeadersHavePragmaOnce", headers_have_pragma_once},
};

}  // namespace

std::span<const HouseRule> house_rules() { return kRules; }

const HouseRule& house_rule(const std::string& name) {
  for (const HouseRule& rule : kRules)
    if (rule.name == name) return rule;
  std::fprintf(stderr, "there is no house rule %s\n", name.c_str());
  std::abort();
}

std::vector<SourceFile> read_sources(const std::filesystem::path& root) {
  std::vector<SourceFile> files;
  for (const char* folder : {"include", "src", "tests"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      const std::filesystem::path& path = entry.path();
      if (path.extension() != ".h" && path.extension() != ".cpp") continue;
      std::ifstream in(path, std::ios::binary);
      files.push_back(
          {path.lexically_relative(root).generic_string(), std::string(std::istreambuf_iterator(in), {})});
    }
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

}  // namespace ibtikar::test
