import { canonical, evaluate, evaluateBoolean, generate } from "./engine.mjs";

/** Holds policies that make objects in namespaces against the objects that a planned namespace has. */
export function judgeGenerations(policies, decisions, check) {
  for (const { path, content } of policies) {
    const { matchConditions, variables: declared, generate: steps } = content.spec;
    const name = `${path}: ${content.kind} ${content.metadata.name}`;
    const decided = decisions.find((entry) => canonical(entry.expressions) === canonical(declared.map(({ expression }) => expression)));
    if (!decided) {
      check(name, false, "the C# rules have not decided for it");
      continue;
    }
    for (const { namespace, objects } of decided.namespaces) {
      try {
        const object = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } };
        const applies = matchConditions.every(({ expression }) => evaluateBoolean(expression, { object, oldObject: null }));
        const deleted = matchConditions.every(({ expression }) => evaluateBoolean(expression, { object: null, oldObject: object }));
        check(name, applies === (objects !== null) && deleted === applies, `${applies ? "makes objects in" : "leaves alone"} ${namespace}, the C# rules decide the opposite`);
        if (applies && objects) {
          const variables = Object.fromEntries(declared.map(({ name, expression }) => [name, evaluate(expression, { object })]));
          const made = generate(steps.map(({ expression }) => expression), { object, variables });
          check(name, made.every((item) => item.namespace === namespace), `makes objects outside ${namespace}`);
          check(name, canonical(made.map((item) => item.object)) === canonical(objects), `makes ${canonical(made.map((item) => item.object))}, a planned namespace has ${canonical(objects)}`);
        }
      } catch (error) {
        check(name, false, `${error.message} for ${namespace}`);
      }
    }
  }
}
