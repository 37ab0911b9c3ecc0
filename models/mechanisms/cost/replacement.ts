import { choice, money, month, party, rate, table, years } from "../../terms/inputs.ts";
import { perRow, type Row } from "../define/component.ts";
import { booking, cash, flow, type LineSpec, rateLine, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { inputVatLines, purchaseVatInputs, vatOf } from "../define/vat.ts";

/** 大修与更新: what wears out is bought again at the end of each life; part of it may be eligible for the maintenance fund. */
export const replacement = mechanism("replacement", {
  title: { zh: "大修与更新", en: "Replacement" },
  summary: {
    zh: "电梯、平台、水泵等到期更新,自首次月份起每个寿命期一次,直至运营期末;可由维修资金承担的部分单列。",
    en: "Lifts, platform, pumps … replaced from the first month once every life until the end of operation; the part the maintenance fund may bear stands apart.",
  },
  family: "cost",
  clauses: ["civil-code/281"],
  checks: ["C12"],
  inputs: {
    payer: party("运营主体", "operator", PROJECT_SIDE),
    payee: party("供应商", "supplier", SUPPLIERS),
    until: month("运营期末月", "last month of operation", "through", { notBefore: ["operationStart"] }),
    growth: rate("年涨幅", "growth per year", { from: -0.2, to: 0.2, usual: [0, 0.03] }),
    treatment: choice(
      "入账方式(不填为资本化)",
      "in the books (capitalised when left out)",
      { capitalised: { zh: "资本化,按更新周期折旧", en: "capitalised, depreciated over its life" }, expensed: { zh: "费用化", en: "expensed" } },
      { optional: true },
    ),
    operationStart: month("运营起始月", "first month of operation", "base"),
    items: table("更新项目", "items", {
      cost: money("每次费用", "cost each time", { from: 0, usual: [50000, 5000000] }),
      life: years("更新周期", "life", { from: 1, to: 60, usual: [5, 15], plausible: [2, 40] }),
      once: choice("仅更新一次(不填为每周期一次)", "once only (every life when left out)", { once: { zh: "一次", en: "once" } }, { optional: true }),
      first: month("首次更新月", "first month", "within", { late: "open", notBefore: ["operationStart"] }),
      fundShare: rate("维修资金可承担比例", "share eligible for the maintenance fund", {
        from: 0,
        to: 1,
        optional: true,
        usual: [0, 1],
      }),
      ...purchaseVatInputs,
    }),
  },
  lines: (c) => {
    const treatment = c.word("treatment", "capitalised");
    const expensed = treatment === "expensed";
    const paid = (eligible: "yes" | "no") =>
      ({
        from: "payer",
        to: "payee",
        role: "replacement.capex",
        tags: { treatment, eligible_maintenance: eligible, ...countedTags("out") },
        words: { taxpayer: "payer" },
        posts: { debit: expensed ? "opex" : "fixed", credit: "cash" },
      }) as const;
    return [
      ...perRow(c, "items", (row) => {
        const vat = vatOf(row, "row.");
        return [
          flow(
            "times",
            "当期更新次数",
            "times in the period",
            row.has("once")
              ? "row.first <= until and falls(row.first) ? 1 : 0"
              : "month <= until ? timesdue(row.first, row.life, min(month + dtmonths, until + 1 mo)) - timesdue(row.first, row.life, month) : 0",
            { unit: "1" },
          ),
          rateLine(
            "index",
            "价格系数(按更新所在年)",
            "price factor of the year of the replacement",
            `grown(growth, floor(max(0 mo, ${row.has("once") ? "row.first" : LAST_DUE} - operationStart) / 12 mo) + 1, 1)`,
            {
              unit: "1",
            },
          ),
          ...later(row),
          ...uncountedLines({
            way: "out",
            prefix: "due_",
            entered: `total(amount) + (times_after * price_after + times_cut) * ${vat.carried("row.cost")}`,
            counted: "total(amount)",
            limits: [{ reason: "cutoff", off: `times_cut * ${vat.carried("row.cost")}` }],
            words: { taxpayer: "payer" },
          }),
          flow("amount", "更新费用", "replacement", `times * ${vat.carried("row.cost")} * index`),
          cash("own_part", "更新支出", "replacement paid", "amount * (1 - (row.fundShare or 0))", paid("no")),
          ...(row.has("fundShare") ? [cash("fund_part", "更新支出(维修资金可承担)", "replacement the maintenance fund may bear", "amount * row.fundShare", paid("yes"))] : []),
          ...(expensed ? [] : registerLines),
          ...inputVatLines("amount", vat, { from: "payer", to: "payee" }),
        ];
      }),
    ];
  },
});

/** Those that fall between the horizon and the end of operation, and one whose first month lies after that end. */
const later = (row: Row): readonly LineSpec[] => [
  scalar(
    "times_after",
    "计算期后至运营期末的更新次数",
    "times between the horizon and the end of operation",
    row.has("once")
      ? "row.first <= until and row.first > endmonth ? 1 : 0"
      : "until > endmonth ? timesdue(row.first, row.life, until + 1 mo) - timesdue(row.first, row.life, endmonth + 1 mo) : 0",
    { unit: "1" },
  ),
  ratio("price_after", "计算期后各次更新的平均价格系数", "average price factor of the times after the horizon", row.has("once") ? GROWN_ONCE : GROWN, {
    convention: { zh: "未计入金额按更新所在年的价格,不含物价指数", en: "what is not counted stands at the price of its year, without the price index" },
  }),
  scalar("times_cut", "首次更新月在运营期末之后", "first due after the end of operation", "row.first > until ? 1 : 0", { unit: "1" }),
];

/** Price of a month against that of the first year of operation. */
const grownAt = (at: string): string => `(1 + growth) ^ floor(max(0 mo, ${at} - operationStart) / (1 a * monthsperyear))`;
const GROWN_ONCE = grownAt("row.first");

/** The first after the horizon, and what all of them come to: each costs more by what a life brings, a geometric series. */
const FIRST_AFTER = grownAt("(row.first + timesdue(row.first, row.life, endmonth + 1 mo) * row.life * monthsperyear)");
const PER_LIFE = "(1 + growth) ^ (row.life / 1 a)";
const GROWN = `times_after > 0 and (growth > 0 or growth < 0) ? ${FIRST_AFTER} * (${PER_LIFE} ^ times_after - 1) / (${PER_LIFE} - 1) / times_after : ${FIRST_AFTER}`;

/** Month of the last one due by the end of the period; the year of its price is that month's, however long the period. */
const LAST_DUE = "(row.first + max(0, timesdue(row.first, row.life, month + dtmonths) - 1) * row.life * monthsperyear)";

/** Depreciation and net value of one item's replacements. */
const registerLines: readonly LineSpec[] = [
  booking("depreciation", "更新折旧", "depreciation of the replacement", "prev(window(amount, row.life * periodsperyear)) / (row.life * periodsperyear)", {
    role: "depreciation",
    tags: { asset: "replacement" },
    words: { taxpayer: "payer" },
    posts: { debit: "depreciation", credit: "fixed" },
    convention: { zh: "资本化,自次期起按更新周期直线法", en: "capitalised, straight-line over its life from the next period" },
  }),
  stock("net", "更新资产净值", "net value of the replacements", "prev(net) + amount - depreciation", { role: "asset.net", words: { taxpayer: "payer" } }),
];
