import { readFileSync } from "node:fs";
import { kernelResultsOf } from "../../app/model/results.ts";
import { conditionsOf, trustIn } from "../../app/model/trust.ts";
import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { documentOf } from "./outcome.ts";

type Values = Record<string, unknown>;

export interface Part {
  id: string;
  mechanism: string;
  enabled?: boolean;
  inputs: Values;
  evidence?: Values;
}

export type Row = Values & { id: string };

/** A file as tests change it. */
export interface Draft {
  components: Part[];
  records: { id: string; kind: string; values?: Values }[];
  parties: { id: string; openingCash?: string }[];
  conventions: Values;
  scenarios: { id: string }[];
  absences?: { id: string; reason: string }[];
}

export const example = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;

export function part({ components }: Draft, id: string): Part {
  const found = components.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no component ${id}`);
  return found;
}

export const rowsOf = (draft: Draft, id: string, table = "items"): Row[] => part(draft, id).inputs[table] as Row[];

export function rowOf(draft: Draft, id: string, row: string, table?: string): Row {
  const found = rowsOf(draft, id, table).find((one) => one.id === row);
  if (found === undefined) throw new Error(`no row ${row} in ${id}`);
  return found;
}

/** Scenarios of a file that changes little share their graph. */
const shelf = new GraphShelf(mechanisms, 2);

/** Verdicts that are met without any condition. */
export function plain(draft: Draft, scenario: string): readonly string[] {
  const prepared = prepareScenario(documentOf(structuredClone(draft)), scenario, shelf);
  if (!prepared.ok) throw new Error(prepared.problems.map(({ message }) => message.en).join("\n"));
  const results = kernelResultsOf(prepared.value);
  const trust = trustIn(results, []);
  return results.verdicts
    .filter(({ id, pass }) => pass === true && conditionsOf(trust, id).length === 0)
    .map(({ id }) => id);
}
