// node credential.mjs SCRIPTS: the job's identity becomes a credential of the cluster, and nothing else does. A server here plays the issuer. Ends with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const scripts = resolve(process.argv[2] ?? '.');
const counts = { passed: 0, failed: 0 };
const check = (name, holds, detail = '') => {
  counts[holds ? 'passed' : 'failed']++;
  if (!holds) console.log(`FAIL  ${name} ${detail}`);
};
const run = (script, args, env) =>
  new Promise((done) => {
    const child = spawn(join(scripts, script), args, { env: { PATH: process.env.PATH, ...env } });
    const result = { out: '', error: '' };
    child.stdout.on('data', (data) => (result.out += data));
    child.stderr.on('data', (data) => (result.error += data));
    child.on('close', (code) => done({ ...result, code }));
  });

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
// A subject whose encoding needs the characters in which base64url differs from base64.
const token = `${part({ alg: 'none' })}.${part({ exp: 1800000000, sub: 'repo:a/b:environment:dev>>>???' })}.c2ln`;
const asked = [];
const issuer = createServer((request, response) => {
  asked.push(request.url);
  const known = request.headers.authorization === 'bearer request-token';
  response.writeHead(known ? 200 : 401).end(known ? JSON.stringify({ value: token }) : '');
}).listen(0, '127.0.0.1');
await new Promise((ready) => issuer.on('listening', ready));
const identity = { ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${issuer.address().port}/token?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' };

const given = await run('kube-credential', [], identity);
check('a credential is given', given.code === 0, given.error);
const credential = given.code === 0 ? JSON.parse(given.out) : {};
check('it is what kubectl reads', credential.kind === 'ExecCredential' && credential.apiVersion === 'client.authentication.k8s.io/v1');
check('it holds the token', credential.status?.token === token);
check('it ends when the token does', credential.status?.expirationTimestamp === '2027-01-15T08:00:00Z', given.out);
await run('kube-credential', [], { ...identity, KUBERNETES_AUDIENCE: 'homelab' });
check('it is for the cluster alone', asked.join() === '/token?api-version=2.0&audience=kubernetes,/token?api-version=2.0&audience=homelab', asked.join());

const refused = await run('kube-credential', [], { ...identity, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another' });
check('an issuer that refuses is an error without output', refused.code !== 0 && refused.out === '', refused.out);
const none = await run('kube-credential', [], {});
check('a job without an identity is told what it lacks', none.code !== 0 && none.error.includes('give it the permission id-token: write'), none.error);

const file = join(mkdtempSync(join(tmpdir(), 'kubeconfig-')), 'config');
const written = await run('kubeconfig', [file], { SERVER: 'https://cluster.example:6443', AUTHORITY: 'Y2E=' });
const text = written.code === 0 ? readFileSync(file, 'utf8') : '';
check('the kubeconfig names the cluster', text.includes('server: https://cluster.example:6443') && text.includes('certificate-authority-data: Y2E='), written.error);
check('the kubeconfig holds no credential', text.includes(`command: ${join(scripts, 'kube-credential')}`) && !/token:|client-key|password/.test(text), text);
const unset = await run('kubeconfig', [file], {});
check('a missing variable is named', unset.code !== 0 && unset.error.includes('set the variable KUBERNETES_SERVER of this environment'), unset.error);

issuer.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
