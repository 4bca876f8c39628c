// TempDir: a folder of its own for one test, removed with all that is in it.
//
//   TempDir here;
//   here.write("proposals/a.json", "{}");
//   EXPECT_EQ(here.read("out.txt"), "...");
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace ibtikar::test {

class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file, byte for byte, with the folders it needs. `name` is relative to the folder.
  void write(const std::filesystem::path& name, std::string_view bytes) const;

  /// A file's bytes. Throws std::runtime_error when it cannot be read.
  [[nodiscard]] std::string read(const std::filesystem::path& name) const;

 private:
  std::filesystem::path path_;
};

/// A whole file, byte for byte. Throws std::runtime_error when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Writes a whole file, with the folders it needs. Throws std::runtime_error when it cannot.
void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace ibtikar::test
