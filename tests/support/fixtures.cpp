// See fixtures.h.
#include "support/fixtures.h"
#include "support/places.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ibtikar::test {
namespace {

std::filesystem::path data_folder() { return std::filesystem::path(test::project_dir()) / "tests" / "data"; }

}  // namespace

NamedText read_fixture(const std::string& name) {
  std::ifstream file(data_folder() / name, std::ios::binary);
  if (!file) throw std::runtime_error("no such fixture: " + name);
  std::ostringstream text;
  text << file.rdbuf();
  return {name, text.str()};
}

Result<NamedText> find_fixture(std::string_view reference, std::string_view from) {
  const auto name = (std::filesystem::path(from).parent_path() / reference).lexically_normal();
  if (!std::filesystem::exists(data_folder() / name))
    return fail_io(name.string(), Message::verbatim("no such file"));
  return read_fixture(name.string());
}

Rubric valid_rubric(const std::string& name) {
  Diagnostics warnings;
  Checked<Rubric> rubric = decode_rubric(read_fixture(name), find_fixture, warnings);
  if (!rubric) throw std::runtime_error(format(rubric.error()));
  return std::move(*rubric);
}

}  // namespace ibtikar::test
