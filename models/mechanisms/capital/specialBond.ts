import { choice, money, month, party, rate, status, table } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { booking, cash, flow, type LineSpec, ratio, scalar, stock } from "../define/lines.ts";
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
  lines: (c) => [
    ...trancheLines(c),
    flow("accrued_total", "应计利息", "interest accrued", "sumrows(tranches, row.accrued)", {
      convention: { zh: "自发行起逐期计提,与付息日无关", en: "accrues every period from issue, whenever it is paid" },
    }),
    flow("coupons_total", "应付票息", "coupons due", "sumrows(tranches, row.coupon_paid)"),
    ...(c.is("use", "debt") ? debtLines : capitalLines),
    ...feeLines,
    scalar("also_pledged", "同一收入对应的其他债务", "other debt on the same income", "pledgedElsewhere or 0"),
    stock("unspent", "债券资金未对应支出", "bond money without eligible spending", "max(0, running(issue) - running(sum(payer = borrower, role = cost.*, eligible_bond = yes)))", {
      clauses: ["national-law/special-bonds"],
    }),
    ...(c.is("use", "debt") ? coverageLines(c) : []),
  ],
});

/** One tranche: when it was issued, how many coupons and instalments have fallen due, what is outstanding. */
function trancheLines(c: Component): readonly LineSpec[] {
  const atStart = c.is("issueTiming", "start");
  const bearing = atStart ? "prev(outstanding) + issued" : "prev(outstanding)";
  const periods = "since(month + dtmonths > row.issue)";
  return perRow(c, "tranches", () => [
    flow("issued", "发行", "issued", "falls(row.issue) ? row.amount * counted(status) : 0"),
    stock("months_out", "已计息月数", "months since interest began", `${atStart ? periods : `max(0, ${periods} - 1)`} * dtmonths`, {
      unit: "mo",
      convention: atStart
        ? { zh: "当期初发行", en: "issued at the start of the period" }
        : { zh: "当期末发行,次期起息", en: "issued at the end of the period, interest from the next" },
    }),
    stock("months_due", "已计息月数(至到期)", "months of interest so far, at most the term", "min(months_out, row.term * monthsperyear)", { unit: "mo" }),
    stock("coupons", "累计付息次数", "coupons due", `floor(months_due / ${c.is("couponInterval", "year") ? "12 mo" : "(12 mo / 2)"})`, { unit: "1" }),
    ratio("instalments_total", "还本次数", "instalments in all", "max(1, (row.term - row.firstPrincipal) / 1 a + 1)"),
    stock("instalments", "累计还本次数", "instalments due", "max(0, floor(months_due / 12 mo) - row.firstPrincipal / 1 a + 1)", { unit: "1" }),
    stock(
      "instalments_ahead",
      "至下一年末累计还本次数",
      "instalments due within twelve months more",
      "max(0, floor(min(months_out + 12 mo, row.term * monthsperyear) / 12 mo) - row.firstPrincipal / 1 a + 1)",
      { unit: "1" },
    ),
    flow("repaid", "还本", "repaid", "running(issued) / instalments_total * (instalments - prev(instalments))"),
    stock("outstanding", "未偿余额", "outstanding", "prev(outstanding) + issued - repaid"),
    flow("accrued", "应计利息", "interest accrued", `(${bearing}) * row.coupon * (months_due - prev(months_due)) / monthsperyear`),
    stock(
      "falls_due",
      "下一年度应还本息",
      "principal and interest of the next twelve months",
      "running(issued) / instalments_total * (instalments_ahead - instalments) + outstanding * row.coupon * min(1 a, row.term - months_due / monthsperyear)",
    ),
    flow("coupon_paid", "票息", "coupon", "coupons > prev(coupons) ? running(accrued) - prev(running(coupon_paid)) : 0"),
  ]);
}

const borrowed = { borrower: "borrower", lender: "issuer", taxpayer: "borrower" };
const bond = { tags: { priority: 0, form: "bond" }, words: borrowed };
const construction = { tags: { ...bond.tags, stage: "construction" }, words: borrowed };
const operation = { tags: { ...bond.tags, stage: "operation" }, words: borrowed };
const coupons = { from: "borrower", to: "issuer", role: "debt.interest", posts: { debit: "payable", credit: "cash" } } as const;

/** Bond as debt of the project: its income pays coupons and principal. */
const debtLines: readonly LineSpec[] = [
  cash("issue", "专项债到位", "bond money received", "sumrows(tranches, row.issued)", {
    ...bond,
    from: "issuer",
    to: "borrower",
    role: "debt.draw",
    posts: { debit: "cash", credit: "debt" },
  }),
  scalar("repays_from", "建设期满月", "first month after construction", "completion", { ...bond, role: "stage.repayment", unit: "mo" }),
  booking("accrued_construction", "建设期应计利息", "interest accrued in construction", "month < completion ? accrued_total : 0", {
    ...construction,
    role: "debt.interest_accrued",
    posts: { debit: "wip", credit: "payable" },
  }),
  booking("accrued_operation", "运营期应计利息", "interest accrued in operation", "month < completion ? 0 : accrued_total", {
    ...operation,
    role: "debt.interest_accrued",
    posts: { debit: "interest", credit: "payable" },
  }),
  cash("interest_construction", "建设期付息", "interest paid in construction", "month < completion ? coupons_total : 0", {
    ...construction,
    ...coupons,
    convention: { zh: "由资本金支付,计入资产成本", en: "paid from capital, part of the asset cost" },
  }),
  cash("interest", "付息", "interest paid", "month < completion ? 0 : coupons_total", { ...operation, ...coupons }),
  cash("principal", "还本", "principal repaid", "sumrows(tranches, row.repaid)", {
    ...bond,
    from: "borrower",
    to: "issuer",
    role: "debt.principal",
    posts: { debit: "debt", credit: "cash" },
  }),
  stock("balance", "债券余额", "bond balance", "prev(balance) + issue - principal", { ...bond, role: "debt.balance" }),
  stock("due_next_year", "下一年度应还本息", "debt service of the next twelve months", "sumrows(tranches, row.falls_due)", { ...bond, role: "debt.due_next_year" }),
];

const served = { from: "issuer", to: "holder", role: "memo", posts: { debit: "outside", credit: "outside" } } as const;

/** Bond as capital of the project: the issuing budget serves it. */
const capitalLines: readonly LineSpec[] = [
  cash("issue", "专项债作资本金到位", "bond money received as capital", "sumrows(tranches, row.issued)", {
    from: "issuer",
    to: "borrower",
    role: "equity.paid_in",
    tags: { capital_kind: "special_bond" },
    words: { investor: "issuer" },
    posts: { debit: "cash", credit: "capital" },
    clauses: ["national-law/special-bonds"],
  }),
  cash("interest", "财政付息", "interest paid by the budget", "coupons_total", served),
  cash("principal", "财政还本", "principal repaid by the budget", "sumrows(tranches, row.repaid)", served),
  stock("balance", "债券余额(财政)", "bond balance of the budget", "prev(balance) + issue - principal"),
];

const fee = { from: "borrower", to: "feePayee", words: { taxpayer: "borrower" } };

const feeLines: readonly LineSpec[] = [
  cash("issue_fee", "发行费", "issue fee", "issue * issueFeeRate", { ...fee, role: "cost.financing.fee", posts: { debit: "wip", credit: "cash" } }),
  cash("payment_fee", "兑付服务费", "payment service fee", "(principal + coupons_total) * paymentFeeRate", {
    ...fee,
    role: "opex.other",
    posts: { debit: "opex", credit: "cash" },
  }),
];
