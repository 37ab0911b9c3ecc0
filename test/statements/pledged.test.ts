import { describe, expect, test } from "vitest";
import type { Part } from "../mechanisms/support/situation.ts";
import { cost, each, income, NATIONAL } from "./support/project.ts";
import { type Tables, tablesOf } from "./support/read.ts";

const bond = (id: string, amount: string, coupon: string, changes: Readonly<Record<string, unknown>> = {}): Part => [
  id,
  "special_bond",
  {
    ...{ issuer: "district", borrower: "spv", feePayee: "supplier", use: "debt", issueTiming: "start" },
    ...{ couponInterval: "year", issueFeeRate: "0", paymentFeeRate: "0", completion: "2026-01", status: "approved" },
    tranches: [{ id: "a", amount, issue: "2026-01", coupon, term: "5", firstPrincipal: "5" }],
    ...changes,
  },
];

/** Five years of 300 from parking and 200 of other income, 50 of cost; 1,000 at 3 % for five years, 1,150 in all. */
const covered = (changes: Readonly<Record<string, unknown>>, others: readonly Part[] = []): Tables =>
  tablesOf({
    periods: 5,
    packs: NATIONAL,
    components: [
      income("parking", "revenue_parking", each(300, 5), "2026-01"),
      income("other", "revenue_other", each(200, 5), "2026-01"),
      cost("running", "opex_other", each(50, 5), "2026-01"),
      bond("bond", "1000", "0.03", changes),
      ...others,
    ],
  });

const pledged = (share?: string, id = "cars") => ({
  id,
  income: "revenue_parking",
  ...(share === undefined ? {} : { share }),
});

describe("coverage by what is pledged", () => {
  const definition = { coverageDefinition: "pledged_income" };

  test("counts that income alone, and the part of it that is pledged", () => {
    expect(covered({}).value("coverage.bond")).toBeCloseTo(2250 / 1150, 9);
    expect(covered({ ...definition, pledged: [pledged()] }).value("coverage.bond")).toBeCloseTo(1500 / 1150, 9);
    expect(covered({ ...definition, pledged: [pledged("0.8")] }).value("coverage.bond")).toBeCloseTo(1200 / 1150, 9);
  });

  test("is over all debt of the borrower where that is asked, another bond with it", () => {
    const second = bond("second", "500", "0.04");
    const all = { ...definition, pledged: [pledged()], coverageOver: "all" };
    expect(covered(all).value("coverage.bond")).toBeCloseTo(1500 / 1150, 9);
    expect(covered(all, [second]).value("coverage.bond")).toBeCloseTo(1500 / 1750, 9);
    expect(covered({ coverageOver: "own" }, [second]).value("coverage.second")).toBeCloseTo(2250 / 600, 9);
  });

  test("says where nothing is pledged, and where the same is pledged twice", () => {
    const doubts = (changes: Readonly<Record<string, unknown>>) => {
      const { prepared, values } = covered({ ...definition, ...changes });
      return ["nothing_pledged", "pledged_twice.again"].filter(
        (name) => prepared.graph.indexById.has(`bond.${name}`) && values.scalar(`bond.${name}`)?.toNumber() === 1,
      );
    };
    expect(doubts({})).toEqual(["nothing_pledged"]);
    expect(covered(definition).value("coverage.bond")).toBe(0);
    expect(doubts({ pledged: [pledged("0.5"), pledged("0.4", "again")] })).toEqual([]);
    expect(doubts({ pledged: [pledged("0.6"), pledged("0.5", "again")] })).toEqual(["pledged_twice.again"]);
  });
});
