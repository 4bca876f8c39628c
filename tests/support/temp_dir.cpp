// See temp_dir.h.
#include "support/temp_dir.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace ibtikar::test {

TempDir::TempDir() {
  std::string name = (std::filesystem::temp_directory_path() / "ibtikar-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + name);
  path_ = name;
}

TempDir::~TempDir() {
  std::error_code ignored;  // a leftover folder must not hide a test's result
  std::filesystem::remove_all(path_, ignored);
}

void TempDir::write(const std::filesystem::path& name, std::string_view bytes) const {
  write_file(path_ / name, bytes);
}

std::string TempDir::read(const std::filesystem::path& name) const { return read_file(path_ / name); }

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw std::runtime_error(path.string() + ": cannot read");
  return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) throw std::runtime_error(path.string() + ": cannot write");
}

}  // namespace ibtikar::test
