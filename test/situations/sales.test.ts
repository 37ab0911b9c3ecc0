import { describe, expect, it } from "vitest";
import { profile, situationCase } from "../mechanisms/support/situation.ts";
import { sale } from "./support/sale.ts";
import { close, spending, study } from "./support/study.ts";

describe("PRESALE-1: collections behind contracts", () => {
  const { raw, expected } = situationCase("PRESALE-1");
  const contracts = raw.inputs["contract_sales"] as readonly number[];
  const total = contracts.reduce((sum, value) => sum + value, 0);
  const outcome = study({
    components: [
      sale({
        areaForSale: String(total),
        price: "1",
        absorption: profile(contracts.map((value) => value / total)),
        collection: [
          { id: "down", lag: "0", share: String(raw.inputs["down"]) },
          { id: "mortgage", lag: "0", share: String(raw.inputs["mortgage_same_year"]) },
          { id: "rest", lag: "12", share: String(raw.inputs["mortgage_next_year"]) },
        ],
      }),
    ],
    periods: 5,
  });

  it("contracts by absorption, collections by schedule", () => {
    expect(outcome.series("sale.contract")).toEqual(close(contracts));
    expect(outcome.series("sale.receipt")).toEqual(close(raw.expected["collections"] as readonly number[]));
    expect(outcome.total("sale.receipt")).toBeCloseTo(expected["total"] as number, 6);
  });

  it("the cash table takes receipts, the profit table revenue at hand-over", () => {
    expect(outcome.series("project.net_pretax")).toEqual(close(raw.expected["collections"] as readonly number[]));
    expect(outcome.series("sale.revenue")).toEqual(close([0, 0, 0, 0, total]));
  });
});

describe("presale permission", () => {
  const works = spending([100, 100, 100, 100]);
  const sold = (
    parameters: Readonly<Record<string, string>>,
    changes = {},
    records: { id: string; date: string; kind: string }[] = [],
  ) =>
    study({
      components: [works, sale({ absorption: profile([0.4, 0.3, 0.2, 0.1]), ...changes })],
      periods: 6,
      parameters,
      records,
    }).series("sale.sold");

  it("selling begins the month after the one in which the ratio is reached; what was planned before is made up", () => {
    // 80 of the 100 of the first year are spent in its tenth month, all of them in December.
    expect(sold({ presale_invested_ratio: "0.2" })).toEqual(close([40, 30, 20, 10, 0, 0]));
    expect(sold({ presale_invested_ratio: "0.25" })).toEqual(close([0, 70, 20, 10, 0, 0]));
    expect(sold({ presale_invested_ratio: "0.26" })).toEqual(close([0, 70, 20, 10, 0, 0]));
  });

  it("and not before the permit", () => {
    const permit = [{ id: "permit", kind: "permit", date: "2028-05-01" }];
    expect(sold({}, { presalePermit: "permit" }, permit)).toEqual(close([0, 0, 90, 10, 0, 0]));
  });

  it("finished flats are sold from hand-over on", () => {
    expect(sold({}, { mode: "completed" })).toEqual(close([0, 0, 0, 0, 100, 0]));
  });

  it("shares beyond the whole are none: said at their place, and nobody knows what is sold", () => {
    const over = { components: [works, sale({ absorption: profile([0.7, 0.7]) })], periods: 6 };
    expect(study(over, ["components/sale/inputs/absorption"]).has("sale.sold")).toBe(true);
  });
});

describe("the price", () => {
  const price = (changes: Readonly<Record<string, unknown>>, conventions = {}) =>
    study({ components: [sale({ handover: "2029-01", ...changes })], periods: 4, conventions }).series(
      "sale.price_used",
    );

  it("grows from its month by whole years, and the cap stays", () => {
    expect(price({ priceGrowth: "0.1" })).toEqual(close([10, 11, 12.1, 13.31]));
    expect(price({ priceGrowth: "0.1", priceFrom: "2027-01" })).toEqual(close([10, 10, 11, 12.1]));
    expect(price({ priceGrowth: "0.1", priceCap: "11.5" })).toEqual(close([10, 11, 11.5, 11.5]));
  });

  it("and its cap are compared on one VAT basis", () => {
    const taxed = { vatMethod: "general", vatRate: "0.09", includesVat: true, price: "10.9" };
    expect(price({ ...taxed, priceCap: "10.5", capIncludesVat: false })[0]).toBeCloseTo(10, 8);
    expect(price({ ...taxed, priceCap: "10.5", capIncludesVat: true })[0]).toBeCloseTo(10.5 / 1.09, 8);
  });

  it("growth is real; current prices add inflation", () => {
    const current = price({ priceGrowth: "0.1" }, { priceBasis: "current", inflation: "0.02" });
    expect(current[2]).toBeCloseTo(12.1 * 1.02 ** 2, 8);
  });
});

describe("the supervised account", () => {
  it("keeps its share of receipts until hand-over, and that is no cash for a loan to leave out", () => {
    const outcome = study({
      components: [sale({ absorption: profile([0.5, 0.5]), handover: "2028-01", retention: "0.2" })],
      periods: 3,
    });
    expect(outcome.series("sale.supervised")).toEqual(close([100, 200, 0]));
    expect(outcome.series("project.cash_free")).toEqual(close([400, 800, 1000]));
  });
});
