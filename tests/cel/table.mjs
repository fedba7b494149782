import { readFileSync } from "node:fs";

/** Reads the table; a row with `repeat` holds one container whose image is too long to write down. */
export function readTable(path) {
  const table = JSON.parse(readFileSync(path, "utf8"));
  table.rows = table.rows.map((row) => {
    if (!row.repeat) {
      return row;
    }
    const { prefix, text, times, suffix } = row.repeat;
    const image = prefix + text.repeat(times) + suffix;
    return { ...row, spec: { containers: [{ name: "c", image }] }, refused: [image] };
  });
  return table;
}

/** The object of an admission request: a pod, or a controller around the pod's template. */
function toObject(row, spec) {
  const metadata = { name: "subject", namespace: row.namespace ?? "default" };
  const labels = row.labels ? { labels: row.labels } : {};
  switch (row.kind ?? "Pod") {
    case "Pod":
      return { apiVersion: "v1", kind: "Pod", metadata: { ...metadata, ...labels }, spec };
    case "Deployment":
      return { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { template: { metadata: labels, spec } } };
    case "CronJob":
      return {
        apiVersion: "batch/v1", kind: "CronJob", metadata,
        spec: { schedule: "@daily", jobTemplate: { spec: { template: { metadata: labels, spec } } } },
      };
    default:
      throw new Error(`row "${row.name}": unknown kind ${row.kind}`);
  }
}

// Where nothing was there before the request, Kyverno's policies see an empty object and those of Kubernetes, which Kyverno's older kind runs too, see null.
const KINDS_WITH_EMPTY_OBJECTS = ["ValidatingPolicy", "MutatingPolicy", "GeneratingPolicy"];

/** What a policy of this kind sees in the place of an object that is not there. */
export const missingObject = (kind) => (KINDS_WITH_EMPTY_OBJECTS.includes(kind) ? {} : null);

/** What a policy of this kind sees of a row. */
export function toRequest(row, kind) {
  return {
    object: toObject(row, row.spec),
    oldObject: row.oldSpec ? toObject(row, row.oldSpec) : missingObject(kind),
  };
}
