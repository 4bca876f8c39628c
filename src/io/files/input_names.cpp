// See input_names.h.
#include "io/files/input_names.h"

namespace ibtikar::io {
namespace {

/// In small letters, as if it were not packed.
std::string unpacked_name(std::string_view path) {
  std::string name = small_letters(path);
  for (const std::string_view packed : {".gz", ".zst"})
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  return name;
}

}  // namespace

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<char> delimiter_by_name(std::string_view path) {
  return unpacked_name(path).ends_with(".tsv") ? std::optional('\t') : std::nullopt;
}

bool is_workbook_name(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".xlsm") || name.ends_with(".ods");
}

bool is_packed_workbook_name(std::string_view path) {
  const std::string name = unpacked_name(path);
  return name.size() < path.size() && is_workbook_name(name);
}

InputFormat format_by_name(std::string_view path) {
  const std::string name = unpacked_name(path);
  if (name.ends_with(".json")) return InputFormat::json;
  if (name.ends_with(".ndjson") || name.ends_with(".jsonl")) return InputFormat::ndjson;
  if (name.ends_with(".csv") || name.ends_with(".tsv") || is_workbook_name(name)) return InputFormat::csv;
  return InputFormat::automatic;
}

}  // namespace ibtikar::io
