import { party, profile, rate, record } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { cash, flow, type LineSpec } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { outputVatLines, saleVatInputs, vatOf } from "../define/vat.ts";

const OUTSIDE = { debit: "outside", credit: "outside" } as const;

/** 共有部分收益: the owners' income after reasonable cost. The maintenance fund and the operator get what the owners decided, and nothing before they did. */
export const commonIncome = mechanism("common_income", {
  title: { zh: "共有部分收益分配", en: "Income of common parts" },
  summary: {
    zh: "广告、场地、停车等共有部分收入扣除合理成本后归业主;经业主重大事项表决后按决定分给维修资金与运营方,未表决不计入项目收入。",
    en: "Income of common parts after reasonable cost belongs to the owners; fund and operator get the shares the owners voted, and nothing before the vote.",
  },
  family: "residents",
  clauses: ["civil-code/278", "civil-code/282", "taizhou-property/48"],
  checks: ["C10"],
  inputs: {
    payer: party("付款方", "payer", ["tenant", "supplier", "utility", "other"]),
    owners: party("业主", "owners", ["resident"]),
    serviceProvider: party("代管及维护单位", "whoever is paid the reasonable cost", SUPPLIERS),
    operator: party("运营方", "operator", PROJECT_SIDE),
    account: party("维修资金专户", "maintenance-fund account", ["maintenance_fund"], { optional: true }),
    gross: profile("amount", "CNY", "共有部分收入计划(含税)", "gross income by date, VAT included", { from: 0, usual: [50000, 1000000] }),
    costShare: rate("合理成本占收入比例", "reasonable cost, share of gross", { from: 0, to: 1, usual: [0.2, 0.4] }),
    fundShare: rate("归入维修资金比例", "share to the maintenance fund", { from: 0, to: 1, optional: true, usual: [0.5, 0.7] }),
    operatorShare: rate("归运营方比例", "share to the operator", { from: 0, to: 1, usual: [0.2, 0.3] }),
    vote: record("业主重大事项表决(经营共有部分及分配)", "owners' major vote on operating common parts and splitting the income", { kinds: ["vote"], majority: "major" }),
    ...saleVatInputs,
  },
  lines: (c) => [...owned, ...shared(c)],
});

const owned: readonly LineSpec[] = [
  cash("income", "共有部分收入", "income of common parts", "gross * project.price_index", {
    from: "payer",
    to: "owners",
    role: "owners.common_income",
    posts: OUTSIDE,
    clauses: ["civil-code/282"],
  }),
  cash("cost", "合理成本", "reasonable cost", "income * costShare", { from: "owners", to: "serviceProvider", role: "owners.common_cost", posts: OUTSIDE }),
  flow("to_share", "业主净收益(表决后可分配)", "owners' net income that may be shared after the vote", "(income - cost) * recorded(vote)", { clauses: ["civil-code/278"] }),
];

function shared(c: Component): readonly LineSpec[] {
  const vat = vatOf(c);
  return [
    ...(c.has("account") && c.has("fundShare")
      ? [
          cash("to_fund", "转入维修资金", "put into the maintenance fund", "to_share * fundShare", {
            from: "owners",
            to: "account",
            role: "fund.common_income",
            posts: OUTSIDE,
            clauses: ["civil-code/282", "taizhou-property/48"],
          }),
        ]
      : []),
    cash("to_operator", "运营方分成(不含税)", "operator's share, ex VAT", vat.net("to_share * operatorShare"), {
      from: "owners",
      to: "operator",
      role: "revenue.common",
      words: { taxpayer: "operator" },
      posts: { debit: "cash", credit: "revenue" },
      clauses: ["civil-code/278", "civil-code/282"],
      convention: { zh: "无业主表决不计入项目收入", en: "no project revenue without the owners' vote" },
    }),
    ...outputVatLines("to_operator", vat, { from: "owners", to: "operator" }),
  ];
}
