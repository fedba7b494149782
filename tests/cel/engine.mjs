import { celEnv, celMethod, CelScalar, isCelError, isCelList, isCelMap, listType, parse, plan } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { create, createFileRegistry } from "@bufbuild/protobuf";
import { FieldDescriptorProto_Label as Label, FieldDescriptorProto_Type as Type, FileDescriptorProtoSchema, file_google_protobuf_struct } from "@bufbuild/protobuf/wkt";

// Kubernetes' type of one step of a patch.
const text = (name, number) => ({ name, jsonName: name, number, type: Type.STRING, label: Label.OPTIONAL });
const value = { name: "value", jsonName: "value", number: 4, type: Type.MESSAGE, typeName: ".google.protobuf.Value", label: Label.OPTIONAL };
const patch = create(FileDescriptorProtoSchema, {
  name: "patch.proto",
  syntax: "proto3",
  dependency: [file_google_protobuf_struct.proto.name],
  messageType: [{ name: "JSONPatch", field: [text("op", 1), text("path", 2), text("from", 3), value] }],
});
const registry = createFileRegistry(patch, (name) => (name === file_google_protobuf_struct.proto.name ? file_google_protobuf_struct : undefined));

// Kyverno's generator: it keeps what it is told to make.
let generated = [];
const apply = celMethod("Apply", CelScalar.DYN, [CelScalar.STRING, listType(CelScalar.DYN)], CelScalar.BOOL, function (namespace, objects) {
  generated.push(...toPlain(objects).map((object) => ({ namespace, object })));
  return true;
});

// The functions and types that Kubernetes' CEL has beyond the standard, as far as policies here may use them.
const environment = celEnv({ funcs: [...strings, apply], registry });
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

/** What Kyverno would make in which namespace while expressions are evaluated. */
export function generate(expressions, bindings) {
  generated = [];
  for (const expression of expressions) {
    if (evaluate(expression, { ...bindings, generator: {} }) !== true) {
      throw new Error(`makes nothing: ${expression}`);
    }
  }
  return generated;
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

/** A value of the engine as JSON has it. */
export function toPlain(value) {
  if (typeof value === "bigint") {
    return Number(value);
  }
  if (isCelList(value)) {
    return Array.from(value, toPlain);
  }
  if (isCelMap(value)) {
    return Object.fromEntries(Array.from(value.entries(), ([key, item]) => [key, toPlain(item)]));
  }
  return value;
}

/** JSON with sorted members, so that equal objects are equal texts. */
export const canonical = (value) => JSON.stringify(value, (_, item) =>
  item && typeof item === "object" && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1))) : item);
