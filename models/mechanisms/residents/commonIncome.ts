import { choice, month, party, pieces, profile, rate, record, table, unitPrice, word } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { outputVatLines, saleVatInputs, vatOf } from "../define/vat.ts";
import { scaleLines } from "../income/scale.ts";

const OUTSIDE = { debit: "outside", credit: "outside" } as const;

/** 共有部分收益: the owners' income after reasonable cost. The maintenance fund and the operator get what the owners decided, and nothing before they did. */
export const commonIncome = mechanism("common_income", {
  title: { zh: "共有部分收益分配", en: "Income of common parts" },
  summary: {
    zh: "广告、场地、停车等共有部分收入扣除合理成本后归业主;可按来源(数量×单价×增长)填列;经业主重大事项表决后按决定分给维修资金与运营方,表决不成立的不计入项目收入,全部归入维修资金。",
    en: "Income of common parts after reasonable cost belongs to the owners; entered by source (pieces × price × growth); fund and operator get the shares the owners voted; without a vote that holds all goes to the fund.",
  },
  family: "residents",
  clauses: ["civil-code/278", "civil-code/282", "taizhou-property/45"],
  checks: ["C10"],
  offers: ["unheld"],
  inputs: {
    payer: party("付款方", "payer", ["tenant", "supplier", "utility", "other"]),
    owners: party("业主", "owners", ["resident"]),
    serviceProvider: party("代管及维护单位", "whoever is paid the reasonable cost", SUPPLIERS),
    operator: party("运营方", "operator", PROJECT_SIDE),
    account: party("维修资金专户", "maintenance-fund account", ["maintenance_fund"], { optional: true }),
    gross: profile("amount", "CNY", "共有部分收入计划(含税,按来源填列时不填)", "gross income by date, VAT included (left out when entered by source)", {
      from: 0,
      optional: true,
      usual: [50000, 1000000],
    }),
    sources: table(
      "收入来源",
      "sources",
      {
        source: word("来源", "source"),
        quantity: pieces("数量(车位、广告位等)", "number (spaces, boards …)", { from: 0, usual: [10, 300] }),
        price: unitPrice("单价(元/个·月,含税)", "price per piece and month, VAT included", { from: 0, usual: [100, 600] }),
        growth: rate("年增长率", "growth per year", { from: -0.5, to: 0.5, usual: [0, 0.03] }),
        start: month("起始月", "first month", "from"),
        paidBy: choice("付款人", "paid by", { residents: { zh: "业主自身", en: "the owners themselves" }, outsiders: { zh: "外部单位及个人", en: "outsiders" } }),
      },
      { optional: true, namedBy: ["source"] },
    ),
    costShare: rate("合理成本占收入比例", "reasonable cost, share of gross", { from: 0, to: 1, usual: [0.2, 0.4] }),
    fundShare: rate("归入维修资金比例", "share to the maintenance fund", { from: 0, to: 1, optional: true, usual: [0.5, 0.7] }),
    operatorShare: rate("归运营方比例", "share to the operator", { from: 0, to: 1, usual: [0.2, 0.3] }),
    vote: record("业主重大事项表决(经营共有部分及分配)", "owners' major vote on operating common parts and splitting the income", { kinds: ["vote"], majority: "major" }),
    ...saleVatInputs,
  },
  lines: (c) => [...bySource(c), ...owned(c), ...shared(c)],
});

/** What each source brings: pieces × price × growth since its first month. */
function bySource(c: Component): readonly LineSpec[] {
  return perRow(c, "sources", (row) => [
    ...scaleLines(row, "sources", "quantity"),
    rateLine(
      "price_now",
      "当期单价",
      "price of the period",
      "row.price * across(grown(row.growth, yearof(row.start), 1), grown(row.growth, yearof(row.start) + 1, 1), share(monthsin(nextyear(row.start), endmonth + 1 mo), monthsin(row.start, endmonth + 1 mo)))",
      {
        unit: "CNY",
      },
    ),
    flow("earned", "来源收入", "income of the source", "row.quantity * price_now * monthsin(row.start, endmonth + 1 mo) / 1 mo", { words: { source: "row.source" } }),
  ]);
}

/** What owners pay into their own common income changes no hands between parties; what outsiders pay does. */
function owned(c: Component): readonly LineSpec[] {
  const rows = (paidBy: string) =>
    c
      .rows("sources")
      .filter((row) => row.is("paidBy", paidBy))
      .map(({ id }) => `earned.${id}`);
  const outside = [...(c.has("gross") ? ["gross * project.price_index"] : []), ...rows("outsiders")];
  const inside = rows("residents");
  return [
    cash("income", "共有部分收入(外部付款)", "income of common parts, paid by outsiders", outside.join(" + ") || "0 CNY", {
      from: "payer",
      to: "owners",
      role: "owners.common_income",
      posts: OUTSIDE,
      clauses: ["civil-code/282"],
    }),
    flow("income_of_owners", "共有部分收入(业主自身付款)", "income of common parts, paid by the owners themselves", inside.join(" + ") || "0 CNY", {
      clauses: ["civil-code/282"],
    }),
    flow("income_in_total", "共有部分收入合计", "income of common parts in total", "income + income_of_owners"),
    ...afterCost,
  ];
}

const afterCost: readonly LineSpec[] = [
  cash("cost", "合理成本", "reasonable cost", "income_in_total * costShare", { from: "owners", to: "serviceProvider", role: "owners.common_cost", posts: OUTSIDE }),
  flow("to_share", "业主净收益(表决后可分配)", "owners' net income that may be shared after the vote", "(income_in_total - cost) * recorded(vote)", {
    clauses: ["civil-code/278"],
  }),
];

function shared(c: Component): readonly LineSpec[] {
  const vat = vatOf(c);
  return [
    ...(c.has("account")
      ? [
          cash("to_fund", "转入维修资金", "put into the maintenance fund", "to_share * (fundShare or 0) + (income_in_total - cost) * (1 - recorded(vote))", {
            convention: { zh: "表决不成立时全部归入维修资金", en: "all of it while no vote holds" },
            from: "owners",
            to: "account",
            role: "fund.common_income",
            posts: OUTSIDE,
            clauses: ["civil-code/282", "taizhou-property/45"],
          }),
        ]
      : []),
    ...uncountedLines({
      way: "in",
      entered: `total(${vat.net("(income_in_total - cost) * operatorShare")})`,
      counted: "total(to_operator)",
      documents: ["vote"],
    }),
    cash("to_operator", "运营方分成(不含税)", "operator's share, ex VAT", vat.net("to_share * operatorShare"), {
      from: "owners",
      to: "operator",
      role: "revenue.common",
      tags: countedTags("in"),
      words: { taxpayer: "operator" },
      posts: { debit: "cash", credit: "revenue" },
      clauses: ["civil-code/278", "civil-code/282"],
      convention: { zh: "无业主表决不计入项目收入", en: "no project revenue without the owners' vote" },
    }),
    ...outputVatLines("to_operator", vat, { from: "owners", to: "operator" }),
  ];
}
