import { choice, money, party, rate, record, status } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { booking, cash, flow, type LineSpec, ratio, scalar, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { allowed, countedTags, type Entry, uncountedLines } from "../define/uncounted.ts";
import { trancheLines, tranchesInput } from "./bondTranches.ts";
import { builtLines, constructionInputs } from "./construction.ts";
import { coverageDefinition, coverageLines, coverageOver } from "./coverage.ts";
import { pledgedInput } from "./pledged.ts";

/**
 * 地方政府专项债: tranches with their own coupon and maturity, interest twice a year from the issue date, principal at maturity or in equal yearly
 * instalments. Interest accrues every period whenever it is paid. What falls into construction, the issue fee too, is paid from capital and belongs to the
 * cost of the assets. Money used as project capital counts as capital; who repays it is another question: the issuing budget, or the project.
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
  offers: ["also_pledged", "unspent", "lowest_year", "lowest_year_at"],
  inputs: {
    issuer: party("发行与转贷财政", "issuing budget", ["district", "city", "province"]),
    borrower: party("使用单位", "user of the money", PROJECT_SIDE),
    holder: party("债券持有人(作资本金时)", "bondholders, when used as capital", ["bondholder", "bank"], { optional: true }),
    feePayee: party("发行服务机构", "issue service", ["bank", "supplier", "other"]),
    use: choice("用途", "used as", {
      debt: { zh: "债务资金(由项目收益偿还)", en: "debt, repaid from the project's income" },
      capital: { zh: "项目资本金", en: "project capital" },
    }),
    servedBy: choice(
      "作资本金时由谁还本付息(不填为财政)",
      "who repays what is used as capital (the budget when left out)",
      { budget: { zh: "财政", en: "the budget" }, project: { zh: "项目收益", en: "the project, out of its income" } },
      { optional: true },
    ),
    tranches: tranchesInput,
    issueTiming: choice("发行时点", "issued at", {
      end: { zh: "当期末(次期起息)", en: "the end of the period, interest from the next" },
      start: { zh: "当期初", en: "the start of the period" },
    }),
    couponInterval: choice("付息频率", "interest paid", {
      half_year: { zh: "每半年", en: "twice a year" },
      year: { zh: "每年", en: "once a year" },
    }),
    issueFeeRate: rate("发行费率", "issue fee", { from: 0, to: 0.01, usual: [0.0008, 0.001] }),
    guaranteeFeeRate: rate("担保费率(年,占期初余额)", "guarantee fee per year, on the opening balance", { from: 0, to: 0.1, optional: true, usual: [0, 0.01] }),
    paymentFeeRate: rate("兑付服务费率", "payment service fee", { from: 0, to: 0.001, usual: [0, 0.00005] }),
    ...constructionInputs,
    coverageDefinition,
    coverageOver,
    pledged: pledgedInput,
    pledgedElsewhere: money("以同一收入另行偿还或担保的债务", "debt served by or secured on the same income elsewhere", { from: 0, optional: true, usual: [0, 0] }),
    approval: record("债券额度批复", "approval of the quota", { kinds: ["approval", "budget_approval"], grants: true, leftOut: "undecided" }),
    status: status(),
  },
  lines: (c) => [
    ...uncountedLines(ISSUED),
    ratio("approved_share", "批复额度占发行额比例", "share of the issue that is approved", APPROVED_SHARE, {
      clauses: ["national-law/special-bonds"],
      convention: { zh: "超出批复额度的,各批按比例扣除", en: "what exceeds the quota is taken off every tranche alike" },
    }),
    ...trancheLines(c),
    ...builtLines(c),
    flow("accrued_total", "应计利息", "interest accrued", "sumrows(tranches, row.accrued)", {
      convention: { zh: "自发行起逐期计提,与付息日无关", en: "accrues every period from issue, whenever it is paid" },
    }),
    flow("coupons_total", "应付票息", "coupons due", "sumrows(tranches, row.coupon_paid)"),
    ...(isServed(c) ? debtLines(c) : capitalLines),
    ...(c.is("servedBy", "project") ? [countedAsCapital(c)] : []),
    ...(c.is("use", "debt") && c.is("servedBy", "budget") ? [servedByBudget] : []),
    ...feeLines(c),
    scalar("also_pledged", "同一收入对应的其他债务", "other debt on the same income", "pledgedElsewhere or 0"),
    stock("unspent", "债券资金未对应支出", "bond money without eligible spending", "max(0, running(issue) - running(sum(payer = borrower, role = cost.*, eligible_bond = yes)))", {
      clauses: ["national-law/special-bonds"],
    }),
    ...(isServed(c) ? coverageLines(c) : []),
  ],
});

/** Whether the project's income pays coupons and principal: of all that is used as debt, and of capital where it is said so. */
const isServed = (c: Component): boolean => c.is("use", "debt") || c.is("servedBy", "project");

const ISSUED: Entry = { way: "in", entered: "sumrows(tranches, row.amount)", counted: "total(issue)", status: "status", documents: ["approval"], words: { borrower: "borrower" } };

/** A quota that leaves nothing of the issue is no approval. */
const APPROVED_SHARE = `approval.held > 0 and (${allowed(ISSUED)} > 0 CNY or ${allowed({ ...ISSUED, documents: [] })} <= 0 CNY) ? share(${allowed(ISSUED)}, entered) : none`;

const borrowed = { borrower: "borrower", lender: "issuer", taxpayer: "borrower" };
const bond = { tags: { priority: 0, form: "bond" }, words: borrowed };
const construction = { tags: { ...bond.tags, stage: "construction" }, words: borrowed };
const operation = { tags: { ...bond.tags, stage: "operation" }, words: borrowed };
const coupons = { from: "borrower", to: "issuer", role: "debt.interest", posts: { debit: "payable", credit: "cash" } } as const;

/** What counts as capital stands in the books as what it is: a debt the project repays. */
const countedAsCapital = (c: Component): LineSpec =>
  flow("counted_as_capital", "计入项目资本金的专项债", "bond money counted as project capital", c.is("use", "capital") ? "issue" : "0", {
    role: "memo",
    tags: { as_capital: "approved", capital_kind: "special_bond" },
    words: { recipient: "borrower" },
    clauses: ["national-law/special-bonds"],
  });

const servedByBudget = doubt(
  "served_by_budget",
  "servedBy",
  "用途为债务资金的债券由项目收益偿还,“由财政还本付息”不起作用;由财政偿还的请选作资本金",
  "a bond used as debt is repaid by the project: choose use as capital where the budget repays it",
  "1",
);

/** Bond as debt of the project: its income pays coupons and principal. */
const debtLines = (c: Component): readonly LineSpec[] => [
  cash("issue", "专项债到位", "bond money received", "sumrows(tranches, row.issued)", {
    ...bond,
    tags: { ...bond.tags, ...countedTags("in"), ...(c.is("use", "capital") ? { counts: "capital" } : {}) },
    from: "issuer",
    to: "borrower",
    role: "debt.draw",
    posts: { debit: "cash", credit: "debt" },
  }),
  scalar("repays_from", "建设期满月", "first month after construction", "built", { ...bond, role: "stage.repayment", unit: "mo" }),
  booking("accrued_construction", "建设期应计利息", "interest accrued in construction", "month < built ? accrued_total : 0", {
    ...construction,
    role: "debt.interest_accrued",
    posts: { debit: "wip", credit: "payable" },
  }),
  booking("accrued_operation", "运营期应计利息", "interest accrued in operation", "month < built ? 0 : accrued_total", {
    ...operation,
    role: "debt.interest_accrued",
    posts: { debit: "interest", credit: "payable" },
  }),
  cash("interest_construction", "建设期付息", "interest paid in construction", "month < built ? coupons_total : 0", {
    ...construction,
    ...coupons,
    convention: { zh: "由资本金支付,计入资产成本", en: "paid from capital, part of the asset cost" },
  }),
  cash("interest", "付息", "interest paid", "month < built ? 0 : coupons_total", { ...operation, ...coupons }),
  cash("principal", "还本", "principal repaid", "sumrows(tranches, row.repaid)", {
    ...bond,
    from: "borrower",
    to: "issuer",
    role: "debt.principal",
    posts: { debit: "debt", credit: "cash" },
  }),
  stock("balance", "债券余额", "bond balance", "prev(balance) + issue - principal", { ...bond, role: "debt.balance" }),
  stock("due_next_year", "下一年度应还本息", "debt service of the next twelve months", "sumrows(tranches, row.falls_due)", { ...bond, role: "debt.due_next_year" }),
  stock("owed", "其后到期的本息", "principal and interest that fall due later", "sumrows(tranches, row.falls_due_later)", {
    ...bond,
    role: "debt.owed",
    convention: { zh: "按发行条件与期末余额推算", en: "from the terms and the balance" },
  }),
  ...perRow(c, "tranches", () => [scalar("ends", "到期月", "month of maturity", "row.matures", { ...bond, role: "debt.ends", unit: "mo" })]),
];

const served = { from: "issuer", to: "holder", role: "memo", posts: { debit: "outside", credit: "outside" } } as const;

/** Bond as capital of the project: the issuing budget serves it. */
const capitalLines: readonly LineSpec[] = [
  cash("issue", "专项债作资本金到位", "bond money received as capital", "sumrows(tranches, row.issued)", {
    from: "issuer",
    to: "borrower",
    role: "equity.paid_in",
    tags: { capital_kind: "special_bond", ...countedTags("in") },
    words: { investor: "issuer" },
    posts: { debit: "cash", credit: "capital" },
    clauses: ["national-law/special-bonds"],
  }),
  cash("raised", "财政发债收入", "bond money raised by the budget", "issue", { ...served, from: "holder", to: "issuer" }),
  cash("interest", "财政付息", "interest paid by the budget", "coupons_total", served),
  cash("principal", "财政还本", "principal repaid by the budget", "sumrows(tranches, row.repaid)", served),
  stock("balance", "债券余额(财政)", "bond balance of the budget", "prev(balance) + issue - principal"),
];

const fee = { from: "borrower", to: "feePayee", words: { taxpayer: "borrower" } };

const feeLines = (c: Component): readonly LineSpec[] => [
  cash("issue_fee", "发行费", "issue fee", "issue * issueFeeRate", { ...fee, role: "cost.financing.fee", posts: { debit: "wip", credit: "cash" } }),
  cash("payment_fee", "兑付服务费", "payment service fee", "(principal + coupons_total) * paymentFeeRate", {
    ...fee,
    role: "opex.other",
    posts: { debit: "opex", credit: "cash" },
  }),
  ...(isServed(c)
    ? [
        scalar("payment_fee_due", "计算期后应付的兑付服务费", "payment service fee due after the horizon", "total(month + dtmonths > endmonth ? owed : 0) * paymentFeeRate", {
          role: "open.owed.other",
          words: { taxpayer: "borrower" },
          convention: { zh: "按期末余额其后到期的本息", en: "on the principal and interest that fall due later" },
        }),
      ]
    : []),
  ...(c.has("guaranteeFeeRate") ? guaranteeLines : []),
];

const GUARANTEE = "prev(balance) * guaranteeFeeRate * (dtyears / 1 a)";

const guaranteeLines: readonly LineSpec[] = [
  cash("guarantee_fee_construction", "建设期担保费", "guarantee fee in construction", `month < built ? ${GUARANTEE} : 0`, {
    ...fee,
    role: "cost.financing.fee",
    posts: { debit: "wip", credit: "cash" },
  }),
  cash("guarantee_fee", "运营期担保费", "guarantee fee in operation", `month < built ? 0 : ${GUARANTEE}`, {
    ...fee,
    role: "opex.other",
    posts: { debit: "opex", credit: "cash" },
  }),
];
