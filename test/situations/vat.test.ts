import { describe, expect, it } from "vitest";
import { areaExample } from "../mechanisms/support/area.ts";
import { type Inputs, profile, situationCase } from "../mechanisms/support/situation.ts";
import { sale, vatReturn } from "./support/sale.ts";
import { close, income, spending, study } from "./support/study.ts";

const taxed = { includesVat: true, vatMethod: "general", vatRate: "0.09" };

describe("VAT-1: property sale by the general method with land deduction and prepayment", () => {
  const { raw, expected } = situationCase("VAT-1");
  const number = (key: string) => raw.inputs[key] as number;
  const inputVat = number("input_vat");
  const components = [
    sale({ ...taxed, areaForSale: "1", price: String(number("receipts_incl_vat")), handover: "2027-01" }),
    spending([inputVat / 0.09], { vatMethod: "creditable", vatRate: "0.09" }),
    vatReturn({ landPrice: String(number("deductible_land")), prepaymentRate: String(number("prepay_rate")) }),
  ];
  const outcome = study({ components, periods: 3, parameters: { presale_invested_ratio: "0" } });

  it("output less the relief for land, at hand-over", () => {
    expect(outcome.series("vat.output")).toEqual(close([0, 900, 0]));
    expect(outcome.total("vat.output") - outcome.total("vat.land_relief")).toBeCloseTo(
      expected["output_vat"] as number,
      6,
    );
  });

  it("revenue of the statements is ex VAT; land relief reduces the cost of sales", () => {
    expect(outcome.total("sale.revenue")).toBeCloseTo(expected["revenue_ex_vat_for_statements"] as number, 6);
    expect(outcome.total("sale.revenue") + outcome.total("vat.land_relief")).toBeCloseTo(
      expected["revenue_for_LAT"] as number,
      6,
    );
  });

  it("prepaid on presale receipts, set off later, the rest carried and never refunded", () => {
    expect(outcome.total("vat.prepayment")).toBeCloseTo(expected["prepaid"] as number, 6);
    expect(outcome.series("vat.payable")).toEqual(close([0, expected["payable_before_prepaid"] as number, 0]));
    expect(-(outcome.series("vat.prepaid")[2] as number)).toBeCloseTo(expected["balance_after_prepaid"] as number, 6);
    expect(outcome.series("vat.paid")).toEqual(close([300, 0, 0]));
  });

  it("surcharges on what is payable, and on what is paid", () => {
    expect(outcome.total("vat.surcharge_accrued")).toBeCloseTo(expected["surcharges_on_payable"] as number, 6);
    expect(outcome.series("vat.surcharge")).toEqual(close([36, 0, 0]));
  });

  it("nothing of it moves cash in a file without VAT, but surcharges do", () => {
    const excluded = study({
      components,
      periods: 3,
      parameters: { presale_invested_ratio: "0" },
      conventions: { vatBasis: "excluded" },
    });
    expect(excluded.total("vat.paid")).toBe(0);
    expect(excluded.total("sale.receipt")).toBeCloseTo(number("receipts_incl_vat") / 1.09, 6);
    expect(excluded.total("vat.surcharge")).toBeGreaterThan(0);
    expect(excluded.has("sale.receipt_vat")).toBe(true);
  });
});

describe("VAT-2: simplified method", () => {
  const { raw, expected } = situationCase("VAT-2");
  const received = (key: string, rateKey: string) =>
    study({
      components: [
        income([raw.inputs[key] as number], {
          includesVat: true,
          vatMethod: "simplified",
          vatRate: String(raw.inputs[rateKey]),
        }),
        spending([1000], { vatMethod: "creditable", vatRate: "0.09" }),
        vatReturn(),
      ],
      periods: 2,
    });

  it.each([
    ["receipts_incl_vat", "rate", "vat"],
    ["receipts2", "rate2", "vat2"],
  ])("%s", (receipts, rate, vat) => {
    const outcome = received(receipts, rate);
    expect(outcome.total("vat.paid")).toBeCloseTo(expected[vat] as number, 6);
    // Input tax is not set off against it but carried.
    expect(outcome.series("vat.credit")).toEqual(close([90, 90]));
  });

  it("a prepayment on presale counts towards it", () => {
    const outcome = study({
      components: [
        sale({ ...taxed, vatMethod: "simplified", vatRate: "0.05", price: "10.5", handover: "2027-01" }),
        vatReturn(),
      ],
      periods: 2,
    });
    expect(outcome.series("vat.paid")).toEqual(close([30, 20]));
  });
});

describe("credit", () => {
  it("is carried from period to period, quarters like years", () => {
    const at = (step: "quarter" | "year", periods: number, every: string) =>
      study({
        components: [
          spending([1000], { vatMethod: "creditable", vatRate: "0.09" }),
          income([500, 2000], {
            includesVat: false,
            vatMethod: "general",
            vatRate: "0.06",
            amount: profile([500, 2000], "2026-01", every),
          }),
          vatReturn(),
        ],
        step,
        periods,
      }).total("vat.paid");
    expect(at("year", 3, "year")).toBeCloseTo(60, 6);
    expect(at("quarter", 8, "year")).toBeCloseTo(60, 6);
  });
});

describe("relief for the land price", () => {
  const flats = { ...taxed, product: "flats", price: "10900", mode: "completed", handover: "2027-01" };
  const { areaForSale: _own, ...fromBalance } = sale(flats)[2];
  const relief = (products: readonly Inputs[], handover = "2027-01") =>
    study({
      components: [
        ["area", "area_balance", areaExample({ products })],
        ["sale", "sale", { ...fromBalance, handover, absorption: profile([1], "2027-01") }],
        vatReturn({ landPrice: "1090000" }),
      ],
      periods: 3,
    });
  const row = (id: string, disposition: string, level: string, rule: string, area?: string): Inputs => ({
    id,
    product: id,
    disposition,
    level,
    rule,
    ...(area === undefined ? {} : { area }),
  });

  it("goes by ㎡ handed over of all product area above ground, held area included", () => {
    const held = relief([row("flats", "sale", "above", "rest"), row("shops", "lease", "above", "fixed", "2000")]);
    const sold = held.one("sale.area_offered");
    expect(held.total("vat.land_used")).toBeCloseTo((1090000 * sold) / (sold + 2000), 4);
    expect(held.total("vat.land_relief")).toBeCloseTo((held.total("vat.land_used") * 0.09) / 1.09, 4);
  });

  it("product area below ground takes no part", () => {
    const garage = relief([row("flats", "sale", "above", "rest"), row("garage", "sale", "below", "fixed", "3000")]);
    expect(garage.total("vat.land_used")).toBeCloseTo(1090000, 4);
  });

  it("comes at hand-over", () => {
    const later = relief([row("flats", "sale", "above", "rest")], "2028-01");
    expect(later.series("vat.land_used").map((value) => value > 0)).toEqual([false, false, true]);
  });
});
