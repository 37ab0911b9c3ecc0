import { describe, expect, it } from "vitest";
import { areaExample } from "../mechanisms/support/area.ts";
import { item, worksOf } from "../mechanisms/support/cost.ts";
import { type Inputs, type Part, profile } from "../mechanisms/support/situation.ts";
import { sale } from "./support/sale.ts";
import { close, equity, income, loan, spending, study } from "./support/study.ts";

// Each of these was a wrong result that random documents or a review at real sizes brought to light.

describe("loans by need", () => {
  const need = (id: string, changes: Inputs = {}): Part =>
    loan({ sizing: "need", facility: "1000", lastDraw: "2030-01", grace: "48", ...changes }, id);

  it("of one priority share the need instead of drawing it twice", () => {
    const outcome = study({ components: [spending([900]), need("a"), need("b", { facility: "2000" })], periods: 4 });
    expect(outcome.series("a.draw")).toEqual(close([300, 0, 0, 0]));
    expect(outcome.series("b.draw")).toEqual(close([600, 0, 0, 0]));
  });

  it("share the room beside the capital, whatever their priority", () => {
    const outcome = study({
      components: [
        spending([900]),
        equity([100]),
        need("a", { capitalRatio: "0.2", facility: "300" }),
        need("b", { capitalRatio: "0.2", priority: "2" }),
      ],
      periods: 4,
    });
    expect(outcome.series("a.draw")[0]).toBeCloseTo(300, 6);
    expect(outcome.series("b.draw")[0]).toBeCloseTo(100, 6);
  });

  it("come after a loan drawn by schedule, whatever its priority", () => {
    const scheduled = loan({ drawSchedule: profile([400]), priority: "9", grace: "48" }, "planned");
    const outcome = study({ components: [spending([900]), need("a"), scheduled], periods: 4 });
    expect(outcome.series("a.draw")[0]).toBeCloseTo(500, 6);
  });

  it("are drawn no more in their last period", () => {
    const outcome = study({
      components: [spending([100, 100, 100]), need("a", { tenor: "36", grace: "0" })],
      periods: 5,
    });
    expect(outcome.series("a.draw")[2]).toBe(0);
    expect(outcome.series("a.balance").slice(2)).toEqual(close([0, 0, 0]));
  });

  it("a draw by schedule keeps in step with capital too", () => {
    const planned = loan({ drawSchedule: profile([500, 500]), capitalRatio: "0.5", grace: "48" });
    const outcome = study({ components: [equity([200, 300]), planned], periods: 3 }, [
      "components/loan/inputs/drawSchedule",
    ]);
    expect(outcome.series("loan.draw")).toEqual(close([200, 300, 0]));
  });

  it("dividends received are no capital to borrow beside", () => {
    const outcome = study({
      components: [need("a", { capitalRatio: "0.5" }), spending([500])],
      customLines: [
        {
          id: "paid_up",
          label: "-",
          unit: "CNY",
          kind: "flow",
          formula: "t == 1 ? 300 CNY : 0",
          role: "equity.dividend",
          payer: "spv",
          payee: "entity",
        },
      ],
      periods: 3,
    });
    expect(outcome.total("a.draw")).toBe(0);
  });
});

describe("dividends between companies of the project", () => {
  it("reach the borrower's need in the next period, not in a circle within the year's last", () => {
    const shares: Part = [
      "shares",
      "spv_shareholders",
      {
        company: "spv",
        shareholders: [{ id: "own", holder: "operator", share: "1" }],
        calls: profile([100]),
        payout: "1",
      },
    ];
    const outcome = study({
      components: [
        shares,
        income([500], { payee: "spv" }),
        spending([0, 100, 100], { payer: "operator" }),
        loan({ borrower: "operator", sizing: "need", lastDraw: "2030-01", grace: "48", form: "sweep", rate: "0.05" }),
      ],
      periods: 4,
    });
    const received = outcome.series("shares.dividend.own")[0] as number;
    expect(received).toBeGreaterThan(100);
    // What was received at the end of the first year pays for the second.
    expect(outcome.series("loan.draw").slice(1, 3)).toEqual(close([0, 0]));
  });
});

describe("the end of a loan", () => {
  it.each(["equal_principal", "equal_payment", "bullet", "sweep", "schedule"])(
    "%s: everything is repaid with the last payment",
    (form) => {
      const said = form === "schedule" ? ["components/loan/inputs/principalSchedule"] : [];
      const outcome = study({ components: [loan({ form, tenor: "60" })], periods: 8 }, said);
      expect(outcome.series("loan.balance").slice(4)).toEqual(close([0, 0, 0, 0]));
      expect(outcome.total("loan.principal")).toBeCloseTo(10000, 6);
    },
  );

  it("a grace as long as the tenor leaves the principal to the last payment", () => {
    const outcome = study({ components: [loan({ grace: "60", tenor: "60" })], periods: 8 }, [
      "components/loan/inputs/grace",
    ]);
    expect(outcome.series("loan.principal")[4]).toBeCloseTo(10000, 6);
  });

  it("before completion: interest of the last period is paid, not capitalised", () => {
    const outcome = study(
      { components: [loan({ completion: "2036-01", constructionInterest: "capitalised", tenor: "60" })], periods: 8 },
      ["components/loan/inputs/completion"],
    );
    expect(outcome.series("loan.balance").slice(4)).toEqual(close([0, 0, 0, 0]));
  });

  it("in the middle of a period falls into the payment before it", () => {
    const outcome = study({
      components: [
        loan({ start: "2026-02", tenor: "20", grace: "0", drawSchedule: profile([1000], "2026-01", "quarter") }),
      ],
      step: "quarter",
      periods: 12,
    });
    expect(outcome.series("loan.balance").slice(7)).toEqual(close([0, 0, 0, 0, 0]));
  });
});

describe("sweeps", () => {
  it("of one priority share the cash in proportion to what they are owed", () => {
    const sweep = (id: string, amount: number): Part =>
      loan({ form: "sweep", rate: "0", drawSchedule: profile([amount]), tenor: "240" }, id);
    const outcome = study({
      components: [spending([900]), income([0, 300]), sweep("a", 300), sweep("b", 600)],
      periods: 3,
    });
    expect(outcome.series("a.principal")[1]).toBeCloseTo(100, 6);
    expect(outcome.series("b.principal")[1]).toBeCloseTo(200, 6);
    expect(outcome.series("party.entity.cash")[1]).toBeCloseTo(0, 6);
  });

  it("leave what a fund takes out in the same period", () => {
    const fund: Part = [
      "fund",
      "investment_fund",
      {
        fund: "fund",
        investors: "investor",
        manager: "supplier",
        recipient: "entity",
        drawdown: profile([400]),
        hurdle: "0.06",
        feeRate: "0",
        carry: "0.2",
        catchUp: "1",
        distributionShare: "0.5",
        distributionFrom: "2027-01",
        exitMonth: "2030-01",
        exitProceeds: "0",
        exitPayer: "soe",
        exitRoute: "sale",
        status: "approved",
      },
    ];
    const swept = loan({ form: "sweep", rate: "0", drawSchedule: profile([600]), tenor: "240", grace: "12" });
    // 500 of the 1,000 that came in is spent; 300 are earned, of which 30 stay in the legal reserve.
    const outcome = study({ components: [spending([500]), income([300]), fund, swept], periods: 3 });
    expect(outcome.series("fund.distribution")[1]).toBeCloseTo(270, 6);
    expect(outcome.series("party.entity.cash")[1]).toBeCloseTo(0, 6);
  });
});

describe("costs below zero", () => {
  it("works on new floor area are nothing where more is kept than may be built", () => {
    const kept = areaExample({
      existing: [
        { id: "old", use: "residential", legal: "60000", demolishedShare: "0", inKindShare: "1", resettleRatio: "1" },
      ],
    });
    const works: Part = ["works", "works", worksOf([item(3000, { basis: "above" })])];
    const nothing = ["components/works/inputs/items/item/price"];
    const built = study({ components: [["area", "area_balance", kept], works], periods: 2 }, nothing);
    expect(built.total("works.paid.item")).toBe(0);
  });

  it("floors that count for more than the ratio allows leave no negative floor area", () => {
    const high = areaExample({ heights: [{ id: "hall", area: "60000", multiplier: "2" }] });
    expect(study({ components: [["area", "area_balance", high]], periods: 1 }).one("area.gfa_above")).toBe(2400);
  });

  it("prices of an estimate made after the start of construction do not fall", () => {
    const contingency: Part = [
      "cont",
      "contingency",
      {
        payer: "entity",
        payee: "contractor",
        basicRate: "0.05",
        priceGrowth: "0.03",
        estimateMonth: "2032-01",
        constructionStart: "2026-01",
      },
    ];
    const outcome = study({ components: [spending([1000, 1000]), contingency], periods: 3 }, [
      "components/cont/inputs/estimateMonth",
    ]);
    expect(outcome.series("cont.price")).toEqual(close([0, 0, 0]));
  });
});

describe("funding at a ratio", () => {
  const funding = (changes: Inputs): Part => [
    "funding",
    "ratio_funding",
    {
      investor: "investor",
      borrower: "entity",
      lender: "bank",
      capitalRatio: "0.05",
      rate: "0.3",
      rateBasis: "nominal",
      drawTiming: "start",
      start: "2026-01",
      completion: "2032-01",
      constructionInterest: "paid",
      form: "bullet",
      grace: "60",
      tenor: "120",
      ...changes,
    },
  ];

  it("where interest alone takes more than the share of equity, the loan stops at the works", () => {
    const outcome = study({ components: [spending([1000, 0, 0, 0, 0, 0]), funding({})], periods: 12 }, [
      "components/funding/inputs/completion",
    ]);
    expect(outcome.total("funding.draw")).toBeCloseTo(1000, 6);
    expect(outcome.total("funding.paid_in")).toBeCloseTo(outcome.total("funding.interest_construction"), 6);
  });

  it("lends nothing that falls due at once: equity pays the works after the last payment of a short loan", () => {
    const short = funding({ constructionInterest: "capitalised", tenor: "24", grace: "0", rate: "0.04" });
    const outcome = study({ components: [spending([1000, 1000, 1000]), short], periods: 5 }, [
      "components/funding/inputs/tenor",
      "components/funding/inputs/completion",
    ]);
    expect(outcome.series("funding.draw").slice(1)).toEqual(close([0, 0, 0, 0]));
    expect(outcome.series("funding.paid_in").slice(1, 3)).toEqual(close([1000, 1000]));
  });

  it("comes before loans by need, so that nothing is funded twice", () => {
    const outcome = study({
      components: [
        spending([1000]),
        funding({ rate: "0.04", completion: "2027-01", constructionInterest: "capitalised" }),
        loan({ sizing: "need", lastDraw: "2030-01" }),
      ],
      periods: 3,
    });
    expect(outcome.total("loan.draw")).toBe(0);
  });
});

describe("sales", () => {
  it("of a disabled component neither sell, hold back nor hand over anything", () => {
    const outcome = study({
      components: [sale({ retention: "0.2", handover: "2028-01" })],
      scenario: { set: { "components/sale/enabled": false } },
      periods: 4,
    });
    for (const line of ["sold", "receipt", "handed_over", "supervised", "revenue"])
      expect(outcome.total(`sale.${line}`), line).toBe(0);
  });

  it("contracts close to the end of the horizon are paid within it as far as it reaches", () => {
    const late = sale({
      absorption: profile([1], "2029-01"),
      collection: [
        { id: "a", lag: "0", share: "0.6" },
        { id: "b", lag: "24", share: "0.4" },
      ],
    });
    expect(study({ components: [late], periods: 5 }).series("sale.receipt")).toEqual(close([0, 0, 0, 600, 0]));
  });
});
