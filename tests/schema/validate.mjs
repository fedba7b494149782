// node validate.mjs SCHEMA CASES STACKFILE…
// Holds the plan's schema against a validator that others wrote: stack files, read as the language server for YAML reads them, fit it, and every case of CASES (a JSON list of
// { name, valid, document }) gets the verdict that the .NET tests gave. Ends with `N passed, N failed`.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';

const [schemaFile, casesFile, ...stackFiles] = process.argv.slice(2);
if (!stackFiles.length) {
  console.error('Usage: node validate.mjs SCHEMA CASES STACKFILE…');
  process.exit(2);
}

// Strict, so that a keyword that means nothing is an error; types may be several where a value may be written in two ways.
const fits = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
const counts = { passed: 0, failed: 0 };
const check = (name, holds, detail = '') => {
  counts[holds ? 'passed' : 'failed']++;
  if (!holds) console.log(`FAIL  ${name} ${detail}`);
};

for (const file of stackFiles) check(`${file} fits`, fits(parse(readFileSync(file, 'utf8'))), JSON.stringify(fits.errors));
const cases = JSON.parse(readFileSync(casesFile, 'utf8'));
check('there are cases of both kinds', cases.some((item) => item.valid) && cases.some((item) => !item.valid));
for (const { name, valid, document } of cases) check(name, fits(document) === valid, JSON.stringify(fits.errors));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
