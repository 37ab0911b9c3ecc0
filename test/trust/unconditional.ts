import { readFileSync } from "node:fs";
import { kernelResultsOf } from "../../app/model/results.ts";
import { conditionsOf, trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import type { Draft } from "./easing.ts";
import { documentOf } from "./outcome.ts";

export const example = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;

export type Part = { inputs: Record<string, unknown> };
export const part = (draft: Draft, id: string): Part =>
  (draft as unknown as { components: ({ id: string } & Part)[] }).components.find((one) => one.id === id) as Part;

/** Verdicts that are met without any condition. */
export function plain(draft: Draft, scenario: string): readonly string[] {
  const results = kernelResultsOf(preparedOf(documentOf(JSON.parse(JSON.stringify(draft))), scenario));
  const trust = trustIn(results, []);
  return results.verdicts
    .filter(({ id, pass }) => pass === true && conditionsOf(trust, id).length === 0)
    .map(({ id }) => id);
}
