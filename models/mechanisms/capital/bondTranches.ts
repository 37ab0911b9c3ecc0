import { month, type TableInput, table } from "../../terms/inputs.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { flow, type LineSpec, ratio, scalar, stock } from "../define/lines.ts";

/** 发行批次: each with its own coupon and maturity. */
export const tranchesInput: TableInput = table("发行批次", "tranches", {
  amount: { type: "number", unit: "CNY", label: { zh: "发行额", en: "amount" }, from: 0, usual: [10000000, 200000000], plausible: [0, 2e10] },
  issue: month("发行月", "month of issue", "within"),
  coupon: { type: "number", unit: "1/a", label: { zh: "票面利率", en: "coupon" }, from: 0, to: 0.2, usual: [0.018, 0.035], plausible: [0.012, 0.06] },
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
});

/** One tranche: when it was issued, how many coupons and instalments have fallen due, what is outstanding. */
export function trancheLines(c: Component): readonly LineSpec[] {
  const atStart = c.is("issueTiming", "start");
  const bearing = atStart ? "prev(outstanding) + issued" : "prev(outstanding)";
  const periods = "since(month + dtmonths > row.issue)";
  const approved = c.has("approval") ? " * recorded(approval)" : "";
  return perRow(c, "tranches", (row) => [
    flow("issued", "发行", "issued", `falls(row.issue) ? row.amount * approved_share${approved} : 0`),
    stock("months_out", "已计息月数", "months since interest began", `${atStart ? periods : `max(0, ${periods} - 1)`} * dtmonths`, {
      unit: "mo",
      convention: atStart
        ? { zh: "当期初发行", en: "issued at the start of the period" }
        : { zh: "当期末发行,次期起息", en: "issued at the end of the period, interest from the next" },
    }),
    stock("months_due", "已计息月数(至到期)", "months of interest so far, at most the term", "min(months_out, row.term * monthsperyear)", { unit: "mo" }),
    stock("coupons", "累计付息次数", "coupons due", `floor(months_due / ${c.is("couponInterval", "year") ? "12 mo" : "(12 mo / 2)"})`, { unit: "1" }),
    ratio("first_year", "首次还本年(不晚于期限)", "year of the first instalment, within the term", "min(row.firstPrincipal, row.term)", { unit: "a" }),
    ratio("instalments_total", "还本次数", "instalments in all", "(row.term - first_year) / 1 a + 1"),
    stock("instalments", "累计还本次数", "instalments due", "max(0, floor(months_due / 12 mo) - first_year / 1 a + 1)", { unit: "1" }),
    stock(
      "instalments_ahead",
      "至下一年末累计还本次数",
      "instalments due within twelve months more",
      "max(0, floor(min(months_out + 12 mo, row.term * monthsperyear) / 12 mo) - first_year / 1 a + 1)",
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
    // Instalments fall due a year apart, the last one at the term.
    stock(
      "falls_due_later",
      "其后到期的本息",
      "principal and interest that fall due later",
      `outstanding + (running(accrued) - running(coupon_paid)) + row.coupon * running(issued) / instalments_total
        * ((instalments_total - instalments) * (row.term - months_due / monthsperyear) - (instalments_total - instalments) * max(0, instalments_total - instalments - 1) / 2 * 1 a)`,
    ),
    scalar("matures", "到期月", "month of maturity", "row.issue + row.term * monthsperyear", { unit: "mo" }),
    flow("coupon_paid", "票息", "coupon", "coupons > prev(coupons) ? running(accrued) - prev(running(coupon_paid)) : 0"),
    doubt(
      "principal_after_term",
      `tranches/${row.id}/firstPrincipal`,
      "首次还本年晚于期限,按到期一次还本",
      "the first year of principal lies after the term: repaid at maturity",
      "row.firstPrincipal > row.term ? 1 : 0",
    ),
    ...(c.has("approval") ? [issuedEarly(row)] : []),
  ]);
}

const issuedEarly = (row: Row): LineSpec =>
  doubt(
    "issued_before_approval",
    `tranches/${row.id}/issue`,
    "发行月早于额度批复(或批复已过有效期),该批债券未计入",
    "issued before the quota was approved, or after the approval ran out: the tranche is left out",
    "total(falls(row.issue) ? row.amount * approved_share * (1 - recorded(approval)) : 0 CNY) > 0 CNY ? 1 : 0",
  );
