import { REVIEW_KEYS } from "../../../document/review/schema.ts";
import type { ModelDocument } from "../../../document/schema.ts";

/** Parts of a document that hold no free text, or text that is not the plan's: a reviewer who quotes a fault has not committed it. */
const NOT_TEXT: ReadonlySet<string> = new Set<string>([...REVIEW_KEYS, "actuals", "packs", "id", "mechanism", "formula", "format", "role", "unit", "kind"]);
/** Values of inputs that are words of a list, ids, numbers or dates. */
const NO_SENTENCE = /^[\w.:%+-]*$/;
/** The same characters where they name a file. */
const FILE_NAME = /[A-Za-z]{3}[\w.:%+-]*\.[A-Za-z]{2,4}$/;
/** Fields that hold a name or a remark, however it is joined. */
const NAMED = new Set(["document", "label", "note", "notes", "title", "zh", "en"]);

export interface Passage {
  readonly path: string;
  readonly text: string;
}

const written = new WeakMap<ModelDocument, readonly Passage[]>();

/** Every text a person wrote into a document, with its place. */
export function passagesOf(document: ModelDocument): readonly Passage[] {
  const known = written.get(document) ?? passages(document, "");
  written.set(document, known);
  return known;
}

/** Every text in a part of a document. */
export function passages(value: unknown, path: string): readonly Passage[] {
  if (typeof value === "string") return isText(value, path) ? [{ path, text: value }] : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      const id = typeof item === "object" && item !== null && "id" in item && typeof item.id === "string" ? item.id : String(index);
      return passages(item, `${path}/${id}`);
    });
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (NOT_TEXT.has(key) ? [] : passages(item, path === "" ? key : `${path}/${key}`)));
}

function isText(value: string, path: string): boolean {
  return !NO_SENTENCE.test(value) || FILE_NAME.test(value) || (/[A-Za-z]{3}/.test(value) && path.split("/").some((step) => NAMED.has(step)));
}
