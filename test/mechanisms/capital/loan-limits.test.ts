import { expect, test } from "vitest";
import { recordResultsOf } from "../../../app/model/results.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { equity, loan, spending } from "../../situations/support/study.ts";
import { preparedOf } from "../../support/prepared.ts";
import { documentOf, type Inputs, type Part, profile, type Situation } from "../support/situation.ts";

interface Told {
  series(id: string): number[];
  /** The places of the problems. */
  readonly places: readonly string[];
  verdict(id: string): { readonly pass: boolean | null; readonly margin: number };
}

function told(components: readonly Part[], situation: Partial<Situation> = {}): Told {
  const parsed = parseDocument(documentOf({ components, periods: 7, ...situation }), mechanisms);
  if (!parsed.ok) throw new Error("the document does not open");
  const { values, problems, verdicts } = recordResultsOf(preparedOf(parsed.value.document, undefined));
  return {
    series: (id) => values.periods(id).map((value) => value?.toNumber() ?? Number.NaN),
    places: problems.map(({ path }) => path),
    verdict: (id) => {
      const found = verdicts.find((verdict) => verdict.id === id);
      return { pass: found?.pass ?? null, margin: found?.margin?.toNumber() ?? Number.NaN };
    },
  };
}

const at = (name: string): string => `components/loan/inputs/${name}`;
/** An input given as undefined is left out. */
const terms = (changes: Inputs): Part =>
  JSON.parse(
    JSON.stringify(
      loan({
        drawTiming: "mid",
        completion: "2028-01",
        constructionInterest: "capitalised",
        grace: "24",
        tenor: "84",
        rate: "0.05",
        ...changes,
      }),
    ),
  ) as Part;

test("without capital beside it a facility cannot be drawn: cash is short by 11 million and construction is not funded", () => {
  const open = terms({ facility: "100000000", drawSchedule: profile([5_000_000]) });
  const parts = (paid: number): readonly Part[] => [spending([20_000_000]), equity([paid]), open];
  const packs = [{ id: "national-law", version: "2026.1" }];
  const outcome = told(parts(4_000_000), { packs });
  // 4 million of capital carry 16 of loans; 5 and 0.125 of interest are lent, 10.875 may follow, and 11 are missing.
  expect(outcome.series("project.cash")[0]).toBe(-11_000_000);
  expect(outcome.verdict("B3")).toEqual({ pass: false, margin: -125_000 });
  expect(told(parts(4_100_000), { packs }).verdict("B3").pass).toBe(true);
  // Nothing carries a loan where there is no capital.
  expect(told(parts(0), { packs }).verdict("B3").margin).toBe(-15_000_000);
});

test("what is left of a facility counts only as far as the capital paid in allows", () => {
  const parts = (paid: number): readonly Part[] => [
    spending([1000]),
    equity([paid]),
    terms({ sizing: "need", facility: "5000", capitalRatio: "0.4", drawSchedule: undefined }),
  ];
  // 200 of capital allows 300 of loans: 500 are missing, and no loan may pay for them.
  const outcome = told(parts(200));
  expect(outcome.series("loan.draw")[0]).toBeCloseTo(300, 6);
  expect(outcome.series("loan.undrawn")[0]).toBeCloseTo(0, 6);
  expect(outcome.verdict("B3").pass).toBe(false);
  // 600 allow 900, of which 400 are drawn.
  expect(told(parts(600)).series("loan.undrawn")[0]).toBeCloseTo(500, 6);
  expect(told(parts(600)).verdict("B3").pass).toBe(true);
});

test("two loans of one priority share what the capital allows", () => {
  const by = (id: string): Part => [
    id,
    ...(terms({ sizing: "need", facility: "5000", capitalRatio: "0.4", drawSchedule: undefined }).slice(1) as [
      string,
      Inputs,
    ]),
  ];
  const outcome = told([spending([1000]), equity([600]), by("one"), by("two")]);
  expect((outcome.series("one.undrawn")[0] ?? 0) + (outcome.series("two.undrawn")[0] ?? 0)).toBeCloseTo(500, 6);
});

test("nothing can be drawn after the last draw month", () => {
  const outcome = told([
    spending([1000, 1000]),
    equity([2000]),
    terms({ sizing: "need", facility: "500", lastDraw: "2027-01", drawSchedule: undefined }),
  ]);
  expect(outcome.series("loan.undrawn").slice(0, 2)).toEqual([500, 0]);
});

test("scheduled draws above the facility are said, with the amount", () => {
  const outcome = told([terms({ facility: "700", drawSchedule: profile([500, 500]) })]);
  expect(outcome.series("loan.draw").slice(0, 2)).toEqual([500, 200]);
  expect(outcome.series("loan.beyond_facility")[1]).toBe(300);
  expect(outcome.places).toContain(at("drawSchedule"));
});

test("draws after the last draw month, or in the last period of the tenor, are said", () => {
  const late = told([terms({ facility: "1000", lastDraw: "2027-01", drawSchedule: profile([500, 500]) })]);
  expect(late.series("loan.beyond_time")[1]).toBe(500);
  expect(late.places).toContain(at("lastDraw"));
  const last = told([terms({ facility: "1000", grace: "0", tenor: "24", drawSchedule: profile([500, 500]) })]);
  expect(last.series("loan.beyond_time")[1]).toBe(500);
  expect(last.places).toContain(at("tenor"));
});

test("a loan of a year in a file by years is never drawn, and its grace is longer than its tenor", () => {
  const outcome = told([
    spending([1000]),
    terms({ facility: "1000", lastDraw: "2027-01", drawSchedule: profile([1000]), grace: "24", tenor: "12" }),
  ]);
  expect(outcome.series("loan.draw")[0]).toBe(0);
  expect(outcome.series("loan.beyond_time")[0]).toBe(1000);
  expect(outcome.places).toEqual(expect.arrayContaining([at("tenor"), at("grace")]));
});

test("a loan within all its limits says nothing", () => {
  const outcome = told([spending([1000]), terms({ facility: "1000", drawSchedule: profile([1000]) })]);
  expect(outcome.places).toEqual([]);
});

test("by schedule without a schedule is missing and not 0; an agreed repayment without its plan is said", () => {
  const none = told([terms({ drawSchedule: undefined })]);
  expect(none.places).toContain(at("drawSchedule"));
  expect(none.series("loan.draw")[0]).toBeNaN();
  const agreed = told([terms({ form: "schedule", drawSchedule: profile([1000]), facility: "1000" })]);
  expect(agreed.places).toContain(at("principalSchedule"));
  // With the interest of two years of construction: 25 and 51.25.
  expect(agreed.series("loan.principal")[6]).toBeCloseTo(1076.25, 6);
});

test("a schedule of draws has no effect on a loan by need, and that is said", () => {
  expect(told([spending([1000]), terms({ sizing: "need", drawSchedule: profile([500]) })]).places).toContain(
    at("drawSchedule"),
  );
});

test("what was entered is what counts and what does not, reason by reason", () => {
  const outcome = told([terms({ facility: "700", lastDraw: "2028-01", drawSchedule: profile([500, 500, 100]) })]);
  const one = (id: string) => outcome.series(id)[0];
  // 300 above the facility in 2027; the 100 of 2028 are above it too.
  expect(["entered", "off_facility", "off_cutoff"].map((name) => one(`loan.${name}`))).toEqual([1100, 400, 0]);
  const late = told([terms({ facility: "1000", lastDraw: "2027-01", drawSchedule: profile([500, 300]) })]);
  expect(["entered", "off_facility", "off_cutoff"].map((name) => late.series(`loan.${name}`)[0])).toEqual([
    800, 0, 300,
  ]);
});
