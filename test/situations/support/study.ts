import { expect } from "vitest";
import { recordResultsOf } from "../../../app/model/results.ts";
import { TAX_EASED } from "../../../models/checks/taxes/index.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { agree, evaluateRecord } from "../../../models/engines/index.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { UNLIKELY } from "../../../models/results/plausible.ts";
import { documentOf, type Inputs, type Part, profile, type Situation } from "../../mechanisms/support/situation.ts";
import { preparedOf } from "../../support/prepared.ts";

export interface Study {
  /** A scalar line. */
  one(id: string): number;
  /** Periods 1, 2, … of a line. */
  series(id: string): number[];
  total(id: string): number;
  has(id: string): boolean;
  /** An indicator's value; null where it has none, with the reason. */
  indicator(id: string): { readonly value: number | null; readonly note: string };
  verdict(id: string): { readonly pass: boolean | null; readonly margin: number; readonly firstFailing: string };
}

/** Opens a document, runs both engines, requires them to agree on every line and period, and reads the book of record; problems at other places than those expected fail. */
export function study(situation: Situation, expected: readonly string[] = []): Study {
  const parsed = parseDocument(documentOf(situation), mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  const prepared = preparedOf(parsed.value.document, situation.scenario === undefined ? undefined : "tested");
  const { graph, bindings } = prepared;
  expect(agree(evaluateRecord(graph, bindings), prepared.kernel().run(bindings))).toEqual([]);
  const { values, indicators, verdicts, problems } = recordResultsOf(prepared);
  expect(
    problems
      // Figures are chosen to be reckoned by hand, neither to be likely nor with the papers a tax treatment rests on.
      .filter(({ code, path }) => !UNLIKELY.has(code) && !TAX_EASED.has(code) && !expected.includes(path))
      .map(({ code, path, message }) => `${code} ${path}: ${message.en}`),
  ).toEqual([]);
  expect(expected.filter((place) => !problems.some(({ path }) => path === place))).toEqual([]);
  const series = (id: string): number[] => {
    if (!values.has(id)) throw new Error(`no line ${id}`);
    return values.periods(id).map((value) => value?.toNumber() ?? Number.NaN);
  };
  return {
    one: (id) => series(id)[0] ?? Number.NaN,
    series,
    total: (id) => series(id).reduce((sum, value) => sum + value, 0),
    has: (id) => values.has(id),
    indicator: (id) => {
      const found = indicators.find((indicator) => indicator.id === id);
      if (found === undefined) throw new Error(`no indicator ${id}`);
      return { value: found.value?.toNumber() ?? null, note: found.note?.en ?? "" };
    },
    verdict: (id) => {
      const found = verdicts.find((verdict) => verdict.id === id);
      if (found === undefined) throw new Error(`no verdict ${id}`);
      const { pass, margin, firstFailing } = found;
      return { pass, margin: margin?.toNumber() ?? Number.NaN, firstFailing: firstFailing ?? "" };
    },
  };
}

export const close = (values: readonly number[], digits = 4): unknown[] =>
  values.map((value) => expect.closeTo(value, digits));

/** A loan of the implementing entity from the bank, to be varied; drawn at the end of the first year by schedule, unless it is drawn by need. */
export function loan(changes: Inputs = {}, id = "loan"): Part {
  return [
    id,
    "loan",
    {
      borrower: "entity",
      lender: "bank",
      sizing: "schedule",
      facility: "100000",
      priority: "1",
      lastDraw: "2060-01",
      ...(changes["sizing"] === "need" ? {} : { drawSchedule: profile([10000]) }),
      rate: "0.04",
      rateBasis: "nominal",
      drawTiming: "end",
      start: "2026-01",
      completion: "2026-01",
      constructionInterest: "paid",
      form: "equal_principal",
      grace: "12",
      tenor: "132",
      ...changes,
    },
  ];
}

type Years = readonly number[];

/** Construction spending by year, without VAT. */
export function spending(amounts: Years, changes: Inputs = {}, id = "spending"): Part {
  return [
    id,
    "scheduled_investment",
    {
      payer: "entity",
      payee: "contractor",
      category: "cost_works_building",
      amount: profile(amounts),
      includesVat: false,
      vatMethod: "none",
      ...changes,
    },
  ];
}

/** Operating income by year, without VAT. */
export function income(amounts: Years, changes: Inputs = {}, id = "income"): Part {
  return [
    id,
    "scheduled_income",
    {
      payer: "tenant",
      payee: "entity",
      category: "revenue_other",
      amount: profile(amounts),
      includesVat: false,
      vatMethod: "none",
      ...changes,
    },
  ];
}

export function equity(amounts: Years, changes: Inputs = {}, id = "equity"): Part {
  return [id, "equity", { investor: "investor", recipient: "entity", schedule: profile(amounts), ...changes }];
}
