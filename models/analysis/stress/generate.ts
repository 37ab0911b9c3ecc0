import type { ProfileValue } from "../../document/inputSchema.ts";
import type { Json } from "../../document/location.ts";
import { writePath } from "../../document/path.ts";
import { isPatchable, type ResolvedScenario, resolveScenario } from "../../document/scenario.ts";
import type { ComponentSpec, ModelDocument, ScenarioSpec } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readMonth, writeMonth } from "../../language/calendar.ts";
import type { ColumnSpec, Forms, InputSpec } from "../../terms/inputs.ts";
import { fail, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { numeric } from "../range.ts";
import { sizeProblems } from "./sizes.ts";
import { type Change, isInPoints, STRESSES, type Stress } from "./table.ts";

export interface Generated {
  readonly scenarios: readonly ScenarioSpec[];
  /** Stresses that are not written, each with its reason. */
  readonly left: readonly { readonly id: string; readonly label: Text; readonly reason: Text }[];
}

export interface StressQuestion {
  /** The scenario the new ones vary. */
  readonly parent: string;
  /** Sizes of one's own, by the id of the stress. */
  readonly sizes?: readonly (readonly [id: string, size: string])[];
}

const THERE: Text = { zh: "文件中已有同名情景,保持不变", en: "the file has a scenario of this name, which is kept" };
const NOTHING: Text = { zh: "本情景没有可变动的内容", en: "the plan has nothing it could change" };
const COUNTED: Text = { zh: "已全部计入", en: "all of it counts already" };

/** Scenarios by rule over a parent, as patches; nothing is written that the form of an input would refuse. */
export function stressScenarios(
  document: ModelDocument,
  { parent, sizes = [] }: StressQuestion,
  registry: Forms,
): Result<Generated> {
  const resolved = resolveScenario(document, parent, registry);
  if (!resolved.ok) return resolved;
  const wrong = sizeProblems(sizes);
  if (wrong.length > 0) return fail(...wrong);
  const stored = document.scenarios.some(({ id }) => id === parent);
  const scenarios: ScenarioSpec[] = [];
  const left: { id: string; label: Text; reason: Text }[] = [];
  for (const { stress, size, set, nothing } of stressesOver(resolved.value, new Map(sizes), registry)) {
    const { id, label, counts } = stress;
    const reason = document.scenarios.some((one) => one.id === id) ? THERE : nothing;
    if (reason !== undefined) left.push({ id, label, reason });
    else
      scenarios.push({
        id,
        label,
        ...(stored ? { parent } : {}),
        ...(counts === undefined ? {} : { counts }),
        set,
        note: noteOf(stress, size),
      });
  }
  return succeed({ scenarios, left });
}

/** A stress of the standard set over one plan. */
export interface StressOver {
  readonly stress: Stress;
  readonly size: string | undefined;
  readonly set: Readonly<Record<string, Json>>;
  /** Why it would change nothing; undefined where it does. */
  readonly nothing: Text | undefined;
}

/** @param sizes of one's own by the id of the stress, already known to fit */
export function stressesOver(
  seen: Pick<ResolvedScenario, "document" | "counts">,
  sizes: ReadonlyMap<string, string>,
  registry: Forms,
): readonly StressOver[] {
  const patches = new Map<string, Readonly<Record<string, Json>>>();
  return STRESSES.map((stress) => {
    const size = sizes.get(stress.id) ?? stress.size?.usual;
    const own = patchesOf(seen.document, stress, size, registry);
    const joined = Object.fromEntries((stress.all ?? []).flatMap((one) => Object.entries(patches.get(one) ?? {})));
    const set = { ...own, ...joined };
    patches.set(stress.id, set);
    return { stress, size, set, nothing: whyNothing(stress, set, seen, registry) };
  });
}

/** A note is one text of the file: in both languages. */
function noteOf(stress: Stress, size: string | undefined): string {
  const { zh, en } = stressNote(stress, size);
  return `${zh} · ${en}`;
}

/** What a stress does, with its size in words. */
export function stressNote(stress: Stress, size: string | undefined): Text {
  const { note } = stress;
  const written = size === undefined ? { zh: "", en: "" } : sizeInWords(size, isInPoints(stress));
  return { zh: note.zh.replace("{size}", written.zh), en: note.en.replace("{size}", written.en) };
}

function sizeInWords(size: string, isPoints: boolean): Text {
  const number = new RecordDecimal(size);
  if (number.abs().greaterThanOrEqualTo(1)) return { zh: number.toFixed(), en: number.toFixed() };
  const hundredths = `${number.isNegative() ? "−" : "+"}${number.abs().times(100).toFixed()}`;
  if (isPoints) return { zh: `${hundredths} 个百分点`, en: `${hundredths} percentage points` };
  return { zh: `${hundredths} %`, en: `${hundredths} %` };
}

/** Why a stress would change nothing; undefined where it does. */
function whyNothing(
  { counts }: Stress,
  set: Readonly<Record<string, Json>>,
  { document, counts: counted }: Pick<ResolvedScenario, "document" | "counts">,
  registry: Forms,
): Text | undefined {
  if (counts === undefined) return Object.keys(set).length === 0 ? NOTHING : undefined;
  if (counts.every((status) => counted.includes(status))) return COUNTED;
  const more = new Set<unknown>(counts.filter((status) => !counted.includes(status)));
  return statusesIn(document, registry).some((status) => more.has(status)) ? undefined : NOTHING;
}

/** Statuses of the money of all components that are on, also in tables. */
const statusesIn = (document: ModelDocument, registry: Forms): readonly Json[] =>
  document.components.flatMap(({ mechanism, enabled, inputs }) =>
    !enabled
      ? []
      : Object.entries(registry.get(mechanism)?.inputs ?? {}).flatMap(([name, spec]) =>
          statusesOf(spec, inputs[name] as Json),
        ),
  );

function statusesOf(spec: InputSpec, value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  if (spec.type === "status") return [value];
  if (spec.type !== "table" || !Array.isArray(value)) return [];
  const columns = Object.entries(spec.columns).filter(([, column]) => column.type === "status");
  return (value as readonly Readonly<Record<string, Json>>[]).flatMap((row) =>
    columns.flatMap(([column]) => row[column] ?? []),
  );
}

function patchesOf(
  document: ModelDocument,
  { moves = [] }: Stress,
  size: string | undefined,
  registry: Forms,
): Readonly<Record<string, Json>> {
  const set: Record<string, Json> = {};
  for (const { mechanism, inputs, change } of moves) {
    const components = document.components.filter((one) => one.mechanism === mechanism && one.enabled);
    for (const component of components)
      for (const input of inputs)
        for (const [path, value] of changed(component, input, change, size, registry))
          if (isPatchable(path) && writePath(document, path, value, registry).ok) set[path] = value;
  }
  return set;
}

/** New values of an input, or of each cell of a column, by path. */
function changed(
  { id, mechanism, inputs }: ComponentSpec,
  input: string,
  change: Change,
  size: string | undefined,
  registry: Forms,
): readonly (readonly [string, Json])[] {
  const [name = "", column] = input.split("/");
  const value = inputs[name] as Json | undefined;
  const spec = registry.get(mechanism)?.inputs[name];
  const place = `components/${id}/inputs/${name}`;
  if (value === undefined || spec === undefined) return [];
  if (column === undefined) {
    const next = changedValue(value, spec, change, size);
    return next === undefined || JSON.stringify(next) === JSON.stringify(value) ? [] : [[place, next]];
  }
  const cells = spec.type === "table" && Array.isArray(value) ? value : [];
  return (cells as readonly Readonly<Record<string, Json>>[]).flatMap((row): readonly (readonly [string, Json])[] => {
    const cell = row[column];
    const next = cell === undefined ? undefined : changedValue(cell, columnOf(spec, column), change, size);
    return next === undefined || next === cell ? [] : [[`${place}/${row["id"]}/${column}`, next]];
  });
}

const columnOf = (spec: InputSpec, column: string): ColumnSpec | undefined =>
  spec.type === "table" ? spec.columns[column] : undefined;

function changedValue(
  value: Json,
  spec: InputSpec | ColumnSpec | undefined,
  change: Change,
  size: string | undefined,
): Json | undefined {
  if (typeof change === "object") return "word" in change ? change.word : change.rows;
  if (size === undefined) return undefined;
  const profile = (value as unknown as Partial<ProfileValue>).profile;
  if (change === "later")
    return profile === undefined ? undefined : profileOf(profile, { from: later(profile.from, Number(size)) });
  const moved = (text: string): string => {
    const before = new RecordDecimal(text);
    const after = change === "scaled" ? before.times(new RecordDecimal(size).plus(1)) : before.plus(size);
    const { from, to } = numeric(spec) ?? {};
    const low = from === undefined ? after : RecordDecimal.max(after, from);
    return (to === undefined ? low : RecordDecimal.min(low, to)).toFixed();
  };
  if (profile !== undefined) return profileOf(profile, { values: profile.values.map((text) => moved(String(text))) });
  return typeof value === "string" && Number.isFinite(Number(value)) ? moved(value) : undefined;
}

function profileOf(profile: ProfileValue["profile"], change: Readonly<Record<string, Json>>): Json {
  return { profile: { ...(profile as unknown as Readonly<Record<string, Json>>), ...change } };
}

/** A month, or so many months after the edge of a phase. */
function later(from: ProfileValue["profile"]["from"], months: number): Json {
  if (typeof from !== "string") return { ...from, months: (from.months ?? 0) + months };
  const month = readMonth(from);
  return month === undefined ? from : writeMonth(month + months);
}
