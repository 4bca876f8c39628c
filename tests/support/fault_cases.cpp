// See fault_cases.h.
#include "support/fault_cases.h"

#include <sstream>
#include <stdexcept>

#include "support/places.h"
#include "support/process.h"

namespace ibtikar::test {
namespace {

namespace fs = std::filesystem;

std::string sheet_to_fill_in() {
  return "question,answer,evidence,note,question id\n,p,,,id\n,2 · Fully,measured · Measured,,goal.written\n"
         ",7,,,goal.years\n";
}

/// What other cases read is what the program writes.
void make_by_program(const TempDir& here, const std::string& arguments) {
  Command command{program(), FaultCase{"", arguments}.words()};
  command.directory = here.path();
  const Finished finished = run_process(command);
  if (finished.status != 0) throw std::runtime_error(arguments + ": " + finished.err);
}

}  // namespace

std::vector<std::string> FaultCase::words() const {
  std::istringstream in(arguments);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

void write_fault_inputs(const TempDir& here) {
  const fs::path project = project_dir();
  here.write("in/r.json", read_file(project / "tests/data/valid/small.json"));
  here.write("in/base.json",
             R"({"format": "ibtikar-rubric/1", "extends": "r.json", "id": "r2", "version": "2.0.0"})");
  here.write("in/p.json", R"({"id": "p", "title": "P", "answers": {"goal.exists": true, "goal.years": 3}})");
  here.write("in/q.json", R"({"id": "q", "answers": {"goal.exists": false, "goal.written": 1}})");
  here.write("in/old.json",
             R"({"rubric": {"id": "r2", "version": "1.0.0"}, "id": "o", "answers": {"goal.exists": true}})");
  here.write("in/table.json",
             R"({"format": "ibtikar-conversion/1", "rubric": "r2", "from": 1, "to": 2, "questions": {}})");
  here.write(
      "in/records.ndjson",
      "{\"id\": \"p\", \"answers\": {\"goal.exists\": true}}\n{bad\n"
      "{\"id\": \"q\", \"title\": \"Q\", \"answers\": {\"goal.exists\": false, \"goal.years\": 12}}\n");
  here.write(
      "in/votes.ndjson",
      "{\"id\": \"p\", \"assessor\": \"a\", \"answers\": {\"goal.exists\": true, \"goal.written\": 2}}\n"
      "{\"id\": \"q\", \"assessor\": \"a\", \"answers\": {\"goal.exists\": false, \"goal.written\": 1}}\n"
      "{\"id\": \"p\", \"assessor\": \"b\", \"answers\": {\"goal.exists\": true, \"goal.written\": 0}}\n");
  here.write("in/rows.csv", "id,goal.exists,goal.written\np,yes,2\nq,no,1\nr,perhaps,1\n");
  here.write("in/sheet.csv", sheet_to_fill_in());
  here.write("in/map.json",
             R"({"format": "ibtikar-mapping/1", "columns": {"goal.written": "goal.written"}})");
  here.write("in/page.md.mustache", "{{title}}: {{verdict}}\n");
  here.write(
      "in/judgements.json",
      R"({"format": "ibtikar-judgements/1", "method": "points", "points": {"lasting": 60, "shared": 40}})");
  here.write("in/folder/one.json", here.read("in/p.json"));
  here.write("in/folder/more/two.json", here.read("in/q.json"));
  fs::copy_file(project / "examples/exports/schools.xlsx", here.path() / "in/schools.xlsx");
  make_by_program(here, "score -q -r in/r.json in/p.json -o in/assessment.json");
  make_by_program(here, "batch -q -r in/r.json in/p.json -o in/rows.ndjson --summary in/summary.json");
  make_by_program(here, "rank -q -r in/r.json in/votes.ndjson -o in/ranking.json");
  make_by_program(here, "form -q -r in/r.json -o in/form.xlsx");
  Command gzip{"gzip", {"-kn", "in/records.ndjson"}};
  gzip.directory = here.path();
  if (run_process(gzip).status != 0) throw std::runtime_error("gzip");
}

std::vector<FaultCase> fault_cases() {
  const std::string batch = "batch -q -j 1 -r in/r.json in/records.ndjson ";
  const std::string score = "score -q -r in/r.json in/p.json ";
  const std::string panel = "panel -r in/r.json in/votes.ndjson ";
  std::vector<FaultCase> cases = {
      {"Score", "score -r in/r.json in/p.json"},
      {"ScoreText", score + "-o out/x.txt"},
      {"ScoreJson", score + "-o out/x.json"},
      {"ScoreNew", score + "-o out/x.json", 0, "", {}, false, true},
      {"ScoreRows", score + "-o out/x.ndjson"},
      {"ScorePage", score + "-o out/x.html"},
      {"ScoreMarkdown", score + "-o out/x.md"},
      {"ScoreTable", score + "-o out/x.csv"},
      {"ScoreWorkbook", score + "-o out/x.xlsx"},
      {"ScoreWorkbookToOutput", "score -r in/r.json in/p.json -f xlsx"},
      {"ScoreTemplate", score + "--template in/page.md.mustache -o out/x.md"},
      {"ScoreBaseline", "score -r in/r.json in/p.json --baseline in/assessment.json -o out/x.md"},
      {"Report", "report in/assessment.json -o out/x.html"},
      {"BatchToOutput", batch + "-f ndjson", 3},
      {"BatchTable", batch + "-o out/x.csv --columns id,overall", 3},
      {"BatchRows", batch + "-o out/x.ndjson --rejects out/bad.ndjson --summary out/s.json", 3},
      {"BatchAnswers", batch + "-o out/x.csv --columns id --answers out/a.csv", 3},
      {"BatchPages", "batch -q -j 1 -r in/r.json in/folder -o out/x.html --reports out/pages"},
      {"BatchWorkbook", batch + "-o out/x.xlsx", 3},
      {"BatchDatabase", batch + "-o out/x.db", 3},
      {"BatchTop", batch + "-o out/x.csv --top 1", 3},
      {"BatchOfTable", "batch -q -j 1 -r in/r.json in/rows.csv -o out/x.csv", 3},
      {"BatchOfWorkbook", "batch -q -j 1 in/schools.xlsx -o out/x.csv"},
      {"BatchOfPacked", "batch -q -j 1 -r in/r.json --input-format ndjson in/records.ndjson.gz -o out/x.csv",
       3},
      {"BatchOnThreads", "batch -q -j 2 -r in/r.json in/records.ndjson in/rows.csv -o out/x.csv", 3},
      {"Ask", "ask --plain -r in/r.json out/p.json", 0, "1\n1\nq\n", {{"p.json", "p.json"}}, true},
      {"AskNew", "ask --plain -r in/r.json out/new.json", 0, "1\n2\nq\n", {}, true, true},
      {"Map", "map -r in/r.json in/rows.csv -o out/map.json --accept -q"},
      {"MapWorkbook", "map -r in/r.json in/form.xlsx -o out/map.json --accept -q"},
      {"MapCheck", "map -r in/r.json check in/map.json in/rows.csv"},
      {"FormTable", "form -r in/r.json -o out/x.csv"},
      {"FormWorkbook", "form -r in/r.json -o out/x.xlsx"},
      {"FormXlsform", "form -r in/r.json -f xlsform -o out/x.xlsx"},
      {"FormSurvey", "form -r in/r.json -f surveyjs -o out/x.json"},
      {"FormPages", "form -r in/r.json -o out/x.html -o out/x.md"},
      {"FillInPlace", "fill -r in/r.json out/p.json in/sheet.csv", 1, "", {{"p.json", "p.json"}}},
      {"FillWorkbook", "fill -r in/r.json in/p.json in/form.xlsx -o out/x.json", 3},
      {"Compare", "compare -r in/r.json in/p.json in/q.json -o out/x.html"},
      {"Improve", "improve -r in/r.json in/q.json --to high -o out/x.json", 1},
      {"Because", "because -r in/r.json in/p.json -o out/x.md", 1},
      {"PanelToOutput", panel},
      {"PanelFiles", panel + "-o out/x.json -o out/x.csv -o out/x.html"},
      {"PanelWorkbook", panel + "-o out/x.xlsx"},
      {"Sensitivity", "sensitivity -r in/r.json in/p.json -o out/x.json"},
      {"Weights", "weights points -r in/r.json --judgements in/judgements.json -o out/r.json"},
      {"Merge", "merge in/summary.json in/summary.json -o out/s.json"},
      {"Verify", "verify in/rows.ndjson in/p.json -r in/r.json -o out/x.json"},
      {"Rank", "rank -r in/r.json in/votes.ndjson -o out/x.json -o out/x.csv"},
      {"RankWorkbook", "rank -r in/r.json in/votes.ndjson -o out/x.xlsx"},
      {"Draw", "draw in/ranking.json --fund 1 --seed s -o out/d.json -o out/d.html"},
      {"RubricList", "rubric list"},
      {"RubricShow", "rubric show in/base.json -f json"},
      {"RubricCheck", "rubric check in/base.json"},
      {"RubricSchema", "rubric schema"},
      {"RubricNew", "rubric new out/r.json", 0, "", {}, false, true},
      {"RubricConvert", "rubric convert in/old.json -r in/base.json --table in/table.json -o out/new.json"},
      {"RubricSql", "rubric sql in/r.json -f sqlite -o out/r.sql"},
      {"Completion", "completion bash"},
      {"Version", "version"},
      {"Help", "help score"},
  };
  for (FaultCase& one : cases)
    for (const char* command : {"batch ", "panel ", "rank "})
      one.writes_the_rest = one.writes_the_rest || one.arguments.starts_with(command);
  return cases;
}

}  // namespace ibtikar::test
