// node means.mjs WEIGHTS FILE: the weighted means of each proposal by dimension, in plain Node, as CSV rows.
//
// A yardstick for `ibtikar batch`: see tests/bench/batch.py, which writes WEIGHTS and compares the rows.
import { createReadStream, readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const weights = JSON.parse(readFileSync(process.argv[2], "utf8"));
const criteria = weights.criteria;
const dimensionCount = weights.dimensions.length;
const questions = new Map(
  Object.entries(weights.questions).map(([name, question]) => [
    name,
    { ...question, utilities: new Map(question.utilities) },
  ]),
);
const sums = new Float64Array(criteria.length);
const parts = new Float64Array(criteria.length);
let rows = "";
for await (const line of createInterface({ input: createReadStream(process.argv[3]) })) {
  const record = JSON.parse(line);
  sums.fill(0);
  parts.fill(0);
  for (const name in record.answers) {
    const question = questions.get(name);
    if (question === undefined) continue;
    const answer = record.answers[name];
    const value = typeof answer === "object" ? answer.value : answer;
    sums[question.criterion] += question.weight * question.utilities.get(value);
    parts[question.criterion] += question.weight;
  }
  rows += record.id;
  for (let d = 0; d < dimensionCount; ++d) {
    let total = 0;
    let share = 0;
    for (let c = 0; c < criteria.length; ++c)
      if (criteria[c][d] && parts[c]) {
        total += (criteria[c][d] * sums[c]) / parts[c];
        share += criteria[c][d];
      }
    rows += "," + (share ? ((100 * total) / share).toFixed(2) : "");
  }
  rows += "\n";
  if (rows.length > 1 << 16) {
    writeSync(1, rows);
    rows = "";
  }
}
writeSync(1, rows);
