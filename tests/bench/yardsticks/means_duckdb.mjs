// node means_duckdb.mjs WEIGHTS FILE MODULES THREADS OUTPUT: the weighted means of each proposal by dimension,
// by DuckDB, as CSV rows in the order of the file.
//
// A yardstick for `ibtikar batch`: see tests/bench/batch.py, which installs @duckdb/node-api into MODULES,
// writes WEIGHTS and compares the rows. Each question is one path, so that a record is read once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [weightsFile, input, modules, threads, output] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(modules + "/")("@duckdb/node-api");
const weights = JSON.parse(readFileSync(weightsFile, "utf8"));
const names = Object.keys(weights.questions);
const paths = names.map((name) => `'$.answers."${name}"'`).join(", ");

const utility = (name, at) => {
  const value = `coalesce(a[${at + 1}] ->> '$.value', a[${at + 1}] ->> '$')`;
  const cases = weights.questions[name].utilities.map(([v, u]) => `when '${v}' then ${u}::double`).join(" ");
  return `case ${value} ${cases} end as u${at}`;
};
const ofCriterion = (c, term) =>
  names.map((name, at) => (weights.questions[name].criterion === c ? term(name, at) : null)).filter(Boolean);
const criterion = (_, c) => {
  const sums = ofCriterion(c, (name, at) => `coalesce(${weights.questions[name].weight} * u${at}, 0)`);
  const parts = ofCriterion(c, (name, at) => `if(u${at} is null, 0, ${weights.questions[name].weight})`);
  return sums.length === 0 ? `null::double as c${c}` : `(${sums.join(" + ")}) / nullif(${parts.join(" + ")}, 0) as c${c}`;
};
const dimension = (_, d) => {
  const used = weights.criteria.map((k, c) => [k[d], c]).filter(([k]) => k > 0);
  const sums = used.map(([k, c]) => `coalesce(${k} * c${c}, 0)`).join(" + ");
  const parts = used.map(([k, c]) => `if(c${c} is null, 0, ${k})`).join(" + ");
  return `printf('%.2f', 100 * (${sums}) / nullif(${parts}, 0))`;
};
const query = `
  with records as (select json ->> 'id' as id, json_extract(json, [${paths}]) as a
                   from read_ndjson_objects('${input}')),
       answers as (select id, ${names.map(utility).join(",\n ")} from records),
       criteria as (select id, ${weights.criteria.map(criterion).join(",\n ")} from answers)
  select id, ${weights.dimensions.map(dimension).join(",\n ")} from criteria`;

const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
await connection.run(`copy (${query}) to '${output}' (format csv, header false)`);
connection.closeSync();
