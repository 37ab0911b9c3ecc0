import { expect, test } from "vitest";
import { irr } from "../../../models/finance/index.ts";
import { close, income, loan, spending, study } from "../../situations/support/study.ts";
import { company, paid } from "../support/company.ts";
import { type Inputs, type Part, profile, run } from "../support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const earned = (amounts: readonly number[]): Part => income(amounts, { payee: "spv" });
const sale = (changes: Inputs): Inputs => ({
  id: "t",
  seller: "investor",
  buyer: "soe",
  month: "2028-06",
  share: "0.25",
  pricing: "fixed",
  price: "300",
  ...changes,
});
const look = (components: readonly Part[], periods = 5) => study({ components, packs, periods });

test("shares follow what each holder has paid in, and dividends the shares", () => {
  const outcome = look([
    paid("one", "investor", [300, 0, 300]),
    paid("two", "soe", [100, 0, 300]),
    company({ payout: "1" }),
    earned([0, 100, 0, 100]),
  ]);
  expect(outcome.series("owners.stake.a").slice(0, 3)).toEqual(close([0.75, 0.75, 0.6]));
  // 100 less a tenth for the legal reserve, in 2027 by three to one and in 2029 by three to two.
  expect(outcome.series("owners.dividend.a")).toEqual(close([0, 67.5, 0, 54, 0]));
  expect(outcome.series("owners.dividend.b")).toEqual(close([0, 22.5, 0, 36, 0]));
});

test("a stake sold at a fixed price moves the later dividends", () => {
  const outcome = look([
    paid("one", "investor", [750]),
    paid("two", "soe", [250]),
    company({ payout: "1", transfers: [sale({})] }),
    earned([0, 100, 0, 100]),
  ]);
  expect(outcome.series("owners.stake.a")).toEqual(close([0.75, 0.75, 0.5, 0.5, 0.5]));
  expect(outcome.series("owners.dividend.a")).toEqual(close([0, 67.5, 0, 45, 0]));
  expect(outcome.series("party.investor.net")).toEqual(close([-750, 67.5, 300, 45, 0]));
  expect(outcome.series("party.soe.net")).toEqual(close([-250, 22.5, -300, 45, 0]));
  // The project's own money is not touched by it.
  expect(outcome.series("project.cash")[2]).toBeCloseTo(1000 + 100 - 90, 6);
});

test("priced as its share of owners' equity at the beginning of the period", () => {
  const outcome = look([
    paid("one", "investor", [750]),
    paid("two", "soe", [250]),
    company({ transfers: [sale({ pricing: "equity", factor: "1.2" })] }),
    earned([0, 200]),
  ]);
  // 1,000 of capital and 200 of profit: a quarter of it, times 1.2.
  expect(outcome.series("owners.transfer_price.t")[2]).toBeCloseTo(1200 * 0.25 * 1.2, 6);
});

test("priced to give the seller its rate of return", () => {
  const all = look([
    paid("one", "investor", [750]),
    paid("two", "soe", [250]),
    company({ payout: "1", transfers: [sale({ pricing: "return", rateOfReturn: "0.08", share: "0.75" })] }),
    earned([0, 100]),
  ]);
  const flows = all.series("party.investor.net");
  expect(flows[2]).toBeCloseTo((750 * 1.08 - 67.5) * 1.08, 6);
  expect(irr(flows)).toBeCloseTo(0.08, 8);
  expect(all.series("owners.stake.b")[2]).toBeCloseTo(1, 10);
});

test("nobody sells more than it holds", () => {
  const outcome = run({
    components: [
      paid("one", "investor", [100]),
      paid("two", "soe", [300]),
      company({ transfers: [sale({ share: "0.5" })] }),
    ],
    packs,
    periods: 4,
  });
  expect(outcome.series("owners.sold.t")[2]).toBeCloseTo(0.25, 10);
  expect(outcome.total("owners.transfer_price.t")).toBeCloseTo(150, 6);
  expect(outcome.one("owners.not_sold.t")).toBe(1);
});

test("what is left at the end belongs to the holders by their stakes, and makes their rate of return", () => {
  const outcome = look([
    paid("one", "investor", [750]),
    paid("two", "soe", [250]),
    company({}),
    earned([0, 0, 0, 0, 469.328076]),
  ]);
  // 1,000 at 8 % over four years is 1,360.488…; 1,469.328 at 10.1 %: both holders have the same rate.
  expect(outcome.series("owners.terminal.a")[4]).toBeCloseTo(1469.328076 * 0.75, 4);
  const rate = (1469.328076 / 1000) ** (1 / 4) - 1;
  expect(outcome.indicator("firr.investor.investor").value).toBeCloseTo(rate, 8);
  expect(outcome.indicator("firr.investor.soe").value).toBeCloseTo(rate, 8);
});

test("a fund as shareholder passes dividends and the price of its stake through its waterfall", () => {
  const fund: Part = [
    "fund",
    "investment_fund",
    {
      ...{
        fund: "fund",
        investors: "investor",
        manager: "supplier",
        recipient: "spv",
        drawdown: profile([400]),
        hurdle: "0.06",
        feeRate: "0",
        carry: "0.2",
        catchUp: "0",
      },
      ...{ exitMonth: "2029-12", exitProceeds: "0", exitPayer: "soe", exitRoute: "shareholder", status: "approved" },
    },
  ];
  const shares = {
    shareholders: [
      { id: "f", holder: "fund" },
      { id: "b", holder: "soe" },
    ],
    payout: "1",
  };
  const outcome = look([
    paid("two", "soe", [600]),
    fund,
    company({ ...shares, transfers: [sale({ seller: "fund", share: "0.4", price: "450", month: "2029-06" })] }),
    earned([0, 100]),
  ]);
  // 40 % of 90, then 450: all of the fund goes to those behind it.
  expect(outcome.series("fund.proceeds")).toEqual(close([0, 36, 0, 450, 0]));
  expect(outcome.series("party.fund.cash")).toEqual(close([0, 0, 0, 0, 0]));
  const [lp, gp] = [outcome.total("fund.to_investors"), outcome.total("fund.to_manager")];
  expect(lp + gp).toBeCloseTo(486, 6);
  expect(outcome.series("stmt_investor_investor.r3")).toEqual(close([-400, 36, 0, 450 - gp, 0]));
  expect(outcome.indicator("firr.investor.investor").value).toBeCloseTo(irr([-400, 36, 0, 450 - gp]) as number, 8);
});

test("each company distributes its own profit", () => {
  const other: Part = [
    "others",
    "spv_shareholders",
    {
      company: "entity",
      shareholders: [{ id: "c", holder: "other", share: "1" }],
      calls: profile([1000]),
      payout: "1",
    },
  ];
  const alone = look([other, spending([100])]);
  const beside = look([
    other,
    spending([100]),
    paid("one", "investor", [100]),
    company({ payout: "1" }),
    earned([500, 500]),
  ]);
  expect(alone.total("others.dividend_total")).toBe(0);
  expect(beside.total("others.dividend_total")).toBe(0);
  // The legal reserve ends at half of the capital of 100.
  expect(beside.total("owners.dividend_total")).toBeCloseTo(950, 6);
});

test("dividends keep a minimum and a balance of their own, and the service of the debts named", () => {
  const parts = (changes: Inputs): readonly Part[] => [
    paid("one", "investor", [1000]),
    company({ payout: "1", ...changes }),
    earned([1000]),
    spending([1600], { payer: "spv" }),
  ];
  const first = (changes: Inputs) => look(parts(changes)).series("owners.dividend_total")[0];
  // Cash of 400 against a profit of 900.
  expect(first({})).toBeCloseTo(400, 6);
  expect(first({ minimumCash: "50" })).toBeCloseTo(350, 6);
  expect(first({ sinkingBalance: "120" })).toBeCloseTo(280, 6);
});

test("capital committed and not paid in funds construction, and is no cash", () => {
  const outcome = look([paid("one", "investor", [100], { committed: "500" }), spending([300], { payer: "spv" })]);
  expect(outcome.series("one.uncalled")[0]).toBe(400);
  expect(outcome.verdict("B3")).toMatchObject({ pass: true, margin: 200 });
  expect(outcome.verdict("B4").pass).toBe(false);
});

test("the books of the only company are those of the project", () => {
  const outcome = look(
    [
      paid("one", "investor", [1000]),
      company({ payout: "0.5" }),
      earned([0, 300, 300, 300, 300]),
      spending([1500], { payer: "spv" }),
      loan({
        borrower: "spv",
        facility: "600",
        drawSchedule: profile([600]),
        drawTiming: "mid",
        completion: "2027-01",
        constructionInterest: "capitalised",
        grace: "12",
        tenor: "60",
      }),
      ["books", "asset_books", { taxpayer: "spv", completion: "2026-12", life: "120", residualShare: "0" }],
      ["tax", "income_tax", { taxpayer: "spv", authority: "tax", taxRate: "0.25" }],
    ],
    5,
  );
  expect(outcome.series("owners.own_profit")).toEqual(close(outcome.series("account.profit"), 9));
  expect(outcome.series("owners.own_undistributed")).toEqual(close(outcome.series("account.undistributed"), 9));
  const equity = ["capital", "reserve", "legal_reserve", "undistributed"].map((name) =>
    outcome.series(`account.${name}`),
  );
  expect(outcome.series("owners.owners_equity")).toEqual(
    close(equity[0]?.map((_, index) => equity.reduce((sum, values) => sum + (values[index] ?? 0), 0)) ?? [], 9),
  );
  expect(outcome.total("owners.own_profit")).not.toBe(0);
});

test("a debt whose service is to be kept, and that nobody has, is said", () => {
  const policy = company({ payout: "1", reservedDebts: [{ id: "x", debt: "lone" }] });
  study({ components: [paid("one", "investor", [100]), policy, earned([100])], packs, periods: 3 }, [
    "components/owners/inputs/reservedDebts",
  ]);
});
