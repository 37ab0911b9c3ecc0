import { writeMonth } from "../../language/calendar.ts";
import type { Teller } from "../../statements/indicators/read.ts";
import { REASONS } from "../../statements/indicators/reasons.ts";
import { NO_SERVICE } from "../../statements/indicators/solvency.ts";
import type { StatementFacts } from "../../statements/tables/facts.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { notDecided, type VerdictWords } from "./verdict.ts";

/** What is open, what falls due later, and until when the horizon would have to reach. */
function openDebt(teller: Teller): Text {
  const [debt, later, end] = ["open.debt", "open.later", "open.end"].map((line) => teller.value(line));
  const month = end === undefined ? "" : writeMonth(end.toNumber());
  const [owed, due] = [debt, later].map((amount) => (amount === undefined ? "–" : amountText(amount)));
  return {
    zh: `资料不全:计算期末尚有债务 ${owed} 元,其后到期本息 ${due} 元没有计算期内的收入可比;请将计算期延至 ${month}`,
    en: `incomplete: ${owed} CNY of debt is open at the horizon and ${due} CNY fall due later, beyond the income computed; extend the horizon to ${month}`,
  };
}

/** B5: debt is served every year, and over its life. */
export const solvency = ({ debts, ownDebts, hasLine }: StatementFacts): VerdictWords => ({
  id: "B5",
  title: { zh: "偿债能力", en: "Debt service" },
  definition: {
    zh: "各债务宽限期满后每一还本付息年的偿债备付率不低于目标(未填写时为 1.0),且填写了本息覆盖倍数目标时每笔债务的覆盖倍数不低于该目标。备付率按文件选择的口径:现金口径为(经营净现金−维持运营投资±未由自身资本金或借款承担的流动资金)/(还本+付息,以新还旧的本金不计),参数口径为(息税折旧摊销前利润−所得税)/(还本+付息)。",
    en: "In every year with service after the grace of each debt DSCR is not below the target (1.0 if none is entered), and each debt's coverage not below its target where one is entered. DSCR on the file's basis: cash, (net cash of operation − replacement ± working capital not funded)/(principal + interest, principal refinanced left out), or (EBITDA − tax)/(principal + interest).",
  },
  unit: "1",
  lines: ["dscr.minimum", "dscr.mp3.minimum", "project.service", "stmt_debt.service_in_all"],
  fails: "year",
  decided: ({ teller, margin, at }) => {
    const target = teller.value("convention.dscr_target") ?? margin;
    const assumed =
      teller.conventions.dscrTarget === undefined
        ? { zh: "(未填写,按 1.0)", en: " (none entered, 1.0 used)" }
        : { zh: "", en: "" };
    const judged = hasLine("convention.coverage_target")
      ? [...debts, ...ownDebts.map((id) => ({ id, label: { zh: id, en: id } }))]
      : [];
    const shown = judged.map(({ id, label }): Text => {
      const number = teller.value(`coverage.${id}`)?.toFixed(2) ?? "–";
      return { zh: `;${label.zh}覆盖倍数 ${number}`, en: `; coverage of ${label.en} ${number}` };
    });
    const [zh, en] = [shown.map((text) => text.zh).join(""), shown.map((text) => text.en).join("")];
    const ratio = amountText(margin.plus(target));
    return {
      zh: `最低 ${at} 年 ${ratio},目标 ${target.toFixed(2)}${assumed.zh}${zh}`,
      en: `lowest in ${at}: ${ratio}, target ${target.toFixed(2)}${assumed.en}${en}`,
    };
  },
  undecided: (why, teller) =>
    why.text === REASONS.open_debt
      ? openDebt(teller)
      : why.text === NO_SERVICE
        ? {
            zh: "计算期内各债务宽限期满后没有还本付息,无法判定",
            en: "no service after the grace of any debt within the horizon: not decidable",
          }
        : notDecided(why),
});
