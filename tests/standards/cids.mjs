// Reads JSON-LD of the Common Impact Data Standard as linked data and checks it by our shapes.
//
//   node cids.mjs MODULES FILE...
//
//   MODULES  the folder whose node_modules holds what tests/web/package.json names
//
// Writes a line of JSON for each FILE: {"file", "types": {class: count}, "languages": {tag: count},
// "complaints": [...]}. Nothing is loaded from anywhere: the context of the standard is context.json
// beside this file, and any other address is a complaint.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'x.js'));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const beside = (name) => readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), name), 'utf8');

const jsonld = (await load('jsonld')).default;
const n3 = await load('n3');
const {Parser, Store} = n3.default ?? n3;
const SHACLValidator = (await load('rdf-validate-shacl')).default;

const CONTEXT = 'https://ontology.commonapproach.org/contexts/cidsContext.jsonld';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const documentLoader = async (address) => {
  if (address !== CONTEXT) throw new Error(`asks for ${address}`);
  return {contextUrl: null, documentUrl: address, document: JSON.parse(beside('context.json'))};
};
const validator = new SHACLValidator(new Store(new Parser().parse(beside('cids.ttl'))));
const short = (term) => term.value.replace(/^.*[#/]/, '');

for (const file of files) {
  const told = {file, types: {}, languages: {}, complaints: []};
  try {
    const document = JSON.parse(readFileSync(file, 'utf8'));
    // "safe": a term that the context does not know is an error, not silently dropped.
    const quads = await jsonld.toRDF(document, {documentLoader, format: 'application/n-quads', safe: true});
    const data = new Store(new Parser({format: 'N-Quads'}).parse(quads));
    for (const quad of data) {
      if (quad.predicate.value === TYPE) told.types[short(quad.object)] = (told.types[short(quad.object)] ?? 0) + 1;
      if (quad.object.language) told.languages[quad.object.language] = (told.languages[quad.object.language] ?? 0) + 1;
    }
    const report = await validator.validate(data);
    for (const result of report.results)
      told.complaints.push([result.focusNode, result.path, result.sourceConstraintComponent]
        .map((term) => (term ? short(term) : '')).join(' '));
  } catch (error) {
    told.complaints.push(`${error.message} ${JSON.stringify(error.details?.event?.code ?? '')}`);
  }
  process.stdout.write(JSON.stringify(told) + '\n');
}
