import type { InputValue, ProfileValue } from "../../../models/document/inputSchema.ts";
import type { ComponentSpec } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import type { GridRow } from "../../exports/template/grid.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import { profileOf, stepCode } from "../../exports/template/seriesGrid.ts";
import type { Gathered } from "./edits.ts";
import type { FilledRow } from "./rows.ts";

/** Reads a row of the sheet of series: where it begins, how long its steps are, and the steps, put together again. */
export function readSeries(filled: FilledRow, row: GridRow, component: ComponentSpec, gathered: Gathered): void {
  const [, name = ""] = row.keys;
  const { source, from, every, ...steps } = row.entries;
  if (source !== undefined) gathered.single(filled, "source", source);
  const first = steps[stepCode(0)];
  if (from === undefined || every === undefined || first === undefined) return;
  const faults = gathered.problems.length;
  const begins = gathered.read(filled, "from", from);
  const step = gathered.read(filled, "every", every);
  const values = Object.entries(steps).map(([code, entry]) => gathered.read(filled, code, entry));
  const held = component.inputs[name];
  const unchanged =
    begins === from.value && step === every.value && Object.values(steps).every(({ value }, i) => value === values[i]);
  // What could not be read says nothing about gaps.
  if (unchanged || gathered.problems.length > faults) return;
  const label = first.label;
  const made = seriesOf({ begins, step, values, held, isRate: isRate(component, name) }, filled, label);
  const place = `components/${component.id}/inputs/${name}`;
  if ("problem" in made) gathered.problems.push(made.problem);
  else gathered.edit(place, label, held, made.value, filled.at(stepCode(0)));
}

function isRate({ mechanism }: ComponentSpec, name: string): boolean {
  const spec = mechanisms.get(mechanism)?.inputs[name];
  return spec?.type === "profile" && spec.meaning === "rate";
}

interface Parts {
  readonly begins: EntryValue;
  readonly step: EntryValue;
  readonly values: readonly EntryValue[];
  readonly held: InputValue | undefined;
  readonly isRate: boolean;
}

type Made = { readonly value: InputValue | undefined } | { readonly problem: Problem };

function seriesOf(
  { begins, step, values, held, isRate: rate }: Parts,
  filled: FilledRow,
  input: { zh: string; en: string },
): Made {
  const last = values.findLastIndex((value) => value !== undefined);
  const given = values.slice(0, last + 1);
  const gap = given.indexOf(undefined);
  if (gap >= 0) return { problem: sheetProblem("series_gap", filled.at(stepCode(gap)), { input }) };
  if (last < 0 && begins === undefined && step === undefined) return { value: undefined };
  if (last < 0) return { problem: sheetProblem("series_gap", filled.at(stepCode(0)), { input }) };
  const mixed = given.findIndex((value) => typeof value === "object");
  if (mixed >= 0)
    return given.length === 1 && begins === undefined && step === undefined
      ? { value: held }
      : { problem: sheetProblem("series_mixed", filled.at(stepCode(mixed)), { input }) };
  if (begins === undefined && step === undefined && given.length === 1 && rate) return { value: String(given[0]) };
  if (begins === undefined || step === undefined)
    return { problem: sheetProblem("series_start", filled.at(begins === undefined ? "from" : "every"), { input }) };
  const before = profileOf(held)?.profile;
  const profile = {
    from: begins as ProfileValue["profile"]["from"],
    every: step as ProfileValue["profile"]["every"],
    values: given.map(String),
    ...(before?.meaning === undefined ? {} : { meaning: before.meaning }),
  };
  return { value: { profile } };
}
