// See golden.h.
#include "support/golden.h"
#include "support/places.h"

#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

/// Takes the first line off `text`, with its line end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

std::string visible(std::string_view line) {
  if (line.empty()) return "(the text ends here)";
  std::string shown;
  for (const char c : line) {
    if (c == '\n') continue;
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f)
      shown += fmt::format("\\x{:02x}", byte);
    else
      shown += c;
  }
  if (!line.ends_with('\n')) return shown + "(no line end)";
  if (line.ends_with(" \n")) return shown + "(blank at the end)";
  return shown;
}

}  // namespace

std::string first_difference(std::string_view expected, std::string_view actual) {
  for (std::size_t number = 1; !expected.empty() || !actual.empty(); ++number) {
    const std::string_view want = take_line(expected);
    const std::string_view have = take_line(actual);
    if (want != have)
      return fmt::format("line {}\n  expected: {}\n  actual:   {}", number, visible(want), visible(have));
  }
  return "";
}

bool approving() {
  const char* approve = std::getenv("IBTIKAR_APPROVE");
  return approve != nullptr && std::string_view(approve) == "1";
}

void expect_file(const std::filesystem::path& path, std::string_view actual) {
  const bool exists = std::filesystem::exists(path);
  const std::string expected = exists ? read_file(path) : "";
  if (exists && expected == actual) return;
  if (approving()) return write_file(path, actual);
  const std::string shown = path.lexically_relative(test::project_dir()).generic_string();
  if (!exists) {
    ADD_FAILURE() << shown << " is not there yet. ./dev approve makes it of what came out:\n" << actual;
    return;
  }
  ADD_FAILURE() << shown << " differs from what came out, first in " << first_difference(expected, actual)
                << "\nIf the change is meant: ./dev approve, then read the diff.";
}

void expect_block(const std::filesystem::path& path, const std::string& name, const std::string& actual) {
  const std::string opening = fmt::format("<!-- {} -->\n", name);
  const std::string closing = fmt::format("<!-- /{} -->\n", name);
  const std::string text = read_file(path);
  const std::size_t begin = text.find(opening);
  const std::size_t end = text.find(closing);
  if (begin == std::string::npos || end == std::string::npos || end < begin) {
    ADD_FAILURE() << path << " has no lines " << opening << "and " << closing;
    return;
  }
  const std::size_t inside = begin + opening.size();
  expect_file(path, text.substr(0, inside) + actual + text.substr(end));
}

void expect_golden(const std::string& name, std::string_view actual) {
  expect_file(std::filesystem::path(test::project_dir()) / "tests" / "golden" / name, actual);
}

}  // namespace ibtikar::test
