import { describe, expect, it } from "vitest";
import { testPack } from "../mechanisms/support/pack.ts";
import { type Inputs, type Part, profile } from "../mechanisms/support/situation.ts";
import { sale, vatReturn } from "./support/sale.ts";
import { close, equity, income, loan, spending, study } from "./support/study.ts";

const quarterly = (amounts: readonly number[]) => ({ amount: profile(amounts, "2026-01", "quarter") });

describe("a yearly rate in a file by quarter", () => {
  const flows = [spending([], quarterly([1000])), income([], quarterly([0, 0, 0, 0, 1100]))];
  const onPeriods = study({
    components: flows,
    step: "quarter",
    periods: 8,
    conventions: { icProject: "0.06", indicatorBasis: "period" },
  });

  it("discounts by (1 + r) to a quarter of a year, not by r divided by four", () => {
    const expected = -1000 / 1.06 ** 0.25 + 1100 / 1.06 ** 1.25;
    expect(onPeriods.indicator("npv.project.pretax").value).toBeCloseTo(expected, 6);
    expect(Math.abs(expected - (-1000 / 1.015 + 1100 / 1.015 ** 5))).toBeGreaterThan(0.5);
  });

  it("the rate of return is per year", () => {
    expect(onPeriods.indicator("firr.project.pretax").value).toBeCloseTo(0.1, 8);
  });

  it("indicators rest on yearly statements unless the file asks for periods", () => {
    const yearly = study({ components: flows, step: "quarter", periods: 8, conventions: { icProject: "0.06" } });
    expect(yearly.indicator("npv.project.pretax").value).toBeCloseTo(-1000 / 1.06 + 1100 / 1.06 ** 2, 6);
  });
});

describe("payback", () => {
  it("is interpolated inside the step of the indicators", () => {
    const components = [spending([], quarterly([100])), income([], quarterly([0, 30, 30, 30, 10, 0, 0, 50]))];
    const at = (indicatorBasis: string) =>
      study({ components, step: "quarter", periods: 8, conventions: { indicatorBasis } }).indicator("payback.static");
    expect(at("year").value).toBeCloseTo(1 + 10 / 60, 8);
    expect(at("period").value).toBeCloseTo(5 / 4, 8);
  });
});

describe("draws bear interest from a point within the engine's period", () => {
  const interest = (drawTiming: string, conventions = {}) =>
    study({
      components: [
        loan({
          drawTiming,
          rate: "0.08",
          drawSchedule: profile([1000], "2026-01", "quarter"),
          completion: "2027-01",
          constructionInterest: "capitalised",
        }),
      ],
      step: "quarter",
      periods: 4,
      conventions,
    }).series("loan.capitalised");

  it.each([
    ["start", [20, 20.4]],
    ["mid", [10, 20.2]],
    ["end", [0, 20]],
  ] as const)("%s", (timing, expected) => {
    expect(interest(timing).slice(0, 2)).toEqual(close(expected));
  });

  it("the middle unless the file or the loan says otherwise", () => {
    expect(interest("convention")[0]).toBeCloseTo(10, 8);
    expect(interest("convention", { drawTiming: "end" })[0]).toBeCloseTo(0, 8);
    expect(interest("start", { drawTiming: "end" })[0]).toBeCloseTo(20, 8);
  });
});

describe("a project that starts later", () => {
  const pack = testPack();
  const dated = {
    ...pack,
    text: {
      ...pack.text,
      parameters: pack.text.parameters.map((parameter) =>
        parameter.id === "presale_invested_ratio"
          ? {
              ...parameter,
              values: [
                { from: "2000-01-01", value: "0.25" },
                { from: "2028-01-01", value: "0.75" },
              ],
            }
          : parameter,
      ),
    },
  };
  const at = (scenario?: { readonly set: Readonly<Record<string, unknown>> }) =>
    study({
      components: [
        spending([100, 100, 100, 100]),
        sale({ absorption: profile([1]), priceGrowth: "0.1" }),
        income([0, 50]),
      ],
      packs: [dated],
      periods: 6,
      ...(scenario === undefined ? {} : { scenario }),
    });

  it("takes its schedules along and meets the law of its time", () => {
    const [now, later] = [at(), at({ set: { "timeline/start": "2028-01" } })];
    expect(later.series("spending.flow")).toEqual(now.series("spending.flow"));
    expect(later.series("income.flow")).toEqual(now.series("income.flow"));
    expect(later.series("sale.price_used")).toEqual(close(now.series("sale.price_used"), 8));
    // The rule that a quarter of the works must be spent became three quarters in 2028; either is reached in a December.
    expect(now.series("sale.sold")).toEqual(close([0, 100, 0, 0, 0, 0]));
    expect(later.series("sale.sold")).toEqual(close([0, 0, 0, 100, 0, 0]));
  });
});

describe("the order of sources", () => {
  it("earmarked money, equity, receipts, opening cash, then loans by priority up to their facility; the rest is a gap", () => {
    const donation: Part = [
      "gift",
      "donation",
      { donor: "donor", payee: "entity", kind: "cash", amount: "100", date: "2026-03", status: "approved" },
    ];
    const need = (id: string, priority: string, facility: string) =>
      loan({ sizing: "need", priority, facility, lastDraw: "2028-01", grace: "24" }, id);
    const outcome = study({
      components: [
        need("second", "2", "100"),
        need("first", "1", "300"),
        spending([1000]),
        donation,
        equity([200]),
        income([150]),
      ],
      openingCash: { entity: "50" },
      periods: 2,
    });
    expect(outcome.series("first.draw")[0]).toBeCloseTo(300, 6);
    expect(outcome.series("second.draw")[0]).toBeCloseTo(100, 6);
    expect(outcome.series("party.entity.cash")[0]).toBeCloseTo(-100, 6);
    expect(outcome.verdict("B3").pass).toBe(false);
    expect(outcome.verdict("B3").margin).toBeCloseTo(-100, 6);
  });

  it("a loan keeps the least cash of the file and does not use what a supervised account holds", () => {
    const outcome = study({
      components: [
        spending([100, 100]),
        sale({ absorption: profile([1]), retention: "0.5", areaForSale: "20", handover: "2028-01" }),
        loan({ sizing: "need", lastDraw: "2030-01", drawTiming: "end", rate: "0" }),
      ],
      conventions: { minimumCash: "30" },
      periods: 3,
    });
    // Receipts of 200, half of them held back: 100 of works and the least cash of 30 ask for 30.
    expect(outcome.series("loan.draw").slice(0, 2)).toEqual(close([30, 100]));
  });

  it("a lag between spending and capital is caught up, a hole left by debt service is not drawn for", () => {
    const outcome = study({
      components: [
        spending([500]),
        equity([50, 100]),
        loan({ sizing: "need", lastDraw: "2032-01", capitalRatio: "0.2", rate: "0.1", completion: "2026-01" }),
      ],
      periods: 4,
    });
    expect(outcome.series("loan.draw")[0]).toBeCloseTo(200, 6);
    expect(outcome.series("loan.draw")[1]).toBeCloseTo(150, 6);
    expect(outcome.series("loan.draw").slice(2)).toEqual(close([0, 0]));
    expect(outcome.series("party.entity.cash")[2]).toBeLessThan(-1);
  });
});

const books = (changes: Inputs = {}): Part => [
  "books",
  "asset_books",
  { taxpayer: "entity", completion: "2027-12", life: "120", residualShare: "0", ...changes },
];

describe("the cost of assets", () => {
  const taxedWorks = spending([1090], { includesVat: true, vatMethod: "creditable", vatRate: "0.09" });
  const lent = loan({
    drawSchedule: profile([1000]),
    rate: "0.1",
    drawTiming: "mid",
    completion: "2028-01",
    constructionInterest: "capitalised",
    grace: "36",
  });

  it("depreciates straight-line from the month after completion, with capitalised interest and without creditable VAT", () => {
    const outcome = study({ components: [taxedWorks, lent, books()], periods: 5 });
    const cost = 1000 + 50 + 105;
    expect(outcome.total("books.cost")).toBeCloseTo(cost, 6);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, cost / 10, cost / 10, cost / 10]));
  });

  it("completion within a quarter counts from the next month, over the whole life", () => {
    const outcome = study({
      components: [spending([1000]), books({ completion: "2027-02", life: "12" })],
      step: "quarter",
      periods: 12,
    });
    expect(outcome.series("books.depreciation")).toEqual(
      close([0, 0, 0, 0, 1000 / 12, 250, 250, 250, 2000 / 12, 0, 0, 0]),
    );
  });

  it("replacement is capitalised over its own life from the next period, and not cost of the first building", () => {
    const replaced: Part = [
      "lifts",
      "replacement",
      {
        payer: "entity",
        payee: "supplier",
        until: "2035-12",
        growth: "0",
        operationStart: "2026-01",
        items: [{ id: "lift", cost: "120", life: "4", first: "2027-06", includesVat: false, vatMethod: "none" }],
      },
    ];
    const outcome = study({ components: [replaced, books()], periods: 10 });
    expect(outcome.series("lifts.own_part.lift")).toEqual(close([0, 120, 0, 0, 0, 120, 0, 0, 0, 120]));
    expect(outcome.series("lifts.depreciation.lift")).toEqual(close([0, 0, 30, 30, 30, 30, 30, 30, 30, 30]));
    expect(outcome.total("books.cost")).toBe(0);
  });
});

describe("cost of sales", () => {
  const flats = sale({ product: "flats", areaForSale: "100", price: "20", handover: "2028-01" }, "flats");
  const shops = sale({ product: "shops", areaForSale: "50", price: "100", handover: "2029-01" }, "shops");
  const cost = (components: readonly Part[]) => study({ components: [...components, books()], periods: 5 });

  it("goes by ㎡ handed over, not by value", () => {
    const outcome = cost([spending([300]), flats, shops]);
    expect(outcome.series("books.cost_of_sales.above")).toEqual(close([0, 0, 200, 100, 0]));
  });

  it("stands in pools: what is built below ground is borne by what is sold below ground", () => {
    const works: Part = [
      "works",
      "works",
      {
        payer: "entity",
        payee: "contractor",
        items: [
          {
            id: "above",
            kind: "building",
            basis: "fixed",
            price: "300",
            pool: "above",
            includesVat: false,
            vatMethod: "none",
          },
          { id: "below", kind: "building", basis: "below", price: "1", includesVat: false, vatMethod: "none" },
        ],
        phasing: profile([1]),
      },
    ];
    const garage = sale({ product: "garage", level: "below", price: "5", handover: "2028-01" }, "garage");
    const { areaForSale: _own, ...placed } = garage[2];
    const area: Part = [
      "area",
      "area_balance",
      {
        plot: "p1",
        siteNet: "100",
        householdsExisting: "0",
        householdsPlanned: "0",
        existing: [
          { id: "none", use: "other", legal: "0", demolishedShare: "1", inKindShare: "0", resettleRatio: "1" },
        ],
        far: "1.5",
        exemptAllowed: "1",
        communityRooms: "0",
        communityDisposition: "common",
        propertyRooms: "0",
        propertyRoomBase: "with_exempt",
        products: [{ id: "homes", product: "homes", disposition: "sale", level: "above", rule: "rest" }],
        parking: [{ id: "garage", product: "garage", spaces: "2", areaPerSpace: "30", disposition: "sale" }],
      },
    ];
    const { areaForSale: _other, ...homes } = sale({ product: "homes", handover: "2029-01" })[2];
    const outcome = cost([works, area, ["garage", "sale", placed], ["homes", "sale", homes]]);
    expect(outcome.series("books.cost_of_sales.below")).toEqual(close([0, 0, 60, 0, 0]));
    expect(outcome.series("books.cost_of_sales.above")).toEqual(close([0, 0, 0, 300, 0]));
  });

  it("is reduced by the VAT relief for land at hand-over", () => {
    const taxed = { includesVat: true, vatMethod: "general", vatRate: "0.09" };
    const cit: Part = ["cit", "income_tax", { taxpayer: "entity", authority: "tax", taxRate: "0.25" }];
    const outcome = cost([
      spending([300]),
      sale({ ...taxed, price: "10.9", handover: "2028-01" }),
      vatReturn({ landPrice: "109", cityRate: "0", educationRate: "0", localEducationRate: "0" }),
      cit,
    ]);
    expect(outcome.series("vat.land_relief")).toEqual(close([0, 0, 9, 0, 0]));
    expect(outcome.series("cit.profit")[2]).toBeCloseTo(1000 - (300 - 9), 6);
  });
});
