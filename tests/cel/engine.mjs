import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";

// The functions that Kubernetes' CEL has beyond the standard, as far as policies here may use them.
const environment = celEnv({ funcs: strings });
const plans = new Map();

/** Evaluates an expression; what the engine reports as an error is thrown. */
export function evaluate(expression, bindings) {
  if (!plans.has(expression)) {
    plans.set(expression, plan(environment, parse(expression)));
  }
  const result = plans.get(expression)(bindings);
  if (isCelError(result)) {
    throw new Error(`${result.message} in: ${expression}`);
  }
  return result;
}

/** How many different expressions were evaluated. */
export const expressionCount = () => plans.size;

export function evaluateBoolean(expression, bindings) {
  const value = evaluate(expression, bindings);
  if (typeof value !== "boolean") {
    throw new Error(`not a boolean: ${expression}`);
  }
  return value;
}

/** A list of texts as a JavaScript array. */
export const toArray = (list) => Array.from(list, (item) => String(item));
