// Evaluates every CEL expression of registry policies over the table of images and compares row by row with the decision of the C# rules.
//   node evaluate.mjs --decisions decisions.json [--policies policies.json] [rendered file or folder ...]
// decisions.json and policies.json are written by the tests of Hardening.Components. Policies of --policies were made for the table itself, so that exclusions and
// exceptions are compared too; of rendered ones the trusted registries are read and the refused images compared.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { evaluate, evaluateBoolean, expressionCount, toArray } from "./engine.mjs";
import { findPolicies, forKind, readDocuments } from "./policies.mjs";
import { readTable, toRequest } from "./table.mjs";

const { values, positionals } = parseArgs({
  options: { decisions: { type: "string" }, policies: { type: "string" }, table: { type: "string", default: new URL("images.json", import.meta.url).pathname } },
  allowPositionals: true,
});
if (!values.decisions || (!values.policies && positionals.length === 0)) {
  console.error("usage: node evaluate.mjs --decisions decisions.json [--policies policies.json] [rendered file or folder ...]");
  process.exit(2);
}

const table = readTable(values.table);
const decisions = JSON.parse(readFileSync(values.decisions, "utf8"));
let passed = 0;
const failures = [];

function check(where, ok, message) {
  if (ok) {
    passed++;
  } else {
    failures.push(`${where}: ${message}`);
  }
}

const same = (left, right) => JSON.stringify(left) === JSON.stringify(right);
const short = (text) => (text.length > 200 ? `${text.slice(0, 200)}… (${text.length} characters)` : text);

function isSkipped(policy, original, request) {
  const conditions = policy.conditions.map((condition) => evaluateBoolean(condition.expression, request));
  const exceptions = original.exceptions.map((entries) => entries.map((entry) => evaluateBoolean(entry.expression, request)).every(Boolean));
  return !conditions.every(Boolean) || exceptions.some(Boolean);
}

function judge(policy, original, row, refused, isForTable) {
  const where = `${policy.path}: ${policy.kind} ${policy.name}: row "${row.name}"`;
  const request = toRequest(row);
  const skipped = isSkipped(policy, original, request);
  if (isForTable) {
    const expected = Boolean(row.skipped) && !(policy.legacyExceptions && row.skipped.startsWith("exception"));
    check(where, skipped === expected, `is ${skipped ? "" : "not "}left alone, expected the opposite`);
    if (expected) {
      return;
    }
  }

  const variables = {};
  for (const variable of policy.variables) {
    variables[variable.name] = evaluate(variable.expression, { ...request, variables });
  }
  const actual = toArray(variables.untrusted);
  check(where, same(actual, refused), `refuses ${short(JSON.stringify(actual))}, the C# rules refuse ${short(JSON.stringify(refused))}`);
  for (const validation of policy.validations) {
    const allowed = evaluateBoolean(validation.expression, { ...request, variables });
    check(where, allowed === (refused.length === 0), `is ${allowed ? "allowed" : "refused"}, the C# rules decide the opposite`);
    if (!allowed) {
      const message = evaluate(validation.messageExpression, { ...request, variables });
      const missing = [...refused, ...toArray(variables.trusted)].filter((text) => !message.includes(text));
      check(where, missing.length === 0, `the message does not name ${short(missing.join(", "))}`);
    }
  }
}

// The images drawn at random, many to a pod: the policy must refuse the same ones in the same order.
function judgeDrawn(policy, drawn) {
  const size = 50;
  for (let start = 0; start < drawn.length; start += size) {
    const part = drawn.slice(start, start + size);
    const row = { spec: { containers: part.map(({ image }, index) => ({ name: `c${index}`, image })) } };
    const variables = {};
    for (const variable of policy.variables) {
      variables[variable.name] = evaluate(variable.expression, { ...toRequest(row), variables });
    }
    const actual = toArray(variables.untrusted);
    for (const { image, refused } of part) {
      check(`${policy.path}: ${policy.kind} ${policy.name}: drawn image ${JSON.stringify(image)}`, actual.includes(image) === refused, `is ${refused ? "trusted" : "refused"}, the C# rules decide the opposite`);
    }
  }
}

function appliesTo(policy, row) {
  return policy.resources.includes(row.kind && row.kind !== "Pod" ? "pods" : row.resource ?? "pods");
}

function judgePolicy(original, isForTable) {
  const trusted = original.variables.find((variable) => variable.name === "trusted");
  if (!trusted) {
    failures.push(`${original.path}: ${original.kind} ${original.name}: has no variable "trusted"`);
    return;
  }
  const list = toArray(evaluate(trusted.expression, {}));
  const decided = decisions.find((entry) => same(entry.trusted, list));
  if (!decided) {
    failures.push(`${original.path}: ${original.kind} ${original.name}: the C# rules have not decided for [${list.join(", ")}]`);
    return;
  }
  judgeDrawn(original, decided.drawn);
  table.rows.forEach((row, index) => {
    const policy = forKind(original, row.kind ?? "Pod");
    if (!policy || !appliesTo(original, row)) {
      return;
    }
    try {
      judge(policy, original, row, decided.refused[index], isForTable);
    } catch (error) {
      failures.push(`${original.path}: ${original.kind} ${original.name}: row "${row.name}": ${short(error.message)}`);
    }
  });
}

const forTable = values.policies ? findPolicies(readDocuments([values.policies])) : [];
const rendered = positionals.flatMap((path) => {
  const found = findPolicies(readDocuments([path]));
  if (found.length === 0) {
    failures.push(`${path}: holds no policy with CEL`);
  }
  return found;
});
forTable.forEach((policy) => judgePolicy(policy, true));
rendered.forEach((policy) => judgePolicy(policy, false));
if (values.policies && forTable.length === 0) {
  failures.push(`${values.policies}: holds no policy with CEL`);
}

failures.slice(0, 50).forEach((failure) => console.log(`FAILED ${failure}`));
console.log(`${forTable.length + rendered.length} policies, ${expressionCount()} expressions, ${table.rows.length} rows`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
