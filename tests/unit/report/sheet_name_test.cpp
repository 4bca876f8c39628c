// The names of sheets: whatever a title is, Excel takes the name, and it is not empty.
#include "report/workbook/sheet_name.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace ibtikar::test {
namespace {

std::size_t units_of(const std::string& name) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto point = code_point_at(name, at);
    if (!point) return std::string::npos;
    units += point->value >= 0x10000 ? 2U : 1U;
    at = point->next;
  }
  return units;
}

TEST(SheetName, KeepsWhatExcelTakes) {
  const std::vector<std::pair<std::string, std::string>> names = {
      {"Answers", "Answers"},
      {"Agreement on the answers: alpha", "Agreement on the answers alpha"},
      {"Agreement on the answers: other measures", "Agreement on the answers other"},
      {"الاتفاق على الإجابات: ألفا", "الاتفاق على الإجابات ألفا"},
      {"'quoted'", "quoted"},
      {"a/b\\c[d]e*f?g", "abcdefg"},
      {"", "-"},
      {":::", "-"},
      {std::string(40, 'x'), std::string(31, 'x')},
  };
  for (const auto& [title, name] : names) EXPECT_EQ(sheet_name(title), name) << title;
  EXPECT_EQ(sheet_name("Answers", 2), "Answers 2");
  EXPECT_EQ(sheet_name(std::string(40, 'x'), 12), std::string(28, 'x') + " 12");
}

TEST(SheetName, IsNeverTooLongInAnyScript) {
  for (const std::string& sign : std::vector<std::string>{"x", "é", "ب", "中", "😀", " ", "'", "x '"})
    for (std::size_t count = 0; count < 50; ++count)
      for (const std::size_t number : {1U, 2U, 999U}) {
        std::string title;
        for (std::size_t i = 0; i < count; ++i) title += sign;
        const std::string name = sheet_name(title, number);
        EXPECT_LE(units_of(name), 31U) << name;
        EXPECT_FALSE(name.empty());
        EXPECT_FALSE(name.starts_with('\'') || name.ends_with('\'')) << name;
      }
}

}  // namespace
}  // namespace ibtikar::test
