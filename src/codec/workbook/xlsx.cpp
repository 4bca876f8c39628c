// See xlsx.h. Parts refer to each other through "relationships": a part beside each says where they
// lead. Types are compared by their ends, because "strict" files write another beginning.
#include "codec/workbook/xlsx.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "codec/workbook/bounds.h"
#include "codec/workbook/xml.h"

namespace ibtikar {
namespace {

struct Relationship {
  std::string id;
  std::string type;
  std::string target;  ///< the name of a part
};

/// The part that `target` means in a part of `folder`, without "." and "..".
std::string resolved(std::string_view folder, std::string_view target) {
  // Most programs write targets relative to the folder, openpyxl writes absolute ones.
  std::string path =
      target.starts_with('/') ? std::string(target) : std::string(folder) + "/" + std::string(target);
  std::vector<std::string_view> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view step = std::string_view(path).substr(at, end - at);
    // More ".." than folders stay at the top. The name is only looked up in the archive.
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    at = end + 1;
  }
  std::string name;
  for (const std::string_view step : steps) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

std::string_view folder_of_part(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

/// "xl/_rels/workbook.xml.rels" of "xl/workbook.xml".
std::string relationships_of(std::string_view part) {
  const std::string_view folder = folder_of_part(part);
  const std::string_view name = folder.empty() ? part : part.substr(folder.size() + 1);
  return std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + std::string(name) + ".rels";
}

/// Those of a part, "" for the workbook as a whole. None if the part is not there.
Result<std::vector<Relationship>> read_relationships(Archive& archive, std::string_view of) {
  const std::string part = relationships_of(of);
  std::vector<Relationship> found;
  // Parts without references have no such part beside them.
  if (!archive.has(part)) return found;
  const Result<std::string> text = archive.read_whole(part, kMostDescription);
  if (!text) return fail(text.error());
  const std::string_view folder = folder_of_part(of);
  const auto start = [&](std::string_view name, const XmlAttributes& attributes) {
    // External ones are links to other places. Nothing outside of the archive is ever read.
    if (name != "Relationship" || attributes.text("TargetMode") == "External") return;
    found.push_back({std::string(attributes.text("Id")), std::string(attributes.text("Type")),
                     resolved(folder, attributes.text("Target"))});
  };
  if (Result<void> read = read_xml(*text, {start, {}, {}}); !read) return fail(read.error());
  return found;
}

std::string target_of_type(const std::vector<Relationship>& all, std::string_view type) {
  const auto found =
      std::ranges::find_if(all, [&](const Relationship& one) { return one.type.ends_with(type); });
  return found == all.end() ? std::string() : found->target;
}

bool is_true(std::string_view text) { return text == "1" || text == "true"; }

std::optional<unsigned> number_in(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

}  // namespace

Result<XlsxBook> read_xlsx_book(Archive& archive) {
  const Result<std::vector<Relationship>> roots = read_relationships(archive, "");
  if (!roots) return fail(roots.error());
  // The standard leaves the name of the main part open; the usual one is tried if nothing names it.
  std::string part = target_of_type(*roots, "/officeDocument");
  if (part.empty() && archive.has("xl/workbook.xml")) part = "xl/workbook.xml";
  if (part.ends_with(".bin") || (part.empty() && archive.has("xl/workbook.bin")))
    return fail(error_at("", "not-text",
                         message("this is a binary Excel workbook (.xlsb); expected .xlsx, .ods or CSV. "
                                 "Save it as .xlsx")));
  // Word and PowerPoint files name their main part by the same type.
  if (!part.starts_with("xl/") && part.find("workbook") == std::string::npos)
    return fail(error_at("", "not-text", message("this is no workbook; expected .xlsx, .ods or CSV")));
  const Result<std::vector<Relationship>> own = read_relationships(archive, part);
  if (!own) return fail(own.error());
  const Result<std::string> text = archive.read_whole(part, kMostDescription);
  if (!text) return fail(text.error());
  std::map<std::string, const Relationship*, std::less<>> by_id;
  // An index, because a file may have 10,000 sheets.
  for (const Relationship& one : *own) by_id.emplace(one.id, &one);
  XlsxBook book;
  book.shared_texts = target_of_type(*own, "/sharedStrings");
  book.styles = target_of_type(*own, "/styles");
  const auto start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "workbookPr" && is_true(attributes.text("date1904"))) book.dates = DateSystem::from_1904;
    if (name != "sheet" || book.sheets.size() >= kMostSheets) return;
    const auto found = by_id.find(attributes.text("relationships", "id"));
    // Charts on sheets of their own, and macros of Excel 4, are sheets, too, but have no rows.
    if (found == by_id.end() || !found->second->type.ends_with("/worksheet")) return;
    // "hidden" and "veryHidden" are the others. Excel's menus bring back only the former.
    const std::string_view state = attributes.text("state");
    book.sheets.push_back({std::string(attributes.text("name")), state.empty() || state == "visible", false,
                           found->second->target});
  };
  if (Result<void> read = read_xml(*text, {start, {}, {}}); !read) return fail(read.error());
  return book;
}

Result<std::vector<NumberKind>> read_xlsx_styles(Archive& archive, const std::string& part) {
  std::vector<NumberKind> kinds;
  if (part.empty() || !archive.has(part)) return kinds;
  const Result<std::string> text = archive.read_whole(part, kMostDescription);
  if (!text) return fail(text.error());
  // A cell names a style by its place in <cellXfs>, a style names a format by its id. Formats come
  // first in the part, so one pass is enough.
  std::map<unsigned, NumberKind> formats;
  bool is_of_cells = false;  // styles that others are made from have the same elements
  const auto start = [&](std::string_view name, const XmlAttributes& attributes) {
    const std::optional<unsigned> id = number_in(attributes.text("numFmtId"));
    if (name == "numFmt" && id) formats[*id] = kind_of_format(attributes.text("formatCode"));
    if (name == "cellXfs") is_of_cells = true;
    if (name != "xf" || !is_of_cells || kinds.size() >= kMostStyles) return;
    // Files may give a built-in format a code of their own, and that is what Excel then shows.
    const auto own = id ? formats.find(*id) : formats.end();
    kinds.push_back(own != formats.end() ? own->second : kind_of_builtin_format(id.value_or(0)));
  };
  const auto end = [&](std::string_view name) { is_of_cells = is_of_cells && name != "cellXfs"; };
  if (Result<void> read = read_xml(*text, {start, end, {}}); !read) return fail(read.error());
  return kinds;
}

}  // namespace ibtikar
