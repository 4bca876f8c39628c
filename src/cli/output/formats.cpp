// See formats.h.
#include "cli/output/formats.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/safe_text.h"
#include "io/files/place.h"

namespace ibtikar::cli {
namespace {

struct Row {
  Format format;
  std::string_view name;
  std::array<std::string_view, 3> endings;  ///< the first is the usual one
};

constexpr Row kTable[] = {
    {Format::text, "text", {".txt"}},
    {Format::markdown, "md", {".md", ".markdown"}},
    {Format::html, "html", {".html", ".htm"}},
    {Format::csv, "csv", {".csv"}},
    {Format::xlsx, "xlsx", {".xlsx"}},
    {Format::sqlite, "sqlite", {".sqlite", ".sqlite3", ".db"}},
    {Format::json, "json", {".json"}},
    {Format::ndjson, "ndjson", {".ndjson", ".jsonl"}},
    {Format::cids, "cids", {".jsonld"}},
    // Only --format leads to these: their endings mean something else above.
    {Format::xlsform, "xlsform", {".xlsx"}},
    {Format::surveyjs, "surveyjs", {".json"}},
};

/// How something that we do not write is made from what we do.
struct Recipe {
  std::string_view endings;  ///< each with a blank behind
  Format from;
  Phrase way;  ///< {0}: the wanted file, {1}: the same name with the ending of `from`, {2}: the wanted ending
};

constexpr Recipe kRecipes[] = {
    {".pdf ", Format::html,
     phrase("for a PDF, write {1} and print it from a browser, or with `chromium --headless "
            "--no-pdf-header-footer --print-to-pdf={0} {1}` (docs/reports.md)")},
    {".docx .odt .rtf .epub .tex ", Format::markdown,
     phrase("write {1}, then `pandoc -f markdown {1} -o {0}` (docs/reports-markdown.md)")},
    {".docx .odt .rtf ", Format::html,
     phrase("write {1}, then open it in the word processor and save it as {0}")},
    {".xls .ods ", Format::xlsx, phrase("write {1}, then `soffice --headless --convert-to {2} {1}`")},
    {".parquet .arrow .feather .duckdb ", Format::csv,
     phrase("write {1}, then `duckdb -c \"COPY (FROM '{1}') TO '{0}'\"`")},
    {".tsv ", Format::csv, phrase("write {1}; every program that reads .tsv reads it, too")},
    {".png .jpg .jpeg .svg ", Format::html, phrase("write {1} and take a picture of it in a browser")},
    {".gz .zst .xz .bz2 .zip .7z ", Format::text,
     phrase("nothing is packed here; write the file and pack it, or write to a pipe (`-o - -f FORMAT | "
            "gzip`)")},
};

/// ".html" of "a/Report.HTML"; empty when there is none.
std::string ending_of(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  const std::size_t point = name.rfind('.');
  if (point == std::string::npos || point == 0) return {};
  std::string ending = name.substr(point);
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
}

const Row& row_of(Format format) { return *std::ranges::find(kTable, format, &Row::format); }

const Row* row_with(std::string_view ending) {
  for (const Row& row : kTable)
    if (!ending.empty() && std::ranges::find(row.endings, ending) != row.endings.end()) return &row;
  return nullptr;
}

bool is_offered(const Formats& formats, Format format) {
  return std::ranges::find(formats.offered, format) != formats.offered.end();
}

/// "text (.txt), md (.md, .markdown)"
Message list_of(const Formats& formats) {
  std::vector<MessageArgument> list;
  for (const Format format : formats.offered) {
    std::string endings;
    for (const std::string_view ending : row_of(format).endings)
      if (!ending.empty()) endings += fmt::format("{}{}", endings.empty() ? "" : ", ", ending);
    list.emplace_back(fmt::format("{} ({})", format_name(formats, format), endings));
  }
  return comma_separated(list);
}

/// The way from what is offered to such a file.
std::optional<Message> recipe_for(const std::vector<Format>& offered, const std::string& path,
                                  const std::string& ending) {
  const std::string shown = visible(path);
  for (const Recipe& recipe : kRecipes) {
    const bool is_meant = recipe.endings.find(ending + " ") != std::string_view::npos;
    const bool can_be_made =
        recipe.from == Format::text || std::ranges::find(offered, recipe.from) != offered.end();
    if (!is_meant || !can_be_made) continue;
    const std::string source =
        shown.substr(0, shown.size() - ending.size()) + std::string(row_of(recipe.from).endings[0]);
    return Message(recipe.way.context, recipe.way.text, nullptr, {shown, source, ending.substr(1)});
  }
  return std::nullopt;
}

tl::unexpected<Diagnostic> refuse(const Formats& formats, const std::string& path,
                                  const std::string& ending) {
  Message fault = message("{0}: {1} does not write {2}; it writes {3}",
                          fmt::format("{} {}", formats.option, ibtikar::quoted(path)), formats.command,
                          visible(ending), list_of(formats));
  if (formats.has_format_option)
    fault = message("{0}; --format chooses one whatever the file is called", std::move(fault));
  if (ending == ".json" && is_offered(formats, Format::ndjson))
    fault = message("{0}. JSON, one object a line, is .ndjson", std::move(fault));
  else if (auto recipe = recipe_for(formats.offered, path, ending))
    fault = message("{0}. Instead: {1}", std::move(fault), *std::move(recipe));
  return fail(error_at("", Code::usage, std::move(fault)));
}

}  // namespace

std::string_view format_name(const Formats& formats, Format format) {
  return format == Format::text ? formats.text_is : row_of(format).name;
}

std::vector<std::string> format_names(const Formats& formats) {
  std::vector<std::string> names;
  for (const Format format : formats.offered) names.emplace_back(format_name(formats, format));
  return names;
}

Result<Format> format_of(const Formats& formats, const std::string& path, const std::string& named) {
  for (const Format format : formats.offered)
    if (named == format_name(formats, format)) return format;
  if (io::is_standard_output(path)) return formats.usual;
  const std::string ending = ending_of(path);
  if (ending.empty()) return formats.usual;
  const Row* row = row_with(ending);
  if (row != nullptr && is_offered(formats, row->format)) return row->format;
  return refuse(formats, path, ending);
}

Result<void> check_name_of_text(std::string_view command, const std::string& path) {
  const std::string ending = ending_of(path);
  const Row* row = row_with(ending);
  const bool is_binary = row != nullptr && (row->format == Format::xlsx || row->format == Format::sqlite);
  const std::vector<Format> texts = {Format::text, Format::markdown, Format::html, Format::csv};
  const bool has_recipe = !ending.empty() && ending != ".tsv" && ending != ".tex" && ending != ".svg" &&
                          recipe_for(texts, path, ending).has_value();
  if (!is_binary && !has_recipe) return {};
  Formats formats{command, "--output", texts, Format::text};
  formats.has_format_option = false;
  if (is_binary)
    return fail(error_at("", Code::usage,
                         message("{0}: a template makes text, and {1} is none",
                                 fmt::format("--output {}", ibtikar::quoted(path)), visible(ending))));
  return refuse(formats, path, ending);
}

}  // namespace ibtikar::cli
