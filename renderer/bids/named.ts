import type { JsonObject, TextView } from "../../app/contract.ts";
import { labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";

export interface Named {
  readonly id: string;
  readonly label: TextView;
}

/** Items of a list of the document with what they are called: by label, name or bidder, else by id. */
export function namedIn(document: JsonObject, path: string): readonly Named[] {
  return objectsOf(valueAt(document, path)).map((item) => {
    const id = textOf(item["id"]);
    const called = item["label"] ?? item["name"] ?? item["bidder"];
    const name = (lang: "zh" | "en") => labelOf(called, lang) || id;
    return { id, label: { zh: name("zh"), en: name("en") } };
  });
}
