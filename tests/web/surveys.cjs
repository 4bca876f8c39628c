// Fills in surveys with survey-core and tells what it asks that it should not, or the reverse, a line each.
//
//   node surveys.cjs MODULES DIRECTORY
//
//   MODULES    the folder whose node_modules holds what package.json names
//   DIRECTORY  for each case N: N.survey.json, a definition; N.data.json, a list of {"data": what is
//              answered, "asked": the names of what is to be asked then}. The results of the completed
//              surveys go to N.results.ndjson.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const [modules, directory] = process.argv.slice(2);
const { Model } = createRequire(path.join(path.resolve(modules), 'x.js'))('survey-core');
const complaints = [];
const read = (file) => JSON.parse(fs.readFileSync(path.join(directory, file), 'utf8'));

for (const file of fs.readdirSync(directory).filter((name) => name.endsWith('.survey.json'))) {
  const name = file.replace('.survey.json', '');
  const results = [];
  for (const { data, asked } of read(`${name}.data.json`)) {
    const survey = new Model(read(file));
    if (survey.jsonErrors && survey.jsonErrors.length > 0) complaints.push(`${name}: ${survey.jsonErrors[0].message}`);
    for (const [question, value] of Object.entries(data)) survey.setValue(question, value);
    for (const question of survey.getAllQuestions()) {
      if (/__(note|evidence)$/.test(question.name) || !question.name.includes('__')) continue;
      if (question.isVisible !== asked.includes(question.name))
        complaints.push(`${name}: ${question.name} is ${question.isVisible ? '' : 'not '}asked with ${JSON.stringify(data)}`);
    }
    survey.doComplete();
    results.push(JSON.stringify(survey.data));
  }
  fs.writeFileSync(path.join(directory, `${name}.results.ndjson`), results.join('\n') + '\n');
}
if (complaints.length > 0) {
  console.log(complaints.join('\n'));
  process.exit(1);
}
