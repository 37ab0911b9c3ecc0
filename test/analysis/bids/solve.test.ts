import { describe, expect, it } from "vitest";
import { solveForTarget } from "../../../models/analysis/solve.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { bidOf, okay, tenderDocument } from "./support.ts";

const NET = { included: false };

const later = Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 10].map((year) => [year, "0"]));

/** A earns 300万, spends 100万 a year for ten years on 1,000万 put in at the base date; B pays in two years alone. */
const document = tenderDocument({ feeLeast: "600000" }, {}, [
  bidOf("A", {
    fee: { amounts: "1000000", vat: NET },
    own: {
      revenues: [{ id: "all", amounts: "3000000" }],
      costs: [{ id: "cost", amounts: "1000000" }],
      investments: [{ id: "i", year: 0, amount: "10000000" }],
    },
  }),
  bidOf("B", { fee: { amounts: { 1: "500000", 2: "600000", ...later }, vat: NET } }),
]);

const annuity = (rate: number) => (1 - (1 + rate) ** -10) / rate;
const ask = (vary: string, until: string) => solveForTarget(document, { vary, until }, new GraphShelf(mechanisms));
const root = (vary: string, until: string) => Number(okay(ask(vary, until)).roots[0]?.value);

describe("what a bidder must ask", () => {
  it.each([
    ["its own value is nothing", "bid.A.own.npv>=0", 2_000_000 - 10_000_000 / annuity(0.05)],
    ["it earns 8 % a year", "bid.A.own.firr>=0.08", 2_000_000 - 10_000_000 / annuity(0.08)],
    ["it keeps the least the notice asks", "bid.A.room.fee>=0", 600_000],
  ])("is the fee at which %s", (_what, until, expected) => {
    expect(root("bids/A/fee/amounts", until)).toBeCloseTo(expected, 1);
  });

  it("is asked for by year where the fee is stated by year", () => {
    expect(root("bids/B/fee/amounts/2", "bid.B.npv>=1000000")).toBeCloseTo((1_000_000 - 500_000 / 1.05) * 1.05 ** 2, 0);
  });

  it.each([
    ["a verdict on the owner's plan", "bids/A/fee/amounts", "B5", "bids.solve_verdict"],
    [
      "the bidder's own value where it said nothing of itself",
      "bids/B/fee/amounts/2",
      "bid.B.own.npv>=0",
      "bids.own_missing",
    ],
    ["a whole term of years", "bids/A/termYears", "bid.A.npv>=0", "bids.solve_path"],
    ["a bid that is not there", "bids/Z/fee/amounts", "bid.A.npv>=0", "bids.unknown_bid"],
  ])("is not answered for %s", (_what, vary, until, code) => {
    const refused = ask(vary, until);
    expect(refused.ok ? [] : refused.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
