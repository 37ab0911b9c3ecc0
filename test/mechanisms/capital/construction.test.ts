import { expect, test } from "vitest";
import { close, loan, spending, study } from "../../situations/support/study.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";

/** A loan of 1,000 at 4 %, drawn at the beginning of 2026, whose interest is capitalised as long as something is built. */
const lent = (changes: Inputs, id = "loan"): Part => {
  const [, mechanism, { completion: _left, ...inputs }] = loan({
    ...{
      facility: "1000",
      drawSchedule: profile([1000]),
      drawTiming: "start",
      constructionInterest: "capitalised",
      grace: "36",
      tenor: "96",
      ...changes,
    },
  });
  return [
    id,
    mechanism,
    changes["completion"] === undefined ? inputs : { ...inputs, completion: changes["completion"] },
  ];
};
const short = spending([500, 500], { completion: "2027-12" }, "short");
const long = spending([500, 500, 500], { completion: "2028-12" }, "long");
const capitalised = (components: readonly Part[], id = "loan") =>
  study({ components, periods: 8 }).series(`${id}.capitalised`).slice(0, 4);

test("interest is capitalised as long as anything the borrower pays for is built", () => {
  expect(capitalised([short, long, lent({})])).toEqual(close([40, 41.6, 43.264, 0]));
  expect(capitalised([short, lent({})])).toEqual(close([40, 41.6, 0, 0]));
});

test("or as long as what this loan pays for is built", () => {
  const one = lent({ paysFor: [{ id: "a", component: "short" }] });
  expect(capitalised([short, long, one])).toEqual(close([40, 41.6, 0, 0]));
});

test("a month of completion of the works moves interest and depreciation together", () => {
  const books: Part = [
    "books",
    "asset_books",
    { taxpayer: "entity", completion: "2027-12", life: "120", residualShare: "0" },
  ];
  const outcome = study({
    components: [spending([1000], { completion: "2027-12" }), lent({ lender: "bank" }), books],
    periods: 8,
  });
  expect(outcome.series("loan.capitalised").slice(0, 3)).toEqual(close([40, 41.6, 0]));
  // 1,081.6 over ten years from the month after completion.
  expect(outcome.series("books.depreciation").slice(0, 4)).toEqual(close([0, 0, 108.16, 108.16]));
});

test("a month entered at the loan stands above that of the works", () => {
  expect(capitalised([short, long, lent({ completion: "2027-01" })])).toEqual(close([40, 0, 0, 0]));
});

test("without works there is no construction: interest is an expense", () => {
  const outcome = study({ components: [lent({})], periods: 8 });
  expect(outcome.total("loan.capitalised")).toBe(0);
  expect(outcome.series("loan.interest")[0]).toBeCloseTo(40, 8);
});

test("what names no works is said", () => {
  const wrong = lent({ paysFor: [{ id: "a", component: "shorts" }] });
  study({ components: [short, wrong], periods: 8 }, ["components/loan/inputs/paysFor"]);
});
