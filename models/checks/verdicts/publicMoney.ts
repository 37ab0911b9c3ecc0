import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Indicator } from "../../statements/indicators/indicator.ts";
import { totalOf } from "../../statements/indicators/totals.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import type { ModelView } from "../../statements/view.ts";
import { BROKEN_LINES, decided, inWan, undecided, type Verdict, type VerdictHead } from "./verdict.ts";

const FISCAL: VerdictHead = {
  id: "B9",
  title: { zh: "财政平衡", en: "Public money" },
  definition: {
    zh: "计入的补助与返还合计不高于文件填写的财政预算;财政净支出(补助与返还减税收,增值税另列)一并列示。",
    en: "Grants and rebates counted are not above the public budget of the file; the net fiscal effect (support less taxes, VAT apart) is shown beside it.",
  },
};

/** B9: public money within the budget. */
export function fiscalVerdict(view: ModelView, indicators: readonly Indicator[]): Verdict {
  const lines = ["stmt_fiscal.support", "stmt_fiscal.net"];
  const support = totalOf(view, "stmt_fiscal.support");
  const net = indicators.find(({ id }) => id === "fiscal.net");
  if (support === undefined || net === undefined || net.value === null)
    return undecided(FISCAL, net?.note ?? BROKEN_LINES, lines);
  const [paid, effect] = [inWan(support), inWan(net.value)];
  const shown = {
    zh: `补助与返还 ${paid.zh},财政净支出 ${effect.zh}`,
    en: `grants and rebates ${paid.en}, net fiscal effect ${effect.en}`,
  };
  const { publicBudget } = view.conventions;
  if (publicBudget === undefined) {
    if (support.lessThan(MONEY_TOLERANCE))
      return undecided(FISCAL, { zh: "没有财政补助与返还,不适用", en: "no grants or rebates: does not apply" }, lines);
    return undecided(
      FISCAL,
      { zh: `${shown.zh};未填写财政预算,不判定`, en: `${shown.en}; no public budget is entered: not decided` },
      lines,
    );
  }
  const margin = new RecordDecimal(publicBudget).minus(support);
  return decided(FISCAL, margin.greaterThanOrEqualTo(`-${MONEY_TOLERANCE}`), shown, lines, { margin, unit: "CNY" });
}
