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

struct Module {
  std::string_view name;
  int layer;
};

// A file includes its own module or a lower layer. Never up, never across between the modules of one layer.
constexpr Module kModules[] = {
    {"base", 0},  {"model", 1}, {"words", 2},  {"score", 2}, {"interview", 2}, {"stats", 2}, {"analysis", 3},
    {"panel", 3}, {"codec", 4}, {"report", 5}, {"builtin", 5}, {"batch", 6}, {"capi", 6}, {"io", 7}, {"extension", 7}, {"cli", 8},
};

struct Folder {
  std::string_view name;
  std::string_view includes;
};

// The folders inside a module, and which of its other folders each may include, separated by blanks. What
// lies in the module's own folder is for all of them.
constexpr Folder kFolders[] = {
    {"codec/json", ""},
    {"codec/rubric", "codec/json"},
    {"codec/proposal", "codec/json codec/rubric"},
    {"codec/table", "codec/json codec/rubric codec/proposal"},
    {"codec/workbook", "codec/table"},
    {"codec/results", "codec/json codec/rubric"},
    {"report/view", ""},
    {"report/text", "report/view"},
    {"report/html", "report/view"},
    {"report/markdown", "report/view"},
    {"report/template", "report/view"},
    {"report/rows", "report/view"},
    {"report/sql", ""},
    {"report/cids", ""},
    {"report/workbook", "report/view report/rows"},
    {"io/files", ""},
    {"io/sqlite", "io/files"},
    {"io/terminal", "io/files"},
    {"cli/command_line", ""},
    {"cli/output", "cli/command_line"},
    {"cli/checks", "cli/command_line cli/output"},
    {"cli/ask", "cli/command_line cli/output"},
    {"cli/completion", "cli/command_line"},
    {"cli/commands", "cli/command_line cli/output cli/checks cli/ask cli/completion"},
};

struct PublicHeader {
  std::string_view name;
  std::string_view module;
};

// Which module a header of include/ibtikar/ belongs to.
constexpr PublicHeader kPublicHeaders[] = {
    {"weights.h", "stats"},      {"judgements.h", "stats"},    {"sensitivity.h", "analysis"},
    {"diagnostic.h", "base"},    {"localized.h", "base"},      {"result.h", "base"},
    {"streams.h", "base"},       {"version.h", "base"},        {"rubric.h", "model"},
    {"condition.h", "model"},    {"proposal.h", "model"},      {"assessment.h", "model"},
    {"row.h", "model"},          {"summary.h", "stats"},       {"answer_sheet.h", "model"},
    {"scorer.h", "score"},       {"interview.h", "interview"}, {"outlook.h", "score"},
    {"agreement.h", "stats"},    {"codec.h", "codec"},         {"cids.h", "report"},
    {"report.h", "report"},      {"compare.h", "stats"},       {"batch.h", "batch"},
    {"mapping.h", "codec"},      {"decimal_mark.h", "base"},   {"warning_counts.h", "stats"},
    {"message.h", "base"},       {"undefined.h", "base"},      {"severity.h", "stats"},
    {"next_reading.h", "stats"}, {"verification.h", "stats"},  {"intraclass.h", "stats"},
    {"form.h", "report"},        {"open_questions.h", "analysis"}, {"ibtikar.h", "capi"},
    {"improve.h", "analysis"},   {"because.h", "analysis"},    {"readings.h", "panel"}, {"rubric_sql.h", "report"},
    {"panel.h", "panel"},        {"ranking.h", "panel"},       {"smaa.h", "panel"},
    {"draw.h", "panel"},         {"panel_ranking.h", "panel"}, {"ranking_report.h", "report"},
};

// Stands in few places only, with blanks between; "" is none, "*" all. A place is how a path begins.
struct Reserved {
  std::string_view name;
  std::string_view places;
  std::string_view why;
};

constexpr std::string_view kAboveTheLine = "src/io/ src/cli/";
constexpr std::string_view kFences = "src/io/ src/cli/ src/capi/ src/codec/json/document";

constexpr std::string_view kPure = "below layer 7 there are no files, no clock, no terminal, no locale";
// A simulation of panel is millions of scorings and has no records to stream: batch has no use for it.
constexpr std::string_view kOneThreadModule = "the only threads are in batch, and in one file of panel";
constexpr std::string_view kSystem = "the only system calls are in io";
constexpr std::string_view kOneModule = "a library stays in its module";

// Headers, by how their name begins. Every library of ours is here: one that is not has no module yet.
constexpr Reserved kHeaders[] = {
    {"CLI/", "src/cli/command_line/parse.cpp", "it takes seconds to compile; others use the table"},
    {"nlohmann/", "src/codec/", kOneModule},
    {"simdjson", "src/codec/", kOneModule},
    {"tl/", "include/ibtikar/result.h", kOneModule},
    {"utf8proc.h", "src/base/", kOneModule},
    {"sha2.h", "src/base/", kOneModule},
    {"fribidi.h", "src/base/", kOneModule},
    {"minizip/", "src/codec/workbook/", kOneModule}, {"expat.h", "src/codec/workbook/", kOneModule},
    {"zlib.h", "src/io/files/", kOneModule},      {"zstd.h", "src/io/files/", kOneModule},
    {"sqlite3.h", "src/io/sqlite/", kOneModule},
    {"sqlite3ext.h", "src/extension/sqlite", kOneModule},
    {"stddef.h", "include/ibtikar/ibtikar.h", "the header of the C interface only: C has no <cstddef>"},
    {"xlsxwriter.h", "src/report/workbook/", kOneModule}, {"kainjow/", "src/report/template/", kOneModule},
    {"locale.h", "src/report/workbook/",
     "the library of workbooks prints numbers by the locale: it gets its own"},
    {"dirent.h", "src/io/", kSystem},
    {"langinfo.h", "src/io/", kSystem},
    {"spawn.h", "src/io/", kSystem},
    {"fmt/", "*", ""},
    {"sys/", "src/io/", kSystem},
    {"unistd.h", "src/io/", kSystem},
    {"iconv.h", "src/io/files/", kSystem},
    {"fcntl.h", "src/io/", kSystem},
    {"termios.h", "src/io/", kSystem},
    {"poll.h", "src/io/", kSystem},
    {"signal.h", "src/io/", kSystem},
    {"csignal", "src/io/", kSystem},
    {"pthread.h", "src/io/interrupts", "a signal is sent on to the first thread; no thread is started"},
    {"thread", "src/batch/ src/panel/in_parallel", kOneThreadModule},
    {"future", "src/batch/ src/panel/in_parallel", kOneThreadModule},
    {"mutex", "src/batch/", kOneThreadModule},
    {"shared_mutex", "src/batch/", kOneThreadModule},
    {"condition_variable", "src/batch/", kOneThreadModule},
    {"atomic", "src/batch/ src/io/", kOneThreadModule},
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
    {"printf", kAboveTheLine, "prints numbers by the locale, and nothing prints below layer 7"},
    {"fprintf", kAboveTheLine, "prints numbers by the locale, and nothing prints below layer 7"},
    {"snprintf", kAboveTheLine, "prints numbers by the locale; fmt::format does not"},
    {"sprintf", kAboveTheLine, "prints numbers by the locale; fmt::format does not"},
    {"R\"", "", "a style, a script, a page or SQL is a file of its own: cmake/embed.cmake"},
};

constexpr std::size_t kMaxLines = 400;

/// What counts as source; in tests only the first two do.
constexpr std::string_view kEndings = ".h .cpp .css .js .html .sql";

// ---- what the rules share ----

std::optional<Module> module_called(std::string_view name) {
  const auto* module = std::ranges::find(kModules, name, &Module::name);
  return module == std::end(kModules) ? std::nullopt : std::optional(*module);
}

std::optional<Module> module_of_public(std::string_view header) {
  const auto* known = std::ranges::find(kPublicHeaders, header, &PublicHeader::name);
  return known == std::end(kPublicHeaders) ? std::nullopt : module_called(known->module);
}

/// The module of "src/MODULE/..." or "include/ibtikar/HEADER".
std::optional<Module> module_of_file(std::string_view path) {
  constexpr std::string_view kPublic = "include/ibtikar/";
  if (path.starts_with(kPublic)) return module_of_public(path.substr(kPublic.size()));
  return module_called(path.substr(4, path.find('/', 4) - 4));
}

/// "report/html" of "report/html/page.h"; empty when the file lies in its module's own folder.
std::string_view folder_of(std::string_view path) {
  const std::size_t last = path.rfind('/');
  return path.find('/') == last ? std::string_view() : path.substr(0, last);
}

bool is_public(std::string_view path) { return path.starts_with("include/"); }
bool is_test(std::string_view path) { return path.starts_with("tests/"); }
bool is_header(std::string_view path) { return path.ends_with(".h"); }
bool is_cpp(std::string_view path) { return is_header(path) || path.ends_with(".cpp"); }

/// Whether `names`, separated by blanks, hold `name`.
bool is_listed(std::string_view names, std::string_view name) {
  while (!names.empty()) {
    const std::string_view first = names.substr(0, names.find(' '));
    if (first == name) return true;
    names.remove_prefix(std::min(first.size() + 1, names.size()));
  }
  return false;
}

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

std::string breach_of_arrow(const SourceFile& file, const Module& from, const Include& include) {
  const std::string_view path = include.path;
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos || path.starts_with("."))
    return "\"" + include.path + "\": write \"module/file.h\" or \"ibtikar/file.h\"";
  const bool to_public = path.starts_with("ibtikar/");
  const std::optional<Module> to =
      to_public ? module_of_public(path.substr(slash + 1)) : module_called(path.substr(0, slash));
  if (!to) return "\"" + include.path + "\" is in no module that we know";
  if (is_public(file.path) && !to_public)
    return "a public header includes only public headers, not " + include.path;
  if (to->name == from.name || to->layer < from.layer) return "";
  return std::string(from.name) + " (layer " + std::to_string(from.layer) + ") must not include " +
         include.path + " of " + std::string(to->name) + " (layer " + std::to_string(to->layer) + ")";
}

std::vector<Fault> arrows_go_down(const SourceFile& file) {
  if (is_test(file.path)) return {};
  const std::optional<Module> from = module_of_file(file.path);
  if (!from)
    return {{1, "this file has no module: see kModules and kPublicHeaders in tests/support/house_rules.cpp"}};
  std::vector<Fault> faults;
  for (const Include& include : includes_of(file.text)) {
    if (!is_ours(include)) continue;
    const std::string why = breach_of_arrow(file, *from, include);
    if (!why.empty()) faults.push_back({include.line, why});
  }
  return faults;
}

std::string breach_of_folder(std::string_view from, std::string_view to) {
  if (from.empty() || to.empty() || from == to) return "";
  const auto* known = std::ranges::find(kFolders, from, &Folder::name);
  if (known == std::end(kFolders))
    return "src/" + std::string(from) + " is in no list: see kFolders in tests/support";
  if (from.substr(0, from.find('/')) != to.substr(0, to.find('/')) || is_listed(known->includes, to))
    return "";
  return std::string(from) + " must not include files of " + std::string(to);
}

std::vector<Fault> folders_include_what_they_may(const SourceFile& file) {
  if (!file.path.starts_with("src/")) return {};
  const std::string_view from = folder_of(std::string_view(file.path).substr(4));
  std::vector<Fault> faults;
  for (const Include& include : includes_of(file.text)) {
    if (include.angled) continue;
    const std::string why = breach_of_folder(from, folder_of(include.path));
    if (!why.empty()) faults.push_back({include.line, why});
  }
  return faults;
}

std::vector<Fault> names_do_not_repeat_folders(const SourceFile& file) {
  if (!file.path.starts_with("src/")) return {};
  const std::string_view path = file.path;
  const std::size_t last = path.rfind('/');
  const std::string_view folder =
      path.substr(path.rfind('/', last - 1) + 1, last - path.rfind('/', last - 1) - 1);
  if (!path.substr(last + 1).starts_with(std::string(folder) + "_")) return {};
  return {{1, "the name repeats its folder's: " + std::string(path.substr(last + 1))}};
}

std::vector<Fault> libraries_stay_in_their_modules(const SourceFile& file) {
  if (is_test(file.path)) return {};
  std::vector<Fault> faults;
  for (const Include& include : includes_of(file.text)) {
    if (is_ours(include)) continue;
    const auto* known = std::ranges::find_if(
        kHeaders, [&](const Reserved& header) { return names(header.name, include.path); });
    const bool standard = include.path.find_first_of("./") == std::string::npos;
    if (known == std::end(kHeaders) && !standard)
      faults.push_back(
          {include.line, "<" + include.path + "> has no module yet: see kHeaders in tests/support"});
    if (known != std::end(kHeaders) && !may_stand_in(known->places, file.path))
      faults.push_back(
          {include.line, "<" + include.path + "> must not stand here: " + std::string(known->why)});
  }
  return faults;
}

std::vector<Fault> words_stay_in_their_modules(const SourceFile& file) {
  if (is_test(file.path) || !is_cpp(file.path)) return {};
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
  const bool is_said = is_cpp(file.path) ? file.text.starts_with("// ")
                                         : file.text.starts_with("/* ") || file.text.starts_with("<!-- ");
  if (is_said) return {};
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
    {"FoldersIncludeWhatTheyMay", folders_include_what_they_may},
    {"NamesDoNotRepeatFolders", names_do_not_repeat_folders},
    {"LibrariesStayInTheirModules", libraries_stay_in_their_modules},
    {"WordsStayInTheirModules", words_stay_in_their_modules},
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
      if (!is_listed(kEndings, path.extension().string())) continue;
      if (std::string_view(folder) == "tests" && !is_cpp(path.string())) continue;
      std::ifstream in(path, std::ios::binary);
      files.push_back(
          {path.lexically_relative(root).generic_string(), std::string(std::istreambuf_iterator(in), {})});
    }
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

}  // namespace ibtikar::test
