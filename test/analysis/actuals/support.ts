import type { Decimal } from "decimal.js";
import { type ForecastRecord, forecastRecord } from "../../../models/analysis/actuals/forecast.ts";
import type { Prepared } from "../../../models/compile/prepare.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { type Results, resultsOf } from "../../../models/results/results.ts";
import { recordOf } from "../../support/prepared.ts";

/** Twelve months of 2027: `works` spends 100, 200, … 1200; `rent` earns 50 a month; `area` is no money. */
export const small = (actuals: object, more: object = {}) => ({
  format: "pingheng/model",
  version: 1,
  project: { name: "小项目", type: "renovation" },
  timeline: { start: "2027-01", step: "month", periods: 12 },
  parties: [
    { id: "spv", label: "项目公司", role: "spv", inProject: true },
    { id: "builder", label: "施工单位", role: "contractor" },
    { id: "tenants", label: "承租人", role: "tenant" },
  ],
  customLines: [
    flow("works", "t * 100 CNY", { role: "cost.works.building", payer: "spv", payee: "builder" }),
    flow("rent", "50 CNY", { role: "revenue.lease", payer: "tenants", payee: "spv" }),
    flow("area", "t * 1 m2", { unit: "m2" }),
    { ...flow("held", "prev(held) + rent"), kind: "stock" },
  ],
  actuals,
  ...more,
});

const flow = (id: string, formula: string, more: object = {}) => ({
  id,
  label: { zh: id, en: id },
  unit: "CNY",
  kind: "flow",
  formula,
  ...more,
});

/** A report of figures by line. */
export const report = (figures: object, more: object = {}) => ({
  id: "r1",
  document: "月报",
  date: "2027-07-05",
  by: "张三",
  figures,
  ...more,
});

export interface Watching extends ForecastRecord {
  readonly plan: Prepared;
  readonly record: Results<Decimal>;
  readonly codes: readonly string[];
  /** Values by period; null where there is none. */
  readonly series: (line: string) => readonly (number | null)[];
  readonly total: (line: string) => number | null;
}

/** The forecast of a document, by the book of record. */
export function watching(json: unknown): Watching {
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const plan = recordOf(parsed.value.document);
  const record = resultsOf(plan.evaluation, plan.frame);
  const forecast = forecastRecord(plan, record, new GraphShelf(mechanisms));
  const number = (value: Decimal | undefined) => value?.toNumber() ?? null;
  return {
    ...forecast,
    plan,
    record,
    codes: forecast.problems.map(({ code }) => code),
    series: (line) => forecast.values.periods(line).map(number),
    total: (line) => number(forecast.values.total(line)),
  };
}

/** Months of 2027 from the first on, with their amounts. */
export const months = (...amounts: readonly number[]): Readonly<Record<string, string>> =>
  Object.fromEntries(amounts.map((amount, index) => [`2027-${String(index + 1).padStart(2, "0")}`, String(amount)]));
