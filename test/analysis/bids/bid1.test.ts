import { describe, expect, it } from "vitest";
import cases from "../../cases/cases.json" with { type: "json" };
import { bidOf, compared, tenderDocument } from "./support.ts";

/** 万元 of the case in 元. */
const WAN = 10_000;

interface Offer {
  readonly fee: number;
  readonly subsidy: number;
  readonly capex_year0: number;
  readonly revenue_share: number;
  readonly owner_reference_revenue: number;
}

const found = (cases as unknown as { readonly cases: readonly { readonly id: string }[] }).cases.find(
  ({ id }) => id === "BID-1",
) as unknown as {
  readonly inputs: { readonly discount_rate: number; readonly years: number; readonly bids: Record<string, Offer> };
  readonly expected: { readonly annuity_factor: number; readonly pv_net_transfer: Record<string, number> };
};

const NET = { included: false };

function worked() {
  const { bids, discount_rate: rate, years } = found.inputs;
  const revenue = Object.values(bids)[0]?.owner_reference_revenue ?? 0;
  return compared(
    tenderDocument(
      { discountRate: rate, termYears: years, subsidies: [{ id: "run" }] },
      { reference: { revenues: [{ id: "all", amounts: revenue * WAN, vat: NET }] } },
      Object.entries(bids).map(([id, offer]) =>
        bidOf(id, {
          termYears: years,
          fee: { amounts: offer.fee * WAN, vat: NET },
          shares: [{ id: "s", of: "all", rate: offer.revenue_share }],
          subsidies: [{ id: "run", amounts: offer.subsidy * WAN, vat: NET }],
          capital: [{ id: "c", year: 0, amount: offer.capex_year0 * WAN, evidence: "银行资信证明", vat: NET }],
        }),
      ),
    ),
  );
}

describe("the worked case of three bids", () => {
  const { one, prepared } = worked();

  it("has no problem", () => {
    expect(prepared.problems.filter(({ code }) => code !== "bids.own_missing")).toEqual([]);
  });

  it("has the annuity factor of the case", () => {
    expect(one("tender.annuity")).toBeCloseTo(found.expected.annuity_factor, 8);
  });

  it.each(Object.entries(found.expected.pv_net_transfer))("values bid %s as the case does", (id, expected) => {
    expect((one(`bid.${id}.npv`) ?? Number.NaN) / WAN).toBeCloseTo(expected, 4);
  });

  it("gives the higher fee of B back by its subsidy: A and B are worth the same", () => {
    expect(one("bid.A.npv")).toBe(one("bid.B.npv"));
    expect(one("bid.B.against")).toBe(0);
  });

  it("adds the steps up to the fen", () => {
    const steps = ["headline", "vat", "price", "term", "share", "limit", "evidence", "borne"];
    for (const id of ["A", "B", "C"]) {
      const fen = steps.map((step) => Math.round((one(`bid.${id}.step.${step}`) ?? Number.NaN) * 100));
      expect(fen.reduce((sum, value) => sum + value, 0)).toBe(Math.round((one(`bid.${id}.npv`) ?? 0) * 100));
    }
  });
});
