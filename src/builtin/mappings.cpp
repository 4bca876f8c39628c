// See mappings.h.
#include "builtin/mappings.h"

#include <string>

#include "builtin/files.h"

namespace ibtikar {
namespace {

constexpr std::string_view kFolder = "mappings/";
constexpr std::string_view kEnding = ".json";
constexpr std::string_view kSchemaFile = "mappings/mapping.schema.json";

}  // namespace

std::vector<std::string_view> builtin_mappings() {
  std::vector<std::string_view> names;
  for (const EmbeddedFile& file : builtin_files()) {
    if (!file.name.starts_with(kFolder) || file.name == kSchemaFile) continue;
    names.push_back(file.name.substr(kFolder.size(), file.name.size() - kFolder.size() - kEnding.size()));
  }
  return names;
}

std::optional<NamedText> builtin_mapping(std::string_view name) {
  const std::string file = std::string(kFolder) + std::string(name) + std::string(kEnding);
  const auto text = builtin_text(file);
  if (!text || file == kSchemaFile) return std::nullopt;
  return NamedText{std::string(name) + " (built in)", std::string(*text)};
}

std::string_view mapping_schema() { return builtin_text(kSchemaFile).value_or(std::string_view()); }

}  // namespace ibtikar
