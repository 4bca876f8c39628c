// Runs the scripts of job.json in DuckDB and writes the rows of each view as NDJSON.
import {readFileSync} from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';

const job = JSON.parse(readFileSync('job.json', 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run('CREATE TABLE answers (proposal VARCHAR, question VARCHAR, value VARCHAR, evidence VARCHAR)');
await connection.run('CREATE TABLE proposals (id VARCHAR, document VARCHAR)');
for (const table of ['answers', 'proposals'])
  await connection.run(`COPY ${table} FROM '${table}.csv' (FORMAT csv, HEADER false, QUOTE '"', ESCAPE '"', DELIMITER ',', MAX_LINE_SIZE 16777216)`);
for (const script of job.scripts) await connection.run(script);
for (const [index, view] of job.views.entries())
  await connection.run(`COPY (SELECT * FROM ${view}) TO 'view${index}.ndjson' (FORMAT json)`);
