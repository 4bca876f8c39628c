// Promise 5 for standard error: whatever text stands wherever a message could quote it, no control
// character, no bidi control and no line that is not ours reaches the terminal.
//
// A document that is right is damaged at every string in it, names of members included: one string becomes
// hostile alone ("unknown"), or all of its like do and one has a typing error ("did you mean").
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/safe_text.h"
#include "base/utf8.h"
#include "support/hostile.h"
#include "support/places.h"
#include "support/process.h"
#include "support/random.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

using Files = std::map<std::string, std::string>;

/// All that acts on terminals, forges lines or turns directions, in one text; and bytes that are no text.
std::string hostile(bool with_bad_bytes) {
  std::string all;
  for (const std::string& text : hostile_texts())
    if (visible(text) != text && text.size() < 60 && text.find('\0') == std::string::npos) all += text;
  return with_bad_bytes ? "a\x80\xFF" + all : "a" + all;
}

std::string json_string(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + "\"";
}

/// Where a string stands in a JSON text, its quotation marks included.
struct Span {
  std::size_t begin;
  std::size_t size;
};

std::vector<Span> strings_of(const std::string& json) {
  std::vector<Span> spans;
  for (std::size_t at = json.find('"'); at != std::string::npos; at = json.find('"', at)) {
    std::size_t end = at + 1;
    while (json[end] != '"') end += json[end] == '\\' ? 2U : 1U;
    spans.push_back({at, end + 1 - at});
    at = end + 1;
  }
  return spans;
}

/// The text with every string replaced that `by` gives something for.
template <class By>
std::string spans_replaced(const std::string& json, const std::vector<Span>& spans, By by) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    out += json.substr(at, spans[i].begin - at);
    const std::string old = json.substr(spans[i].begin, spans[i].size);
    out += by(i, old);
    at = spans[i].begin + spans[i].size;
  }
  return out + json.substr(at);
}

/// Every damage of the kinds above, or the share of them that IBTIKAR_CASES names.
std::vector<std::string> damaged(const std::string& json) {
  const std::vector<Span> spans = strings_of(json);
  const std::string bad = json_string(hostile(false));
  const std::string mistyped = json_string(hostile(false).insert(3, "x"));
  std::vector<std::string> all;
  for (std::size_t one = 0; one < spans.size(); ++one) {
    if (!is_tried(one)) continue;
    const std::string target = json.substr(spans[one].begin, spans[one].size);
    all.push_back(spans_replaced(
        json, spans, [&](std::size_t i, const std::string& old) { return i == one ? bad : old; }));
    all.push_back(spans_replaced(json, spans, [&](std::size_t i, const std::string& old) {
      return i == one ? mistyped : old == target ? bad : old;
    }));
  }
  return all;
}

/// What is wrong with a text on standard error; empty: nothing.
std::string fault_of(std::string err, const std::vector<std::string>& names) {
  err.resize(std::min(err.find("\nPortfolio ─"), err.size()));  // what a batch closes with is a page
  if (first_invalid_utf8(err)) return "bad UTF-8";
  for (std::size_t at = 0; at < err.size();) {
    const std::size_t end = std::min(err.find('\n', at), err.size());
    const std::string line = err.substr(at, end - at);
    if (visible(line, line.size()) != line) return "not neutralised";
    if (std::ranges::none_of(names, [&](const std::string& name) { return line.starts_with(name); }))
      return "a line that is not ours: " + line;
    at = end + 1;
  }
  return {};
}

constexpr const char* kProposal = R"({
 "format": "ibtikar-proposal/1", "rubric": {"id": "small", "version": "1.0.0"}, "id": "P", "title": "T",
 "organization": "o", "assessor": "a", "date": "2026-01-02", "language": "en", "context": {"k": "v"},
 "answers": {"goal.exists": {"value": "yes", "evidence": "measured", "note": "n", "links": ["l"]}}})";

constexpr const char* kMapping = R"({"format": "ibtikar-mapping/1", "title": "t", "rubric": "small",
 "delimiter": ",", "evidence": "claimed", "codes": {"yn": {"Y": true, "N": "n/a"}},
 "columns": {"name": "title", "q": {"question": "goal.exists", "codes": "yn", "evidence": "measured"}},
 "fixed": {"organization": "o", "language": "en"}})";

class HostileMessages : public testing::Test {
 protected:
  HostileMessages() {
    rubric_ = read_file(std::string(project_dir()) + "/tests/data/valid/small.json");
    here_.write("r.json", rubric_);
    here_.write("p.json", kProposal);
    here_.write("good.json", kProposal);
    here_.write("t.csv", "name,q\nx,Y\n");
  }

  Finished run(const std::vector<std::string>& arguments, const Environment& more = {}) {
    Command command{program(), arguments};
    command.directory = here_.path();
    command.timeout = std::chrono::minutes(10);
    for (const auto& [name, value] : more) command.environment[name] = value;
    return run_process(command);
  }

  /// Runs the program, and expects nothing but lines that begin with a name of `names`, all of it harmless.
  void expect_harmless(const std::vector<std::string>& arguments, const Environment& more = {},
                       std::vector<std::string> names = {}) {
    for (const char* ours : {"ibtikar: ", "and ", "r.json", "p.json", "<stdin>", "t.csv", "m.json", "a.json",
                             "s.json", "x.mustache", "good.json", "list.txt"})
      names.emplace_back(ours);
    const Finished finished = run(arguments, more);
    EXPECT_EQ(fault_of(finished.err, names), "") << fmt::format("{}", fmt::join(arguments, " ")) << "\n"
                                                 << visible(finished.err, 5000);
    EXPECT_LT(finished.status, 128) << visible(finished.err, 5000);
    told_ += finished.err.empty() ? 0 : 1;
  }

  void expect_harmless_however_damaged(const std::string& name, const std::string& json,
                                       const std::vector<std::vector<std::string>>& commands) {
    for (const std::string& text : damaged(json)) {
      here_.write(name, text);
      for (const std::vector<std::string>& arguments : commands) expect_harmless(arguments);
    }
    EXPECT_GE(told_, static_cast<int>(cases(11))) << "the damage must be one that is told";
  }

  const TempDir here_;
  std::string rubric_;
  int told_ = 0;
};

TEST_F(HostileMessages, OfRubrics) {
  expect_harmless_however_damaged("r.json", rubric_, {{"rubric", "check", "r.json"}});
}

TEST_F(HostileMessages, OfProposals) {
  expect_harmless_however_damaged("p.json", kProposal,
                                  {{"score", "-r", "r.json", "p.json", "-o", "out"},
                                   {"score", "p.json", "-o", "out"},
                                   {"batch", "-r", "r.json", "p.json", "p.json", "-o", "out.ndjson", "-q"},
                                   {"compare", "-r", "r.json", "p.json", "good.json", "-o", "out"},
                                   {"ask", "-r", "r.json", "p.json", "--no-input", "-q"}});
}

TEST_F(HostileMessages, OfMappings) {
  expect_harmless_however_damaged("m.json", kMapping,
                                  {{"batch", "-r", "r.json", "--map", "m.json", "t.csv", "-q"}});
}

TEST_F(HostileMessages, OfTables) {
  here_.write("m.json", kMapping);
  const std::string bad = hostile(true);
  std::string cell = "\"";
  for (const char c : bad) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  cell += "\"";
  const std::vector<std::string> tables = {cell + ",goal.exists\nx,yes\n",
                                           "id," + cell + "\nx,yes\n",
                                           "id,goal.exists\n" + cell + "," + cell + "\n",
                                           "id,goal.exists," + cell + "\n1,yes,2\n",
                                           "id,goal.exists," + cell + "," + cell + "\n1,yes,2,3\n",
                                           cell + "\n",
                                           "name,q\n" + cell + "," + cell + "\n",
                                           "name," + cell + "\nx,Y\n",
                                           cell + ",q\nx,Y\n",
                                           "id,goal.exists\n" + bad + "," + bad + "," + bad + "\n"};
  for (const std::string& table : tables) {
    here_.write("t.csv", table);
    expect_harmless({"batch", "-r", "r.json", "t.csv", "-o", "out.ndjson"}, {}, {"t.csv"});
    expect_harmless({"batch", "-r", "r.json", "t.csv", "-q"});
    expect_harmless({"batch", "-r", "r.json", "--map", "m.json", "t.csv", "-q"});
  }
}

TEST_F(HostileMessages, OfSummaries) {
  ASSERT_EQ(run({"batch", "-r", "r.json", "p.json", "--summary", "s.json", "-q"}).status, 0);
  here_.write("good.json", here_.read("s.json"));
  expect_harmless_however_damaged("s.json", here_.read("s.json"),
                                  {{"merge", "good.json", "s.json"}, {"merge", "s.json", "good.json"}});
}

TEST_F(HostileMessages, OfAssessments) {
  ASSERT_EQ(run({"score", "-r", "r.json", "p.json", "-f", "json", "-o", "a.json"}).status, 0);
  here_.write("good.json", here_.read("a.json"));
  expect_harmless_however_damaged("a.json", here_.read("a.json"),
                                  {{"compare", "good.json", "a.json", "-o", "out"}});
}

TEST_F(HostileMessages, OfTemplatesAndLists) {
  const std::string bad = hostile(true);
  for (const std::string& text : {"{{" + bad + "}}", "{{#" + bad + "}}", "{{/" + bad + "}}",
                                  "{{>" + bad + "}}", "{{#title}}{{/" + bad + "}}"}) {
    here_.write("x.mustache", text);
    expect_harmless({"score", "-r", "r.json", "p.json", "--template", "x.mustache", "-o", "out"});
  }
  here_.write("list.txt", bad + "\n");
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bad.size(); at = bad.find('\n', at) + 1) {
    if (bad.find('\n', at) == std::string::npos) break;
    lines.push_back(visible(bad.substr(at, 8)).substr(0, 4));
  }
  lines.push_back(visible(bad.substr(bad.rfind('\n') + 1, 8)).substr(0, 4));
  expect_harmless({"batch", "-r", "r.json", "@list.txt", "-q"}, {}, lines);
}

TEST_F(HostileMessages, OfTheCommandLineAndTheEnvironment) {
  std::string bad = hostile(true);
  std::erase(bad, '/');
  const std::string shown = visible(bad).substr(0, 6);
  const std::vector<std::vector<std::string>> commands = {
      {bad},
      {"--" + bad},
      {"score", bad},
      {"score", "p.json", "--" + bad},
      {"score", "p.json", "-r", bad},
      {"score", "p.json", "-l", bad, "-o", "out"},
      {"score", "p.json", "-r", "r.json", "-f", bad},
      {"score", "p.json", "-r", "r.json", "-o", bad + "/" + bad},
      {"score", "p.json", "-r", "r.json", "--template", bad},
      {"score", "p.json", "-r", "r.json", "-o", "out", "--fail-under", bad + "=3"},
      {"score", "p.json", "-r", "r.json", "-o", "out", "--fail-under", bad},
      {"report", bad},
      {"compare", bad, "p.json"},
      {"compare", "-r", "r.json", "p.json", "good.json", "-o", bad + "/x"},
      {"merge", bad},
      {"batch", bad},
      {"batch", "@" + bad},
      {"batch", "-r", "r.json", "p.json", "--columns", bad},
      {"batch", "-r", "r.json", "p.json", "--sort", bad},
      {"batch", "-r", "r.json", "p.json", "--map", bad},
      {"batch", "-r", "r.json", "p.json", "--delimiter", bad},
      {"batch", "-r", "r.json", "p.json", "-q", "--rejects", bad + "/x"},
      {"batch", "-r", "r.json", "p.json", "-q", "--reports", "r.json/" + bad},
      {"batch", "-r", "r.json", "p.json", "--top", bad},
      {"ask", bad + "/x.json", "-r", "r.json", "-q"},
      {"ask", "p.json", "-r", bad},
      {"ask", "p.json", "-r", "r.json", "--only", bad},
      {"ask", "p.json", "-r", "r.json", "--no-input", "-q", "--title", bad},
      {"rubric", bad},
      {"rubric", "show", bad},
      {"rubric", "check", bad},
      {"rubric", "new", bad + "/x"},
      {"rubric", "new", bad, "-q"}};
  for (const std::vector<std::string>& arguments : commands) expect_harmless(arguments, {}, {shown});
  for (const char* name : {"LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "TERM", "COLUMNS", "NO_COLOR",
                           "TMPDIR", "HOME", "VISUAL", "EDITOR", "TZ"})
    expect_harmless({"score", "-r", "r.json", "p.json", "-o", "out.xlsx"}, {{name, bad}}, {shown});
}

}  // namespace
}  // namespace ibtikar::test
