import type { Text } from "../wording/text.ts";
import type { ModelDocument } from "./schema.ts";
import { textOf } from "./schemaParts.ts";

/** What the base scenario is called where the document does not say. */
export const BASE_TITLE: Text = { zh: "基准", en: "Base" };

/** What a scenario is called; one the document does not declare is the base. */
export function scenarioTitle({ scenarios }: Pick<ModelDocument, "scenarios">, id: string): Text {
  const declared = scenarios.find((scenario) => scenario.id === id);
  return declared === undefined ? BASE_TITLE : textOf(declared.label);
}
