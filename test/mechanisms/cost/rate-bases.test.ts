import { describe, expect, it } from "vitest";
import { item, worksOf } from "../support/cost.ts";
import { type Inputs, type Part, run, type Situation } from "../support/situation.ts";

/** Works of 1,090 with 9 % VAT inside that can be credited: 1,000 are carried. */
const taxed = item(1090, { includesVat: true, vatMethod: "creditable", vatRate: "0.09" });
const works = (one: Inputs = taxed): Part => ["works", "works", worksOf([one])];

const fee = (changes: Inputs = {}): Part => [
  "fees",
  "other_costs",
  {
    payer: "entity",
    payee: "supplier",
    items: [
      {
        id: "design",
        kind: "design",
        rule: "rate",
        base: "engineering",
        rate: "0.1",
        includesVat: false,
        vatMethod: "none",
        ...changes,
      },
    ],
  },
];

const contingency = (changes: Inputs = {}): Part => [
  "contingency",
  "contingency",
  { payer: "entity", payee: "contractor", basicRate: "0.05", ...changes },
];

const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, periods: 1, ...situation });

describe("what the rate of a fee is applied to", () => {
  const paid = (one: Inputs, changes: Inputs = {}, situation: Partial<Situation> = {}) =>
    evaluate([works(one), fee(changes)], situation).total("fees.paid.design");

  it("is the base as entered: with VAT where its prices include VAT", () => {
    expect(paid(taxed)).toBeCloseTo(109, 9);
    expect(paid({ ...taxed, price: "1000", includesVat: false })).toBeCloseTo(100, 9);
    expect(paid(item(1090, { includesVat: true, vatMethod: "non_creditable", vatRate: "0.09" }))).toBeCloseTo(109, 9);
    expect(paid(item(1000, { includesVat: false, vatMethod: "non_creditable", vatRate: "0.09" }))).toBeCloseTo(100, 9);
    expect(paid(item(1090))).toBeCloseTo(109, 9);
  });

  it("or the base without VAT", () => {
    const net = { rateBase: "net" };
    expect(paid(taxed, net)).toBeCloseTo(100, 9);
    expect(paid({ ...taxed, price: "1000", includesVat: false }, net)).toBeCloseTo(100, 9);
    expect(paid(item(1090, { includesVat: true, vatMethod: "non_creditable", vatRate: "0.09" }), net)).toBeCloseTo(
      100,
      9,
    );
    expect(paid(item(1000, { includesVat: false, vatMethod: "non_creditable", vatRate: "0.09" }), net)).toBeCloseTo(
      100,
      9,
    );
  });

  it("is the same in a file without VAT", () => {
    expect(paid(taxed, {}, { conventions: { vatBasis: "excluded" } })).toBeCloseTo(109, 9);
    expect(paid(taxed, { rateBase: "net" }, { conventions: { vatBasis: "excluded" } })).toBeCloseTo(100, 9);
  });

  it("carries the VAT its own row states", () => {
    const outcome = evaluate([works(), fee({ includesVat: true, vatMethod: "creditable", vatRate: "0.06" })]);
    expect(outcome.total("fees.paid.design")).toBeCloseTo(109 / 1.06, 9);
    expect(outcome.total("fees.paid_vat.design")).toBeCloseTo((109 / 1.06) * 0.06, 9);
  });

  it("is of both kinds in one table, each row by its own word", () => {
    const outcome = evaluate([
      works(),
      [
        "fees",
        "other_costs",
        {
          ...fee()[2],
          items: [
            { ...(fee()[2]["items"] as Inputs[])[0] },
            { ...(fee()[2]["items"] as Inputs[])[0], id: "net", rateBase: "net" },
          ],
        },
      ],
    ]);
    expect(outcome.total("fees.paid.design")).toBeCloseTo(109, 9);
    expect(outcome.total("fees.paid.net")).toBeCloseTo(100, 9);
  });
});

describe("contingency", () => {
  it("follows the VAT of its base: 5 % of 1,090 is 50 and 4.5 of VAT", () => {
    const outcome = evaluate([works(), contingency()]);
    expect(outcome.total("contingency.basic")).toBeCloseTo(50, 9);
    expect(outcome.total("contingency.basic_vat")).toBeCloseTo(4.5, 9);
    expect(outcome.total("party.entity.net")).toBeCloseTo(-1090 * 1.05, 9);
  });

  it("carries no VAT of its own where that of the base is part of the cost", () => {
    const outcome = evaluate([works({ ...taxed, vatMethod: "non_creditable" }), contingency()]);
    expect(outcome.total("contingency.basic")).toBeCloseTo(54.5, 9);
    expect(outcome.total("contingency.basic_vat")).toBe(0);
  });

  it("can have its own: 5 % of 1,090 as entered, with VAT of 6 % inside", () => {
    const own = { vatMethod: "creditable", vatRate: "0.06", includesVat: true };
    expect(evaluate([works(), contingency(own)]).total("contingency.basic")).toBeCloseTo(54.5 / 1.06, 9);
    expect(evaluate([works(), contingency({ ...own, rateBase: "net" })]).total("contingency.basic")).toBeCloseTo(
      50 / 1.06,
      9,
    );
  });

  it("of prices grows with the same VAT", () => {
    const outcome = evaluate([
      works(),
      contingency({ priceGrowth: "0.1", estimateMonth: "2026-01", constructionStart: "2026-01" }),
    ]);
    const grown = 1.1 ** 0.5 - 1;
    expect(outcome.total("contingency.price")).toBeCloseTo(1050 * grown, 6);
    expect(outcome.total("contingency.price_vat")).toBeCloseTo(94.5 * grown, 6);
  });

  it("leaves out costs that say so, and their VAT", () => {
    const outcome = evaluate([works({ ...taxed, contingency: "no" }), contingency()]);
    expect(outcome.total("contingency.basic_vat")).toBe(0);
  });
});

describe("warranty deposit", () => {
  it("is a share of the works as entered", () => {
    const deposit = (changes: Inputs = {}): Part => [
      "deposit",
      "deposits",
      {
        payer: "entity",
        custodian: "district",
        warrantyBase: "building",
        warrantyRate: "0.02",
        completion: "2026-06",
        warrantyYears: "5",
        ...changes,
      },
    ];
    expect(evaluate([works(), deposit()]).one("deposit.warranty_total")).toBeCloseTo(21.8, 9);
    expect(evaluate([works(), deposit({ rateBase: "net" })]).one("deposit.warranty_total")).toBeCloseTo(20, 9);
  });
});
