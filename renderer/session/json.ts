import type { Json, JsonObject, Lang } from "../../app/contract.ts";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The objects of a list; anything else in it is the document layer's problem to report. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

/** Text of a text or number value, "" for everything else. */
export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A label is one text or one per language. */
export function labelOf(value: Json | undefined, lang: Lang): string {
  if (!isObject(value)) return textOf(value);
  return textOf(value[lang]) || textOf(value["zh"]) || textOf(value["en"]);
}

function find(list: readonly Json[], segment: string): number {
  const index = list.findIndex((item) => isObject(item) && item["id"] === segment);
  if (index >= 0) return index;
  return /^\d+$/.test(segment) && !list.some((item) => isObject(item) && "id" in item) ? Number(segment) : -1;
}

/** Value at a path such as `components/sale_1/inputs/price`; items of lists are found by their id. */
export function valueAt(root: Json | undefined, path: string): Json | undefined {
  let value: Json | undefined = root;
  for (const segment of path.split("/")) {
    if (isList(value)) {
      const index = find(value, segment);
      value = index < 0 ? undefined : value[index];
    } else if (isObject(value)) {
      value = Object.hasOwn(value, segment) ? value[segment] : undefined;
    } else return undefined;
  }
  return value;
}

function writeInList(list: readonly Json[], segment: string, rest: readonly string[], value: Json | undefined): Json {
  const index = find(list, segment);
  if (rest.length === 0 && value === undefined) return list.filter((_, at) => at !== index);
  if (index < 0 || index >= list.length) {
    if (rest.length > 0 || value === undefined) return list;
    return [...list, isObject(value) ? { id: segment, ...value } : value];
  }
  return list.map((item, at) => (at === index ? write(item, rest, value) : item));
}

function write(root: Json | undefined, path: readonly string[], value: Json | undefined): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value ?? null;
  if (isList(root)) return writeInList(root, segment, rest, value);
  const object: JsonObject = isObject(root) ? root : {};
  if (rest.length === 0 && value === undefined) {
    const { [segment]: _, ...others } = object;
    return others;
  }
  return { ...object, [segment]: write(object[segment], rest, value) };
}

/** A copy of the document with one value put in, or taken out where the value is undefined. */
export function withValue(root: JsonObject, path: string, value: Json | undefined): JsonObject {
  const written = write(root, path.split("/"), value);
  return isObject(written) ? written : root;
}

/** Whether a document sums up projects instead of being one. */
export function isPortfolio(document: JsonObject | undefined): boolean {
  return isList(document?.["members"]);
}
