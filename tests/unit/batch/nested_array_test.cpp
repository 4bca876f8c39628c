// The array in a JSON document, as a source of its own: the same whatever the reads, with everything
// around it blank, and every byte in its place.
#include "batch/nested_array.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "codec/json/scan.h"
#include "support/batched.h"

namespace ibtikar::test {
namespace {

struct Inner {
  std::string text;
  std::string fault;
};

Inner inner_of(const std::string& document, const std::string& path, std::size_t step) {
  NestedArray array(std::make_unique<StringSource>(document, step), path, "a.json");
  Inner inner;
  std::string bytes(step, '\0');
  for (;;) {
    const Result<std::size_t> got = array.read(bytes.data(), bytes.size());
    if (!got) inner.fault = got.error().code;
    if (!got || *got == 0) return inner;
    inner.text.append(bytes, 0, *got);
  }
}

std::string without_blanks_around(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \r\n\t");
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \r\n\t") + 1 - begin);
}

struct Nested {
  std::string document;
  std::string path;
  std::string array;  ///< empty: there is none
};

const std::vector<Nested> kDocuments = {
    {R"({"count": 2, "results": [{"a": "]"}, {"b": "\"}]"}], "next": null})", "results",
     R"([{"a": "]"}, {"b": "\"}]"}])"},
    {R"({"data": {"rows": [1]}, "rows": [2]})", "data/rows", "[1]"},
    {R"({"data": {"rows": [1]}, "rows": [2]})", "rows", "[2]"},
    {R"({"x": {"results": [1]}, "y": ["results", [3]], "results": [2]})", "results", "[2]"},
    {R"({"re\u0073ults": []})", "results", "[]"},
    {R"({"results": "none", "list": ["results"], "z": {"results": {}}})", "results", ""},
    {R"({"results": {"results": [1]}})", "results/results", "[1]"},
    {R"({"عدد": "نصّ", "نتائج": [
  "ا"
]})",
     "نتائج", "[\n  \"ا\"\n]"},
    {R"([{"results": [1]}])", "results", R"([{"results": [1]}])"},
    {"id,results\n1,2\n", "results", "id,results\n1,2"},
    {R"({})", "results", ""},
    {R"({"results": 1)", "results", ""},
};

TEST(NestedArray, GivesTheArrayAndBlanksAroundIt) {
  for (const Nested& one : kDocuments)
    for (const std::size_t step : {1UL, 2UL, 3UL, 7UL, 1000UL}) {
      const Inner inner = inner_of(one.document, one.path, step);
      EXPECT_EQ(without_blanks_around(inner.text), one.array) << one.document << step;
      EXPECT_EQ(inner.fault, one.array.empty() ? "no-records" : "") << one.document;
      if (one.array.empty()) continue;
      // The array begins at the same line and column as in the document.
      const Position there = position_of(one.document, one.document.find(one.array));
      const Position here = position_of(inner.text, inner.text.find_first_not_of(" \r\n\t"));
      EXPECT_EQ(here, there) << one.document;
    }
}

}  // namespace
}  // namespace ibtikar::test
