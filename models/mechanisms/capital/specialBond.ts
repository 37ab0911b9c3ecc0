import { choice, money, month, party, rate, status, table } from "../../terms/inputs.ts";
import { type Component, perRow, sumOfRows } from "../define/component.ts";
import { booking, cash, flow, type LineSpec, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { coverageDefinition, coverageLines } from "./coverage.ts";

/**
 * 地方政府专项债: tranches with their own coupon and maturity, interest twice a year from the issue date, principal at maturity or in equal yearly
 * instalments. Interest accrues every period whenever it is paid. What falls into construction, the issue fee too, is paid from capital and belongs to the
 * cost of the assets. Money used as project capital is repaid by the issuing budget and enters as capital.
 */
export const specialBond = mechanism("special_bond", {
  title: { zh: "地方政府专项债券", en: "Local-government special bonds" },
  summary: {
    zh: "分批发行,自发行日按半年付息,到期一次还本或分年等额还本;建设期利息与发行费由资本金支付并计入资产成本。",
    en: "Issued in tranches, interest half-yearly from issue, principal at maturity or in equal yearly instalments; interest and issue fee during construction are paid from capital.",
  },
  family: "capital",
  clauses: ["national-law/special-bonds", "national-law/budget-35"],
  checks: ["C14", "R-DEBT-1"],
  inputs: {
    issuer: party("发行与转贷财政", "issuing budget", ["district", "city", "province"]),
    borrower: party("使用单位", "user of the money", PROJECT_SIDE),
    holder: party("债券持有人(作资本金时)", "bondholders, when used as capital", ["bondholder", "bank"], { optional: true }),
    feePayee: party("发行服务机构", "issue service", ["bank", "supplier", "other"]),
    use: choice("用途", "used as", {
      debt: { zh: "债务资金(由项目收益偿还)", en: "debt, repaid from the project's income" },
      capital: { zh: "项目资本金(由财政偿还)", en: "project capital, repaid by the budget" },
    }),
    tranches: table(
      "发行批次",
      "tranches",
      {
        amount: { type: "number", unit: "CNY", label: { zh: "发行额", en: "amount" }, from: 0, usual: [10000000, 200000000] },
        issue: month("发行月", "month of issue", "within"),
        coupon: { type: "number", unit: "1/a", label: { zh: "票面利率", en: "coupon" }, from: 0, to: 0.2, usual: [0.018, 0.035] },
        term: { type: "number", unit: "a", label: { zh: "期限", en: "term" }, from: 1, to: 40, integer: true, usual: [10, 30] },
        firstPrincipal: {
          type: "number",
          unit: "a",
          label: { zh: "自第几年起逐年还本(等于期限即到期一次还本)", en: "principal from year (the term itself: bullet)" },
          from: 1,
          to: 40,
          integer: true,
          usual: [6, 10],
        },
      },
      { minRows: 1 },
    ),
    issueTiming: choice("发行时点", "issued at", {
      end: { zh: "当期末(次期起息)", en: "the end of the period, interest from the next" },
      start: { zh: "当期初", en: "the start of the period" },
    }),
    couponInterval: choice("付息频率", "interest paid", {
      half_year: { zh: "每半年", en: "twice a year" },
      year: { zh: "每年", en: "once a year" },
    }),
    issueFeeRate: rate("发行费率", "issue fee", { from: 0, to: 0.01, usual: [0.0008, 0.001] }),
    paymentFeeRate: rate("兑付服务费率", "payment service fee", { from: 0, to: 0.001, usual: [0, 0.00005] }),
    completion: month("建设完成月", "completion month", "before"),
    coverageDefinition,
    pledgedElsewhere: money("以同一收入另行偿还或担保的债务", "debt served by or secured on the same income elsewhere", { from: 0, optional: true, usual: [0, 0] }),
    status: status(),
  },
  lines: (c) => {
    const all = (name: string) => sumOfRows(c, "tranches", name);
    const asDebt = c.word("use") === "debt";
    return [
      ...trancheLines(c),
      flow("accrued_total", "应计利息", "interest accrued", all("accrued"), {
        convention: { zh: "自发行起逐期计提,与付息日无关", en: "accrues every period from issue, whenever it is paid" },
      }),
      flow("coupons_total", "应付票息", "coupons due", all("coupon_paid")),
      ...(asDebt ? debtLines(c, all) : capitalLines(c, all)),
      ...feeLines(c.word("feePayee"), c.word("borrower")),
      scalar("also_pledged", "同一收入对应的其他债务", "other debt on the same income", c.has("pledgedElsewhere") ? "pledgedElsewhere" : "0"),
      stock(
        "unspent",
        "债券资金未对应支出",
        "bond money without eligible spending",
        `max(0, running(issue) - running(sum(payer = ${c.word("borrower")}, role = cost.*, eligible_bond = yes)))`,
        { clauses: ["national-law/special-bonds"] },
      ),
      ...(asDebt ? coverageLines(c) : []),
    ];
  },
});

/** One tranche: when it was issued, how many coupons and instalments have fallen due, what is outstanding. */
function trancheLines(c: Component): readonly LineSpec[] {
  const atStart = c.word("issueTiming") === "start";
  const interval = c.word("couponInterval") === "year" ? "(monthsperyear * oneyear)" : "(monthsperyear * oneyear / 2)";
  const count = "(row.term - row.firstPrincipal) / oneyear + 1";
  const periods = "since(month + dtmonths > row.issue)";
  const due = "min(months_out, row.term * monthsperyear)";
  return perRow(c, "tranches", () => [
    flow("issued", "发行", "issued", "row.issue >= month and row.issue < month + dtmonths ? row.amount * counted(status) : 0"),
    stock("months_out", "已计息月数", "months since interest began", `${atStart ? periods : `max(0, ${periods} - 1)`} * dtmonths`, {
      unit: "mo",
      convention: atStart
        ? { zh: "当期初发行", en: "issued at the start of the period" }
        : { zh: "当期末发行,次期起息", en: "issued at the end of the period, interest from the next" },
    }),
    stock("coupons", "累计付息次数", "coupons due", `floor(${due} / ${interval})`, { unit: "1" }),
    stock("instalments", "累计还本次数", "instalments due", `max(0, floor(${due} / (oneyear * monthsperyear)) - row.firstPrincipal / oneyear + 1)`, { unit: "1" }),
    flow("repaid", "还本", "repaid", `running(issued) / max(1, ${count}) * (instalments - prev(instalments))`),
    stock("outstanding", "未偿余额", "outstanding", "prev(outstanding) + issued - repaid"),
    flow(
      "accrued",
      "应计利息",
      "interest accrued",
      `${atStart ? "(prev(outstanding) + issued)" : "prev(outstanding)"} * row.coupon * (min(months_out, row.term * monthsperyear) - min(prev(months_out), row.term * monthsperyear)) / monthsperyear`,
    ),
    stock(
      "falls_due",
      "下一年度应还本息",
      "principal and interest of the next twelve months",
      `running(issued) / max(1, ${count}) * (max(0, floor(min(months_out + monthsperyear * oneyear, row.term * monthsperyear) / (oneyear * monthsperyear)) - row.firstPrincipal / oneyear + 1) - instalments) + outstanding * row.coupon * min(oneyear, row.term - min(months_out / monthsperyear, row.term))`,
    ),
    flow("coupon_paid", "票息", "coupon", "coupons > prev(coupons) ? running(accrued) - prev(running(coupon_paid)) : 0"),
  ]);
}

type Sum = (name: string) => string;

/** Bond as debt of the project: its income pays coupons and principal. */
function debtLines(c: Component, all: Sum): readonly LineSpec[] {
  const [issuer, borrower] = [c.word("issuer"), c.word("borrower")];
  const tags = { borrower, lender: issuer, priority: 0, taxpayer: borrower, form: "bond" };
  const construction = { ...tags, stage: "construction" };
  const operation = { ...tags, stage: "operation" };
  const out = { payer: borrower, payee: issuer, role: "debt.interest" as const, posts: { debit: "payable", credit: "cash" } as const };
  return [
    cash("issue", "专项债到位", "bond money received", all("issued"), { payer: issuer, payee: borrower, role: "debt.draw", tags, posts: { debit: "cash", credit: "debt" } }),
    booking("accrued_construction", "建设期应计利息", "interest accrued in construction", "month < completion ? accrued_total : 0", {
      role: "debt.interest_accrued",
      tags: construction,
      posts: { debit: "wip", credit: "payable" },
    }),
    booking("accrued_operation", "运营期应计利息", "interest accrued in operation", "month < completion ? 0 : accrued_total", {
      role: "debt.interest_accrued",
      tags: operation,
      posts: { debit: "interest", credit: "payable" },
    }),
    cash("interest_construction", "建设期付息", "interest paid in construction", "month < completion ? coupons_total : 0", {
      ...out,
      tags: construction,
      convention: { zh: "由资本金支付,计入资产成本", en: "paid from capital, part of the asset cost" },
    }),
    cash("interest", "付息", "interest paid", "month < completion ? 0 : coupons_total", { ...out, tags: operation }),
    cash("principal", "还本", "principal repaid", all("repaid"), { ...out, role: "debt.principal", tags, posts: { debit: "debt", credit: "cash" } }),
    stock("balance", "债券余额", "bond balance", "prev(balance) + issue - principal", { role: "debt.balance", tags }),
    stock("due_next_year", "下一年度应还本息", "debt service of the next twelve months", all("falls_due"), { role: "debt.due_next_year", tags }),
  ];
}

/** Bond as capital of the project: the issuing budget serves it. */
function capitalLines(c: Component, all: Sum): readonly LineSpec[] {
  const issuer = c.word("issuer");
  const served = { payer: issuer, payee: c.word("holder"), role: "memo" as const, posts: { debit: "outside", credit: "outside" } as const };
  return [
    cash("issue", "专项债作资本金到位", "bond money received as capital", all("issued"), {
      payer: issuer,
      payee: c.word("borrower"),
      role: "equity.paid_in",
      tags: { investor: issuer, capital_kind: "special_bond" },
      posts: { debit: "cash", credit: "capital" },
      clauses: ["national-law/special-bonds"],
    }),
    cash("interest", "财政付息", "interest paid by the budget", "coupons_total", served),
    cash("principal", "财政还本", "principal repaid by the budget", all("repaid"), served),
    stock("balance", "债券余额(财政)", "bond balance of the budget", "prev(balance) + issue - principal"),
  ];
}

function feeLines(payee: string, borrower: string): readonly LineSpec[] {
  const fee = { payer: borrower, payee, tags: { taxpayer: borrower } };
  return [
    cash("issue_fee", "发行费", "issue fee", "issue * issueFeeRate", { ...fee, role: "cost.financing.fee", posts: { debit: "wip", credit: "cash" } }),
    cash("payment_fee", "兑付服务费", "payment service fee", "(principal + coupons_total) * paymentFeeRate", {
      ...fee,
      role: "opex.other",
      posts: { debit: "opex", credit: "cash" },
    }),
  ];
}
