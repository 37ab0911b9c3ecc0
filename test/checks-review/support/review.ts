import { readFileSync } from "node:fs";
import { recordResultsOf } from "../../../app/model/results.ts";
import { reviewOf } from "../../../app/model/review.ts";
import type { Finding } from "../../../models/checks/findings.ts";
import type { Check } from "../../../models/checks/review/check.ts";
import { reviewChecks } from "../../../models/checks/review/index.ts";
import { reviewOf as reviewIn } from "../../../models/checks/review/review.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { INSTALLED_PACKS } from "../../../models/policy/packs.ts";
import { preparedOf } from "../../support/prepared.ts";

type Values = Record<string, unknown>;

/** The document as tests change it: the JSON of a file. */
export interface Draft {
  project: Values;
  plots: Values[];
  timeline: Values;
  conventions: Values;
  packs: Values[];
  parties: (Values & { id: string })[];
  components: (Values & { id: string; mechanism: string; inputs: Values })[];
  customLines: Values[];
  scenarios: Values[];
  records: (Values & { id: string; values?: Values })[];
  uncertainty: unknown[];
  targets: unknown[];
  notes: string[];
  actuals?: Values;
}

export type Change = (draft: Draft) => void;

const text = readFileSync(new URL("./sound.json", import.meta.url), "utf8");

/** A small renewal project in which every review check that applies passes. */
export function soundDraft(): Draft {
  return { customLines: [], uncertainty: [], ...(JSON.parse(text) as Omit<Draft, "customLines" | "uncertainty">) };
}

/** Findings on the sound document after some changes. */
export function reviewed(...changes: readonly Change[]): readonly Finding[] {
  const draft = soundDraft();
  for (const change of changes) change(draft);
  return reviewDraft(draft);
}

export const reviewDraft = (draft: unknown): readonly Finding[] => reviewOf(preparedDraft(draft)).findings;

function preparedDraft(draft: unknown) {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return preparedOf(parsed.value.document);
}

/** What each declared check says of the sound document after some changes. */
export function reviewedByCheck(...changes: readonly Change[]): ReadonlyMap<Check, readonly Finding[]> {
  const draft = soundDraft();
  for (const change of changes) change(draft);
  const { prepared, values, ...rest } = recordResultsOf(preparedDraft(draft));
  const { document, counts } = prepared;
  const review = reviewIn({ ...rest, document, counts, results: values });
  return new Map(reviewChecks.map((check) => [check, check.run(review)]));
}

let sound: readonly Finding[] | undefined;

/** Findings on the sound document itself, computed once. */
export function soundFindings(): readonly Finding[] {
  sound ??= reviewed();
  return sound;
}

/** Changes some inputs of a component; `undefined` leaves one out. */
export const input =
  (id: string, values: Values): Change =>
  (draft) => {
    const component = draft.components.find((one) => one.id === id);
    if (component === undefined) throw new Error(`no component ${id}`);
    Object.assign(component.inputs, values);
    for (const [name, value] of Object.entries(values)) if (value === undefined) delete component.inputs[name];
  };

/** Changes some cells of a row. */
export const row =
  (id: string, table: string, rowId: string, values: Values): Change =>
  (draft) => {
    const rows = draft.components.find((one) => one.id === id)?.inputs[table] as
      | (Values & { id: string })[]
      | undefined;
    const found = rows?.find((one) => one.id === rowId);
    if (found === undefined) throw new Error(`no row ${id}/${table}/${rowId}`);
    Object.assign(found, values);
    for (const [name, value] of Object.entries(values)) if (value === undefined) delete found[name];
  };

export const addRow =
  (id: string, table: string, values: Values): Change =>
  (draft) => {
    const component = draft.components.find((one) => one.id === id);
    if (component === undefined) throw new Error(`no component ${id}`);
    component.inputs[table] = [...((component.inputs[table] as Values[] | undefined) ?? []), values];
  };

export const add =
  (id: string, mechanism: string, inputs: Values): Change =>
  (draft) => {
    const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
    draft.components.push({ id, mechanism, inputs: given });
  };

export const without =
  (...ids: readonly string[]): Change =>
  (draft) => {
    draft.components = draft.components.filter(({ id }) => !ids.includes(id));
  };

/** Adds a record, or takes the place of one. */
export const record =
  (id: string, kind: string, values: Values, rest: Values = {}): Change =>
  (draft) => {
    draft.records = draft.records.filter((one) => one.id !== id);
    draft.records.push({ id, label: id, kind, date: "2026-01-15", document: "示例文件", values, ...rest });
  };

/** What the plan has spent by the end of 2026 on all but the works above ground, as an accountant would report it. */
const SPENT_ELSEWHERE: Readonly<Record<string, readonly [string, string]>> = {
  "deed_tax.paid": ["630000", "630000"],
  "land.price_paid": ["21000000", "21000000"],
  "contingency.basic": ["1860000", "2365000"],
  "compensation.transition": ["0", "4788000"],
  "compensation.reward": ["13950000", "0"],
  "compensation.removal": ["0", "1440000"],
  "compensation.cash_paid": ["23250000", "0"],
  "other_costs.paid.hookup": ["0", "440000"],
  "other_costs.paid.studies": ["0", "700000"],
  "other_costs.paid.supervision": ["0", "583000"],
  "other_costs.paid.design": ["0", "1088000"],
  "other_costs.paid.management": ["0", "468000"],
  "works.paid.platform": ["0", "67000"],
  "works.paid.demolition": ["0", "336000"],
  "works.paid.outdoor": ["0", "1079000"],
  "works.paid.charging": ["0", "65000"],
  "works.paid.lifts": ["0", "1187000"],
  "works.paid.below": ["0", "12523000"],
};

/** 实际数 of the first half-years, closed with the last of them: of the works above ground as given, of other cost lines as planned. */
export const actuals =
  (closed: string, figures: Readonly<Record<string, string>>, more: Values = {}): Change =>
  (draft) => {
    const others = Object.entries(SPENT_ELSEWHERE).map(([id, [first, second]]) => [
      id,
      { "2026-H1": first, "2026-H2": second },
    ]);
    const all = { "works.paid.above": figures, ...Object.fromEntries(others) };
    const reports = [{ id: "r1", document: "季报", date: "2027-01-10", by: "张三", figures: all }];
    draft.actuals = JSON.parse(JSON.stringify({ closed, rest: { rule: "plan" }, reports, ...more }));
  };

/** Takes figures of a line out of all reports. */
export const unreported =
  (...lines: readonly string[]): Change =>
  (draft) => {
    const { reports } = draft.actuals as { reports: { figures: Values }[] };
    for (const { figures } of reports) for (const id of lines) delete figures[id];
  };

export const withoutRecord =
  (...ids: readonly string[]): Change =>
  (draft) => {
    draft.records = draft.records.filter(({ id }) => !ids.includes(id));
  };

/** A cash line written by hand. */
export const line =
  (id: string, role: string, payer: string, payee: string, formula: string, rest: Values = {}): Change =>
  (draft) => {
    draft.customLines.push({ id, label: id, unit: "CNY", kind: "flow", role, payer, payee, formula, ...rest });
  };

export const project =
  (values: Values): Change =>
  (draft) => {
    Object.assign(draft.project, values);
  };

export const conventions =
  (values: Values): Change =>
  (draft) => {
    Object.assign(draft.conventions, values);
    for (const [name, value] of Object.entries(values)) if (value === undefined) delete draft.conventions[name];
  };

const versionOf = (id: string): string => INSTALLED_PACKS.find((pack) => pack.id === id)?.version ?? "";

/** Takes one rule pack for another, in its place. */
export const swapPack =
  (id: string, ...others: readonly string[]): Change =>
  (draft) => {
    draft.packs = draft.packs.flatMap((pack) =>
      pack["id"] === id ? others.map((other) => ({ id: other, version: versionOf(other) })) : [pack],
    );
  };

export const of = (findings: readonly Finding[], id: string): readonly Finding[] =>
  findings.filter((found) => found.id === id);

/** The number a finding compared under a name. */
export function compared(finding: Finding | undefined, en: string): string | undefined {
  const answer = finding?.answer;
  return answer !== undefined && "compared" in answer
    ? answer.compared.find(({ what }) => what.en === en)?.value
    : undefined;
}

export const failed = (findings: readonly Finding[], id: string): readonly Finding[] =>
  of(findings, id).filter(({ answer }) => answer.is === "fails");
