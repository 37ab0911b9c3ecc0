import type { JsonObject, KnownParameterView } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { currentDocument } from "../session/effective.ts";
import { freshId } from "../session/ids.ts";
import { isObject, objectsOf, textOf, valueAt } from "../session/json.ts";
import { ordered } from "./packs.ts";

/** The texts of a local pack that a form shows, by where they stand. */
export const HEAD = ["number", "issuer", "date"] as const;

/** Another text has another version: whoever rests on a version must find the text it had. */
export function nextVersion(version: string): string {
  const [, stem = "", count] = /^(.*?)(\d+)$/.exec(version) ?? [];
  return count === undefined ? `${version}-2` : `${stem}${Number(count) + 1}`;
}

function put(pack: JsonObject, text: JsonObject): void {
  const id = textOf(pack["id"]);
  const version = nextVersion(textOf(pack["version"]));
  edit([{ path: `packs/${id}`, value: { id, version, text: { ...text, version } } }], {
    label: inBoth("packs.edited", { what: id, version }),
  });
}

const textIn = (pack: JsonObject): JsonObject => (isObject(pack["text"]) ? pack["text"] : {});

export const parametersIn = (pack: JsonObject): readonly JsonObject[] => objectsOf(textIn(pack)["parameters"]);

/** The first value in force of a parameter; a local pack says one. */
export const valueIn = (parameter: JsonObject): JsonObject => objectsOf(parameter["values"])[0] ?? {};

/** A pack of the user's own, before the others: what it says holds instead of what they say. */
export function addLocalPack(): void {
  const packs = objectsOf(currentDocument()["packs"]);
  const id = localId(packs.map((pack) => textOf(pack["id"])));
  const start = textOf(valueAt(currentDocument(), "timeline/start"));
  const text = {
    id,
    version: "1",
    title: inBoth("packs.localTitle"),
    document: { number: "", issuer: "", date: start.slice(0, 4) },
    status: "in_force",
    validFrom: `${start}-01`,
    parameters: [],
    clauses: [],
  };
  const value = { id, version: "1", text: { ...text, title: { ...text.title } } };
  edit(ordered([value, ...packs]), { label: inBoth("item.added", { what: id }) });
}

/** Ids of packs have hyphens where those of components have underscores. */
const localId = (taken: readonly string[]): string =>
  taken.includes("local")
    ? freshId(
        "local",
        taken.map((id) => id.replaceAll("-", "_")),
      ).replaceAll("_", "-")
    : "local";

export function setTitle(pack: JsonObject, lang: "zh" | "en", title: string): void {
  const text = textIn(pack);
  put(pack, { ...text, title: { ...(isObject(text["title"]) ? text["title"] : {}), [lang]: title } });
}

export function setHead(pack: JsonObject, name: (typeof HEAD)[number], value: string): void {
  const text = textIn(pack);
  put(pack, { ...text, document: { ...(isObject(text["document"]) ? text["document"] : {}), [name]: value } });
}

function setParameters(pack: JsonObject, parameters: readonly JsonObject[]): void {
  put(pack, { ...textIn(pack), parameters });
}

/** With the value that is known, to be changed; where it stands is still to be written down. */
export function addParameter(pack: JsonObject, { id, label, unit, from, value }: KnownParameterView): void {
  const parameter = {
    ...{ id, label: { ...label }, unit, values: [{ from, value }] },
    ...{ reference: { document: "", article: "" }, status: "to_verify" },
  };
  setParameters(pack, [...parametersIn(pack), parameter]);
}

export function removeParameter(pack: JsonObject, id: string): void {
  setParameters(
    pack,
    parametersIn(pack).filter((parameter) => parameter["id"] !== id),
  );
}

export interface ParameterChange {
  readonly value?: string;
  readonly from?: string;
  readonly document?: string;
  readonly article?: string;
}

/** A parameter with a document behind it is what a policy says; without one somebody must still look it up. */
export function changeParameter(pack: JsonObject, id: string, { value, from, ...named }: ParameterChange): void {
  const changed = parametersIn(pack).map((parameter) => {
    if (parameter["id"] !== id) return parameter;
    const [, ...later] = objectsOf(parameter["values"]);
    const dated = {
      ...valueIn(parameter),
      ...(value === undefined ? {} : { value }),
      ...(from === undefined ? {} : { from }),
    };
    const reference = { ...(isObject(parameter["reference"]) ? parameter["reference"] : {}), ...named };
    const status = textOf(reference["document"]).trim() === "" ? "to_verify" : "policy";
    return { ...parameter, values: [dated, ...later], reference, status };
  });
  setParameters(pack, changed);
}
