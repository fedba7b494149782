// Evaluates every CEL expression of policies about pods over the table of their subject and compares row by row with the decision of the C# rules.
//   node evaluate.mjs --decisions decisions.json [--policies policies.json] [rendered file or folder ...]
// decisions.json and policies.json are written by the tests of Hardening.Components. Policies of --policies were made for the tables themselves, so that exclusions and
// exceptions are compared too; of rendered ones the settings are read and the refused images compared. Beside decisions.json lie files of policies that change or make objects,
// *.mutations.json and *.generations.json, with what the C# rules make of the same objects; those of rendered trees are held against them too.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { evaluate, evaluateBoolean, expressionCount, toArray } from "./engine.mjs";
import { judgeGenerations } from "./generations.mjs";
import { judgeMutations } from "./mutations.mjs";
import { findPolicies, forKind, readDocuments } from "./policies.mjs";
import { readTable, toRequest } from "./table.mjs";

const { values, positionals } = parseArgs({
  options: { decisions: { type: "string" }, policies: { type: "string" } },
  allowPositionals: true,
});
if (!values.decisions || (!values.policies && positionals.length === 0)) {
  console.error("usage: node evaluate.mjs --decisions decisions.json [--policies policies.json] [rendered file or folder ...]");
  process.exit(2);
}

// What a policy decides is known by the variable that holds what it refuses; its settings are variables too, and `named` ones are part of the message.
const subjects = [
  { name: "registries", refused: "untrusted", settings: ["trusted"], named: "trusted", table: "images.json" },
  { name: "pinning", refused: "floating", settings: ["digest", "twoNumbers"], table: "pins.json" },
  { name: "contexts", refused: "violations", settings: ["profile", "user", "added"], table: "contexts.json" },
].map((subject) => ({ ...subject, rows: readTable(new URL(subject.table, import.meta.url).pathname).rows }));
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

function evaluateVariables(policy, request) {
  const variables = {};
  for (const variable of policy.variables) {
    variables[variable.name] = evaluate(variable.expression, { ...request, variables });
  }
  return variables;
}

function judge(subject, policy, original, row, refused, isForTable) {
  const where = `${policy.path}: ${policy.kind} ${policy.name}: row "${row.name}"`;
  const request = toRequest(row, policy.kind);
  const skipped = isSkipped(policy, original, request);
  if (isForTable) {
    const expected = Boolean(row.skipped) && !(policy.legacyExceptions && row.skipped.startsWith("exception"));
    check(where, skipped === expected, `is ${skipped ? "" : "not "}left alone, expected the opposite`);
    if (expected) {
      return;
    }
  }

  const variables = evaluateVariables(policy, request);
  const actual = toArray(variables[subject.refused]);
  check(where, same(actual, refused), `refuses ${short(JSON.stringify(actual))}, the C# rules refuse ${short(JSON.stringify(refused))}`);
  for (const validation of policy.validations) {
    const allowed = evaluateBoolean(validation.expression, { ...request, variables });
    check(where, allowed === (refused.length === 0), `is ${allowed ? "allowed" : "refused"}, the C# rules decide the opposite`);
    if (!allowed) {
      const message = evaluate(validation.messageExpression, { ...request, variables });
      const missing = [...refused, ...(subject.named ? toArray(variables[subject.named]) : [])].filter((text) => !message.includes(text));
      check(where, missing.length === 0, `the message does not name ${short(missing.join(", "))}`);
    }
  }
}

// The images drawn at random, many to a pod: the policy must refuse the same ones in the same order.
function judgeDrawn(subject, policy, drawn) {
  const size = 50;
  for (let start = 0; start < drawn.length; start += size) {
    const part = drawn.slice(start, start + size);
    const row = { spec: { containers: part.map(({ image }, index) => ({ name: `c${index}`, image })) } };
    const actual = toArray(evaluateVariables(policy, toRequest(row, policy.kind))[subject.refused]);
    for (const { image, refused } of part) {
      check(`${policy.path}: ${policy.kind} ${policy.name}: drawn image ${JSON.stringify(image)}`, actual.includes(image) === refused, `is ${refused ? "let through" : "refused"}, the C# rules decide the opposite`);
    }
  }
}

// Whole pods drawn at random, for rules about more than images.
function judgeDrawnPods(subject, policy, drawn) {
  drawn.forEach(({ spec, refused }, index) => {
    const actual = toArray(evaluateVariables(policy, toRequest({ spec }, policy.kind))[subject.refused]);
    check(`${policy.path}: ${policy.kind} ${policy.name}: drawn pod ${index}`, same(actual, refused), `refuses ${JSON.stringify(actual)}, the C# rules refuse ${JSON.stringify(refused)}: ${short(JSON.stringify(spec))}`);
  });
}

function toSetting(variable) {
  const value = evaluate(variable.expression, {});
  return typeof value === "string" ? [value] : toArray(value);
}

function appliesTo(policy, row) {
  return policy.resources.includes(row.kind && row.kind !== "Pod" ? "pods" : row.resource ?? "pods");
}

function judgePolicy(original, isForTable) {
  const subject = subjects.find((candidate) => original.variables.some((variable) => variable.name === candidate.refused));
  if (!subject) {
    failures.push(`${original.path}: ${original.kind} ${original.name}: is about nothing that is known here`);
    return;
  }
  const settings = subject.settings.map((name) => toSetting(original.variables.find((variable) => variable.name === name)));
  const decided = decisions.find((entry) => entry.subject === subject.name && same(entry.settings, settings));
  if (!decided) {
    failures.push(`${original.path}: ${original.kind} ${original.name}: the C# rules have not decided for ${JSON.stringify(settings)}`);
    return;
  }
  judgeDrawn(subject, original, decided.drawn);
  judgeDrawnPods(subject, original, decided.drawnPods ?? []);
  subject.rows.forEach((row, index) => {
    const policy = forKind(original, row.kind ?? "Pod");
    if (!policy || !appliesTo(original, row)) {
      return;
    }
    try {
      judge(subject, policy, original, row, decided.refused[index], isForTable);
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

// Policies that change pods or make objects, made for the tables and rendered.
const documents = readDocuments(positionals);
function judgeCases(suffix, kinds, judgeAll) {
  const folder = dirname(values.decisions);
  const cases = readdirSync(folder).filter((file) => file.endsWith(suffix)).map((file) => ({ file, ...JSON.parse(readFileSync(join(folder, file), "utf8")) }));
  // Equal variables may stand in policies of different conditions: those of a file are held against its own decisions, rendered ones against those of the plans.
  const own = cases.flatMap(({ file, policies, decisions }) => {
    const made = policies.map((content) => ({ path: file, content })).filter(({ content }) => kinds.includes(content.kind));
    judgeAll(made, decisions, check);
    return made;
  });
  const found = documents.filter(({ content }) => kinds.includes(content.kind));
  judgeAll(found, cases.filter(({ policies }) => policies.length === 0).flatMap(({ decisions }) => decisions), check);
  return own.length + found.length;
}
const others = judgeCases(".mutations.json", ["MutatingPolicy", "MutatingAdmissionPolicy"], judgeMutations)
  + judgeCases(".generations.json", ["GeneratingPolicy"], judgeGenerations);

failures.slice(0, 50).forEach((failure) => console.log(`FAILED ${failure}`));
console.log(`${forTable.length + rendered.length + others} policies, ${expressionCount()} expressions, ${subjects.reduce((sum, subject) => sum + subject.rows.length, 0)} rows`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
