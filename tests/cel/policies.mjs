import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";

const POD_CONTROLLERS = { Deployment: "deployments", CronJob: "cronjobs" };

/** Every YAML and JSON document of files and folders. */
export function readDocuments(paths) {
  return paths.flatMap((path) => {
    if (statSync(path).isDirectory()) {
      return readDocuments(readdirSync(path).sort().map((entry) => join(path, entry)));
    }
    if (!/\.(ya?ml|json)$/.test(path)) {
      return [];
    }
    return parseAllDocuments(readFileSync(path, "utf8"))
      .flatMap((document) => {
        if (document.errors.length > 0) {
          throw new Error(`${path}: ${document.errors[0].message}`);
        }
        const content = document.toJS();
        return Array.isArray(content) ? content : [content];
      })
      .filter((content) => content && content.kind)
      .map((content) => ({ path, content }));
  });
}

/** The policies among documents, in one shape whatever the engine. */
export function findPolicies(documents) {
  const exceptions = documents.filter(({ content }) => content.kind === "PolicyException" && content.apiVersion.startsWith("policies.kyverno.io/"));
  return documents.flatMap(({ path, content }) => {
    const { kind, metadata, spec } = content;
    const base = { path, kind, name: metadata?.name, conditions: [], exceptions: [], resources: [], controllers: [] };
    switch (kind) {
      case "ValidatingPolicy":
        return [{
          ...base,
          ...parts(spec),
          resources: resourcesOf(spec),
          controllers: spec.autogen?.podControllers?.controllers ?? [],
          exceptions: exceptions
            .filter((exception) => exception.content.spec.policyRefs.some((reference) => reference.name === metadata.name))
            .map((exception) => exception.content.spec.matchConditions ?? []),
        }];
      case "ValidatingAdmissionPolicy":
        return [{ ...base, ...parts(spec), resources: resourcesOf(spec) }];
      case "ClusterPolicy":
        return spec.rules.filter((rule) => rule.validate?.cel).map((rule) => ({
          ...base,
          conditions: rule.celPreconditions ?? [],
          variables: rule.validate.cel.variables ?? [],
          validations: rule.validate.cel.expressions,
          resources: ["pods", "pods/ephemeralcontainers"],
          legacyExceptions: true,
        }));
      default:
        return [];
    }
  });
}

/**
 * The policy as the engine runs it for a kind: Kyverno replaces the path to the pod in the text, but not in exceptions. Before 1.19 it replaces every mention of the metadata, since
 * then all but that of the namespace; a policy that is right the first way has no such mention.
 */
export function forKind(policy, kind) {
  if (kind === "Pod") {
    return policy;
  }
  if (!policy.controllers.includes(POD_CONTROLLERS[kind])) {
    return null;
  }
  const path = kind === "CronJob" ? "spec.jobTemplate.spec.template" : "spec.template";
  const rewrite = (text) => text
    .replaceAll(/(o|oldO)bject\.spec\b/g, `$1bject.${path}.spec`)
    .replaceAll(/(o|oldO)bject\.metadata\b/g, `$1bject.${path}.metadata`);
  const each = (list) => list.map((entry) => ({ ...entry, expression: rewrite(entry.expression) }));
  return { ...policy, conditions: each(policy.conditions), variables: each(policy.variables), validations: each(policy.validations) };
}

function parts(spec) {
  return { conditions: spec.matchConditions ?? [], variables: spec.variables ?? [], validations: spec.validations ?? [] };
}

function resourcesOf(spec) {
  return (spec.matchConstraints?.resourceRules ?? []).flatMap((rule) => rule.resources);
}
