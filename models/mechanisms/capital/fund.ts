import { choice, money, month, party, profile, rate, status } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { countedTags, type Entry, uncountedLines } from "../define/uncounted.ts";
import { companyBookLines } from "./companyBooks.ts";

const OUTSIDE = { debit: "outside", credit: "outside" } as const;

/**
 * 未来社区投资基金: equity of a fund. What the fund gets back runs through one waterfall for the whole fund: contributions (fees included), preferred return
 * compounding per period, catch-up, split; no clawback.
 */
export const investmentFund = mechanism("investment_fund", {
  title: { zh: "投资基金出资与分配", en: "Investment fund" },
  summary: {
    zh: "基金按计划出资作为股权;项目按可动用资金的一定比例分配,到期转让退出;收益依次返还出资、优先回报、追赶与分成。",
    en: "The fund pays in equity by schedule; distributions are a share of free cash, then an exit; proceeds return contributions, preferred return, catch-up and split.",
  },
  family: "capital",
  clauses: ["taizhou-2023-draft/4(5)11", "national-law/fund-guideline"],
  checks: ["C16", "C17"],
  inputs: {
    fund: party("基金", "fund", ["fund"]),
    investors: party("出资人(LP)", "investors (LP)", ["investor", "city", "district", "province", "soe", "other"]),
    manager: party("管理人(GP)", "manager (GP)", ["supplier", "investor", "soe", "other"]),
    recipient: party("被投项目公司", "recipient", ["spv", "entity", "operator"]),
    drawdown: profile("amount", "CNY", "出资计划", "drawdown", { from: 0 }),
    hurdle: rate("门槛收益率(年)", "hurdle per year", { from: 0, to: 0.3, usual: [0.05, 0.08] }),
    hurdleBasis: choice(
      "门槛收益计息(不填为复利)",
      "hurdle compounds (when left out) or not",
      { compound: { zh: "复利", en: "compound" }, simple: { zh: "单利", en: "simple" } },
      { optional: true },
    ),
    feeRate: rate("管理费率(年,占实缴)", "management fee per year on paid-in capital", { from: 0, to: 0.05, usual: [0.01, 0.02] }),
    carry: rate("超额分成", "carry", { from: 0, to: 0.5, usual: [0.1, 0.2] }),
    catchUp: rate("追赶比例", "catch-up share", { from: 0, to: 1, usual: [0.5, 1] }),
    distributionShare: rate("分配占可动用资金比例", "distribution, share of free cash", { from: 0, to: 1, optional: true, usual: [0.1, 0.4] }),
    distributionFrom: month("起始分配月", "first month of distributions", "starting", { optional: true }),
    exitMonth: month("退出月", "month of exit", "within", { late: "open" }),
    exitProceeds: money("退出转让价款(作为股东在股东表中转让的填0)", "exit proceeds (0 where its stake is sold among the shareholders)", { from: 0, usual: [10000000, 200000000] }),
    exitPayer: party("受让股东", "buyer of the stake", ["investor", "soe", "other"]),
    exitRoute: choice("退出方式", "exit", {
      sale: { zh: "转让给第三方", en: "sale to a third party" },
      shareholder: { zh: "股东公司受让", en: "transfer to a shareholder company" },
      listing: { zh: "上市", en: "listing" },
    }),
    committed: money("认缴规模(不填为出资计划合计)", "committed in total (the drawdowns when left out)", { from: 0, optional: true, usual: [10000000, 100000000] }),
    status: status("基金落实状态", "status of the fund"),
  },
  lines: (c) => [...contributions, ...uncountedLines(DRAWN_DOWN), ...(c.has("committed") ? [uncalled] : []), ...proceeds(c), ...waterfall(c), ...payments],
});

const DRAWN_DOWN: Entry = { way: "in", entered: "total(drawdown)", counted: "total(invested)", status: "status", words: { recipient: "recipient" } };

const contributions: readonly LineSpec[] = [
  cash("invested", "基金出资", "fund capital paid in", "drawdown * counted(status)", {
    from: "fund",
    to: "recipient",
    role: "equity.fund",
    tags: countedTags("in"),
    words: { investor: "fund", route: "exitRoute" },
    posts: { debit: "cash", credit: "capital" },
  }),
  cash("fee", "基金管理费", "management fee", "month <= exitMonth ? prev(running(invested)) * feeRate * (dtyears / 1 a) : 0", {
    from: "fund",
    to: "manager",
    role: "investor.fee",
    posts: OUTSIDE,
  }),
  cash(
    "contribution",
    "投资人出资(含管理费与受让股权)",
    "contributions incl. fees and stakes bought",
    "invested + fee + sum(payer = fund, role = equity.transfer, recipient = recipient)",
    {
      from: "investors",
      to: "fund",
      role: "investor.paid",
      posts: OUTSIDE,
      convention: { zh: "管理费计入出资", en: "fees are contributions" },
    },
  ),
];

const uncalled = stock("uncalled", "认缴未缴", "committed and not drawn", "max(0, committed * counted(status) - running(invested)) * (month <= exitMonth ? 1 : 0)", {
  role: "equity.committed",
  words: { investor: "fund", taxpayer: "recipient" },
});

/** What it distributes is limited by the cash of the recipient at the beginning of the period that no supervised account holds, and by the recipient's profit. */
function proceeds(c: Component): readonly LineSpec[] {
  const distributes = c.has("distributionShare") && c.has("distributionFrom");
  const half = c.has("distributionShare") !== c.has("distributionFrom");
  return [
    ...(half ? [halfPolicy(c.has("distributionShare") ? "distributionFrom" : "distributionShare")] : []),
    stillIn,
    exitLate,
    ...(distributes ? [...companyBookLines("recipient"), ...distributionLines] : []),
    cash("exit", "退出价款", "exit proceeds", "falls(exitMonth) ? exitProceeds * counted(status) : 0", {
      from: "exitPayer",
      to: "fund",
      role: "equity.transfer",
      words: { recipient: "recipient" },
      posts: OUTSIDE,
    }),
    flow(
      "from_stake",
      "作为股东收到的分红与转让价款",
      "dividends and prices of stakes received as a shareholder",
      "sum(payer = recipient, payee = fund, role = equity.dividend) + sum(payee = fund, role = equity.transfer, recipient = recipient) - exit",
    ),
    flow("proceeds", "基金收回合计", "received by the fund", distributes ? "distribution + exit + from_stake" : "exit + from_stake"),
  ];
}

const halfPolicy = (missing: string): LineSpec =>
  doubt("no_distribution", missing, "分配比例与起始分配月须一并填写,否则不分配", "a distribution needs both its share and its first month: nothing is distributed", "1");

const exitLate = doubt(
  "exit_late",
  "exitMonth",
  "退出月在计算期之后,退出价款未计入",
  "the exit lies after the horizon: its proceeds are left out",
  `exitProceeds > ${FEN} and exitMonth > endmonth ? 1 : 0`,
);

const stillIn = scalar("still_in", "期末尚未退出的基金出资", "fund capital not returned at the horizon", "exitMonth > endmonth ? total(t >= periodcount ? unreturned : 0) : 0", {
  role: "open.owed.fund",
  words: { taxpayer: "recipient" },
});

const distributionLines: readonly LineSpec[] = [
  flow(
    "asked",
    "按可动用资金计算的分配",
    "distribution asked for out of free cash",
    `month >= distributionFrom and month <= exitMonth
      ? max(0, prev(recipient.cash) - prev(sum(role = cash.restricted, holder = recipient)) - convention.minimum_cash) * distributionShare * counted(status)
      : 0`,
    { role: "memo", tags: { asks_for: "distribution" }, words: { recipient: "recipient" } },
  ),
  flow("profit_left", "可供分配利润", "profit that may be distributed", "max(0, min(prev(own_undistributed), own_before))", {
    convention: { zh: "被投企业期初未分配利润,当期亏损的扣减", en: "undistributed profit of the recipient at the beginning, less a loss of the period" },
  }),
  cash("distribution", "基金分配", "distribution", "asked * min(1, share(profit_left, sum(role = memo, asks_for = distribution, recipient = recipient)))", {
    from: "recipient",
    to: "fund",
    role: "equity.fund_distribution",
    posts: { debit: "dividend", credit: "cash" },
    convention: {
      zh: "以期初可动用资金扣除最低余额、且以可供分配利润为限;多只基金按比例分配",
      en: "out of free cash at the beginning of the period above the minimum, never more than distributable profit; several funds share it in proportion",
    },
  }),
];

function waterfall(c: Component): readonly LineSpec[] {
  const simple = c.is("hurdleBasis", "simple");
  const accrued = simple ? "prev(unreturned) * hurdle * (dtyears / 1 a)" : "(prev(unreturned) + prev(unpaid)) * ((1 + hurdle) ^ (dtyears / 1 a) - 1)";
  return [
    flow("accrued", "当期优先回报", "preferred return of the period", accrued, {
      convention: simple
        ? { zh: "对未返还出资单利计算", en: "simple, on unreturned contributions" }
        : { zh: "对未返还出资与未付优先回报逐期复利", en: "compounds per period on unreturned contributions and unpaid preferred return" },
    }),
    flow("capital_back", "返还出资", "contributions returned", "min(proceeds, prev(unreturned) + contribution)"),
    stock("unreturned", "未返还出资", "contributions not returned", "prev(unreturned) + contribution - capital_back"),
    flow("preferred", "优先回报", "preferred return paid", "min(proceeds - capital_back, prev(unpaid) + accrued)"),
    stock("unpaid", "未付优先回报", "preferred return not paid", "prev(unpaid) + accrued - preferred"),
    flow(
      "catch_up",
      "追赶段",
      "catch-up tier",
      "catchUp > carry ? min(proceeds - capital_back - preferred, max(0, running(preferred) * carry / (catchUp - carry) - prev(running(catch_up)))) : 0",
    ),
    flow("split", "分成段", "split tier", "proceeds - capital_back - preferred - catch_up"),
    flow("to_investors", "出资人所得", "to the investors", "capital_back + preferred + catch_up * (1 - catchUp) + split * (1 - carry)"),
    flow("to_manager", "管理人所得", "to the manager", "catch_up * catchUp + split * carry"),
  ];
}

const payments: readonly LineSpec[] = [
  cash("paid_investors", "分配给出资人", "paid to the investors", "to_investors", { from: "fund", to: "investors", role: "investor.received", posts: OUTSIDE }),
  cash("paid_manager", "分配给管理人", "paid to the manager", "to_manager", { from: "fund", to: "manager", role: "investor.received", posts: OUTSIDE }),
  scalar("profit", "基金利润", "profit of the fund", "total(proceeds) - total(contribution)"),
];
