import { fromBinary, toBinary, toJson } from "@bufbuild/protobuf";
import { ValueSchema } from "@bufbuild/protobuf/wkt";
import { canonical, evaluate, evaluateBoolean } from "./engine.mjs";
import { missingObject } from "./table.mjs";

/** Holds policies that change pods as they are created against the pods that the C# rules make of the same ones. */
export function judgeMutations(policies, decisions, check) {
  for (const { path, content } of policies) {
    const { matchConditions, variables, mutations } = content.spec;
    const name = `${path}: ${content.kind} ${content.metadata.name}`;
    const decided = decisions.find((entry) => entry.expression === variables[0].expression);
    if (!decided) {
      check(name, false, "the C# rules have not decided for it");
      continue;
    }
    for (const { pod, patched } of decided.pods) {
      try {
        const request = { object: pod, oldObject: missingObject(content.kind) };
        const actual = matchConditions.every(({ expression }) => evaluateBoolean(expression, request)) ? apply(request, variables, mutations) : pod;
        check(name, canonical(actual) === canonical(patched), `makes of ${canonical(pod)}: ${canonical(actual)}, the C# rules: ${canonical(patched)}`);
      } catch (error) {
        check(name, false, `${error.message} for ${canonical(pod)}`);
      }
    }
  }
}

function apply(request, policyVariables, mutations) {
  const variables = {};
  for (const { name, expression } of policyVariables) {
    variables[name] = evaluate(expression, { ...request, variables });
  }
  const result = structuredClone(request.object);
  for (const { jsonPatch } of mutations) {
    for (const step of evaluate(jsonPatch.expression, { ...request, variables })) {
      applyStep(result, step.message);
    }
  }
  return result;
}

/** One step of RFC 6902, as far as the policies use it. */
function applyStep(document, { op, path, value }) {
  if (op !== "add") {
    throw new Error(`unknown step ${op}`);
  }
  const parts = path.slice(1).split("/").map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = parts.pop();
  const target = parts.reduce((node, part) => node[part], document);
  if (Array.isArray(target)) {
    target.splice(last === "-" ? target.length : Number(last), 0, toPlainValue(value));
  } else {
    target[last] = toPlainValue(value);
  }
}

// Through bytes: what the engine puts into a field is the plain form of the type.
const toPlainValue = (value) => (value?.$typeName === ValueSchema.typeName ? toJson(ValueSchema, fromBinary(ValueSchema, toBinary(ValueSchema, value))) : value);
