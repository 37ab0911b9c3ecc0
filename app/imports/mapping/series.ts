import type { InputValue, ProfileValue } from "../../../models/document/inputSchema.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { readMonth, writeMonth } from "../../../models/language/calendar.ts";
import { STEP_MONTHS, type Step } from "../../../models/language/timeline.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { profileOf } from "../../exports/template/seriesGrid.ts";
import { EVERY_WORDS } from "../../exports/template/words.ts";
import type { Gathered } from "../template/edits.ts";
import type { FilledRow } from "../template/rows.ts";
import { spanOf } from "../template/span.ts";
import type { Columns } from "./guess.ts";
import { type ReadPeriod, readPeriod } from "./periods.ts";
import { PERIOD, type Target, type TargetField, VALUE } from "./targets.ts";

type Profile = ProfileValue["profile"];

const LONGEST = 720;

/** Reads rows into a series: one value a row, at the period its column says, or one after the other from where the series begins. */
export function readSeriesRows(
  rows: readonly FilledRow[],
  target: Target,
  columns: Columns,
  shown: ModelDocument,
  is1904: boolean,
  gathered: Gathered,
): void {
  if (rows.length > LONGEST) {
    gathered.problems.push(exchangeProblem("series_long", rows[LONGEST]?.at(VALUE) ?? "", { most: LONGEST }));
    return;
  }
  const faults = gathered.problems.length;
  const held = heldAt(shown, target.path);
  const before = profileOf(held)?.profile;
  const laid = columns[PERIOD] === undefined ? inOrder(before, shown) : byPeriod(rows, before, shown, is1904, gathered);
  if (laid === undefined || gathered.problems.length > faults || rows.length === 0) return;
  const { from, every, start } = laid;
  const own = before?.every ?? shown.timeline.step;
  if (columns[PERIOD] === undefined)
    gathered.told.push(
      exchangeProblem("in_order", rows[0]?.at(VALUE) ?? "", { from: monthOrPhase(from), every: EVERY_WORDS[every] }),
    );
  else if (every !== own)
    gathered.told.push(
      exchangeProblem("step_other", rows[0]?.at(PERIOD) ?? "", {
        input: target.label,
        found: EVERY_WORDS[every],
        own: EVERY_WORDS[own],
      }),
    );
  const label = (index: number) =>
    start === undefined || every === "phase" ? `${index + 1}` : writeMonth(start + index * STEP_MONTHS[every]);
  const old = laid.isHeld ? (before?.values ?? []) : [];
  const field = target.fields.find(({ code }) => code === VALUE) as TargetField;
  const values = rows.map((filled, index) => {
    const said = { zh: `${target.label.zh} · ${label(index)}`, en: `${target.label.en} · ${label(index)}` };
    checkPlace(filled, index, laid, shown, said, gathered);
    const held = old[index] === undefined ? undefined : String(old[index]);
    const value = gathered.read(filled, VALUE, {
      place: `${target.path}/profile/values/${index}`,
      label: said,
      kind: field.kind,
      value: held,
    });
    if (value === undefined && filled.cell(VALUE) === undefined)
      gathered.problems.push(exchangeProblem("series_empty", filled.at(VALUE), { input: said }));
    return value;
  });
  if (gathered.problems.length > faults) return;
  gone(before, laid.isHeld ? rows.length : 0, target, gathered, rows);
  const meaning = before?.meaning ?? meaningOf(shown, target.path);
  const profile = { from, every, values: values.map(String), ...(meaning === undefined ? {} : { meaning }) } as Profile;
  const after: InputValue = { profile };
  if (JSON.stringify(held) === JSON.stringify(after)) return;
  gathered.edit(target.path, target.label, held, after, rows[0]?.at(VALUE) ?? "");
}

interface Laid {
  readonly from: Profile["from"];
  readonly every: Profile["every"];
  /** Absolute month of the first value; nothing where it follows a phase. */
  readonly start: number | undefined;
  /** Begins and steps as the series did: what stands there is compared value by value. */
  readonly isHeld: boolean;
}

const monthOrPhase = (from: Profile["from"]): string =>
  typeof from === "string" ? from : `${from.phase}.${from.edge}`;

/** Without periods in the file: as the series begins, or with the timeline. */
function inOrder(before: Profile | undefined, { timeline }: ModelDocument): Laid {
  if (before !== undefined) {
    const start = typeof before.from === "string" ? readMonth(before.from) : undefined;
    return { from: before.from, every: before.every, start, isHeld: true };
  }
  return { from: timeline.start, every: timeline.step, start: readMonth(timeline.start), isHeld: false } as Laid;
}

/** As the periods of the file say: without gaps, each as long as the others. */
function byPeriod(
  rows: readonly FilledRow[],
  before: Profile | undefined,
  { timeline }: ModelDocument,
  is1904: boolean,
  gathered: Gathered,
): Laid | undefined {
  const periods: ReadPeriod[] = [];
  for (const filled of rows) {
    const cell = filled.cell(PERIOD);
    const at = filled.at(PERIOD);
    const read = cell === undefined || cell.kind === "formula" ? undefined : readPeriod(cell, timeline, is1904);
    if (cell?.kind === "formula") gathered.problems.push(sheetProblem("formula", at, { input: MONTH }));
    else if (read === undefined)
      gathered.problems.push(exchangeProblem("not_period", at, { found: cell?.text ?? "–" }));
    else periods.push(read);
  }
  const [first] = periods;
  if (first === undefined || periods.length < rows.length) return undefined;
  const every = stepOf(periods, before);
  if (every === undefined) {
    gathered.problems.push(exchangeProblem("mixed_periods", rows[0]?.at(PERIOD) ?? ""));
    return undefined;
  }
  for (const [index, { start }] of periods.entries()) {
    const expected = first.start + index * STEP_MONTHS[every];
    if (start === expected) continue;
    const args = { found: writeMonth(start), own: writeMonth(expected) };
    gathered.problems.push(exchangeProblem("period_order", rows[index]?.at(PERIOD) ?? "", args));
    return undefined;
  }
  const from = writeMonth(first.start);
  return { from, every, start: first.start, isHeld: before?.from === from && before.every === every } as Laid;
}

const MONTH = { zh: "月份或期间", en: "month or period" };

/** How long the periods are: as they say, or as far as they lie apart. */
function stepOf(periods: readonly ReadPeriod[], before: Profile | undefined): Step | undefined {
  const [first, second] = periods;
  const said = new Set(periods.map(({ every }) => every));
  if (said.size > 1) return undefined;
  if (first?.every !== undefined) return first.every;
  const apart = second === undefined || first === undefined ? undefined : second.start - first.start;
  if (apart === undefined) return before === undefined || before.every === "phase" ? "month" : before.every;
  return (Object.keys(STEP_MONTHS) as Step[]).find((step) => STEP_MONTHS[step] === apart) ?? "month";
}

/** A value beyond the timeline, or beyond what a series may have, is named and not taken. */
function checkPlace(
  filled: FilledRow,
  index: number,
  { start, every }: Laid,
  { timeline }: ModelDocument,
  input: Target["label"],
  gathered: Gathered,
): void {
  if (start === undefined || every === "phase") return;
  const { first, last } = spanOf(timeline);
  const month = start + index * STEP_MONTHS[every];
  if (month >= first && month <= last) return;
  const args = { input, found: writeMonth(month), from: writeMonth(first), to: writeMonth(last) };
  gathered.problems.push(sheetProblem("month_outside", filled.at(PERIOD), args));
}

/** What the series had and the file has not is said. */
function gone(
  before: Profile | undefined,
  from: number,
  target: Target,
  gathered: Gathered,
  rows: readonly FilledRow[],
): void {
  const at = rows[0]?.at(VALUE).replace(/!.*$/, "") ?? "";
  const { kind } = target.fields.find(({ code }) => code === VALUE) as TargetField;
  const start = typeof before?.from === "string" ? readMonth(before.from) : undefined;
  for (const [index, value] of (before?.values ?? []).entries()) {
    if (index < from) continue;
    const name =
      start === undefined || before === undefined || before.every === "phase"
        ? `${index + 1}`
        : writeMonth(start + index * STEP_MONTHS[before.every]);
    gathered.changes.push({
      at,
      place: `${target.path}/profile/values/${index}`,
      label: { zh: `${target.label.zh} · 原 ${name}`, en: `${target.label.en} · ${name} as it was` },
      kind,
      before: String(value),
      after: undefined,
    });
  }
}

function heldAt({ components }: ModelDocument, path: string): InputValue | undefined {
  const [, id, , input = ""] = path.split("/");
  return components.find((component) => component.id === id)?.inputs[input];
}

function meaningOf({ components }: ModelDocument, path: string): Profile["meaning"] {
  const [, id, , input = ""] = path.split("/");
  const spec = mechanisms.get(components.find((one) => one.id === id)?.mechanism ?? "")?.inputs[input];
  return spec?.type === "profile" ? spec.meaning : undefined;
}
