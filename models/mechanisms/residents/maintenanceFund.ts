import { area, interestRate, money, months, party, quantity, rate, record, status } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { countedTags, type Entry, leftAfter, uncountedLines } from "../define/uncounted.ts";
import { contributionEntry, contributionTreatment } from "../support/treatment.ts";
import { decidedByBuilding, fundBuildings, ledgerLines, ledgerRoom } from "./fundBuildings.ts";
import { fundUses, ledgerUses, linesOfUses, totalOfUses } from "./fundUses.ts";

const OUTSIDE = { debit: "outside", credit: "outside" } as const;

/**
 * 住宅专项维修资金: an account of the owners, a party of its own. Interest on the opening balance; topped up when the opening balance of a year is below the
 * trigger; the project may draw what is there, eligible and voted. Its balance is the party's cash.
 */
export const maintenanceFund = mechanism("maintenance_fund", {
  title: { zh: "住宅专项维修资金", en: "Housing maintenance fund" },
  summary: {
    zh: "专户期初余额、利息、续筹与逐项表决的使用;每年年初余额(含已决定未到账的续筹)严格低于首期标准的触发比例时决定续筹,可滞后到账;使用不超过可用、合格与表决金额,维修更新由专户直接付给供应商。",
    en: "Opening balance, interest, top-up and uses voted item by item; a top-up is decided once when a year opens strictly below the trigger, and may be paid later; uses stay within what is available, eligible and voted, repairs are paid to the supplier.",
  },
  family: "residents",
  clauses: ["taizhou-2023-draft/4(5)12", "taizhou-property/51", "civil-code/281", "civil-code/278"],
  checks: ["C09"],
  offers: ["used"],
  inputs: {
    account: party("维修资金专户(期初余额填在该参与方)", "fund account (its opening balance is that party's opening cash)", ["maintenance_fund"]),
    owners: party("业主", "owners", ["resident"]),
    bank: party("专户银行", "bank of the account", ["bank"]),
    payee: party("使用方", "recipient", PROJECT_SIDE),
    interest: interestRate("存款年利率", "deposit rate per year", { from: 0, to: 0.1, usual: [0.0095, 0.015] }),
    areaDeposited: area("交存面积", "area of the account", { from: 0, usual: [10000, 80000] }),
    averageCost: quantity("CNY/m2", "当地建安平均造价", "local average building cost", {
      from: 0,
      usual: [1800, 3200],
    }),
    depositRate: rate("首期交存比例", "first-deposit rate", { from: 0, to: 0.2, usual: [0.05, 0.08] }),
    trigger: rate("续筹触发比例(严格低于)", "trigger, strictly below", { from: 0, to: 1, policy: "maint_trigger" }),
    topUpLevel: rate("续筹至首期标准的比例", "topped up to this share of the first deposit", {
      from: 0,
      to: 1,
      usual: [0.5, 1],
    }),
    topUpCollection: rate("续筹收缴率", "collection rate of the top-up", { from: 0, to: 1, usual: [0.8, 1] }),
    topUpLagMonths: months("决定续筹至到账月数(不填为0)", "months from the decision to top up until it is paid (0 when left out)", {
      from: 0,
      to: 60,
      optional: true,
      usual: [0, 12],
    }),
    raiseVote: record("续筹表决(重大事项)", "vote to raise (major item)", { kinds: ["vote"], majority: "major" }),
    voted: money("表决使用金额", "amount voted for use", { from: 0, optional: true, usual: [500000, 8000000] }),
    useVote: record("使用表决", "vote to use", { kinds: ["vote"], majority: "ordinary" }),
    uses: fundUses,
    buildings: fundBuildings,
    joined: record("老旧小区改造与未来社区联动的认定", "recognition as joined with an old-community upgrade", { kinds: ["approval"] }),
    status: status("使用审批状态", "approval status of the use"),
    contributionTreatment,
  },
  once: ["account"],
  lines: (c) => [...standard, ...inflows(c), ...use(c)],
});

const standard: readonly LineSpec[] = [
  scalar("first_deposit", "首期交存标准", "first deposit", "areaDeposited * averageCost * depositRate", {
    clauses: ["taizhou-property/51"],
  }),
  scalar("trigger_amount", "续筹触发额", "trigger amount", "first_deposit * trigger", {
    clauses: ["taizhou-property/51"],
  }),
];

const inflows = (c: Component): readonly LineSpec[] => [
  stock("opening", "期初余额", "opening balance", "prev(balance)"),
  cash("interest_earned", "存款利息", "interest", "opening * interest * dtyears", {
    from: "bank",
    to: "account",
    role: "fund.interest",
    posts: OUTSIDE,
    convention: { zh: "按期初余额计息", en: "on the opening balance" },
  }),
  stock("pending", "已决定未到账的续筹(期初)", "top-up decided and not paid, at the opening", "prev(running(top_up_decided)) - prev(running(top_up))"),
  flow(
    "top_up_decided",
    "决定续筹",
    "top-up decided",
    decidedByBuilding(c) ??
      "yearstart > 0 and opening + pending < trigger_amount and recorded(raiseVote) > 0 ? max(0, first_deposit * topUpLevel - opening - pending) * topUpCollection : 0",
    {
      clauses: ["taizhou-property/51", "civil-code/278"],
      convention: {
        zh: "每年一次,按使用前期初余额(含已决定未到账的续筹)检验,严格低于才触发;分幢列账的逐幢检验",
        en: "once a year on the opening balance before any use, with what is decided and not yet paid, strictly below; building by building where ledgers are kept",
      },
    },
  ),
  cash("top_up", "续筹", "top-up", "lag(top_up_decided, (topUpLagMonths or 0 mo) / dtmonths)", {
    from: "owners",
    to: "account",
    role: "fund.topup",
    posts: OUTSIDE,
    clauses: ["taizhou-property/51", "civil-code/278"],
  }),
  flow("deposits_in", "其他存入(首期维修资金、共有收益等)", "other deposits", "sum(payee = account, component != self)"),
  flow("drawn_by_others", "其他支取", "other withdrawals", "sum(payer = account, component != self)"),
];

/** Uses voted item by item; a file without them has one amount voted for all, used as soon as it can be. */
function use(c: Component): readonly LineSpec[] {
  const itemised = c.rows("uses").length > 0;
  return [
    stock("available", "可用余额", "available", "max(0, opening + interest_earned + top_up + deposits_in - drawn_by_others)", {
      convention: { zh: "期初+利息+当期存入", en: "opening, interest and deposits of the period" },
    }),
    flow("eligible", "合格支出(共用部位设施)", "eligible cost of common parts", "sum(role = in(cost.*, replacement.capex), eligible_maintenance = yes, payer = payee)", {
      clauses: ["civil-code/281"],
    }),
    ...(itemised ? linesOfUses(c) : oneAmount(c)),
    flow("spent", "当期使用合计", "used in the period", itemised ? totalOfUses(c) : "used"),
    ...ledgerLines(c, itemised ? ledgerUses(c) : [{ line: "used", building: undefined }]),
    stock("balance", "维修资金余额", "balance of the fund", "prev(balance) + interest_earned + top_up + deposits_in - drawn_by_others - spent", {
      opening: "account.opening_cash",
      role: "fund.balance",
      words: { holder: "account" },
    }),
  ];
}

function oneAmount(c: Component): readonly LineSpec[] {
  const entry: Entry = {
    way: "in",
    entered: "voted",
    counted: "total(used)",
    status: "status",
    documents: ["useVote", "joined"],
    limits: [{ reason: "eligibility", upTo: "max(total(eligible), total(used))" }],
  };
  const voted = c.has("voted");
  const room = ledgerRoom(c, undefined, []);
  const limit = voted ? `${leftAfter("document")} - prev(running(used))` : "available * counted(status)";
  return [
    ...(voted ? uncountedLines(entry) : []),
    stock("eligible_left", "合格支出余额", "eligible cost left", "max(0, running(eligible) - prev(running(used)))"),
    cash(
      "used",
      "维修资金用于项目",
      "fund used in the project",
      `max(0, min(available, eligible_left, ${limit}${room === undefined ? "" : `, ${room}`})) * recorded(useVote) * recorded(joined)`,
      {
        ...contributionEntry(c, voted ? countedTags("in") : {}),
        from: "account",
        role: "contribution.maintenance_fund",
        clauses: ["civil-code/281", "taizhou-2023-draft/4(5)12"],
      },
    ),
  ];
}
