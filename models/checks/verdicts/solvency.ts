import { NO_SERVICE } from "../../statements/indicators/solvency.ts";
import type { StatementFacts } from "../../statements/tables/facts.ts";
import type { Text } from "../../wording/text.ts";
import { notDecided, type VerdictWords } from "./verdict.ts";

/** B5: debt is served every year, and over its life. */
export const solvency = ({ debts, ownDebts, hasLine }: StatementFacts): VerdictWords => ({
  id: "B5",
  title: { zh: "偿债能力", en: "Debt service" },
  definition: {
    zh: "建设期后每一还本付息年的偿债备付率不低于目标(未填写时为 1.0),且填写了本息覆盖倍数目标时每笔债务的覆盖倍数不低于该目标。备付率按文件选择的口径:现金口径为(经营净现金−维持运营投资±流动资金)/(还本+付息),参数口径为(息税折旧摊销前利润−所得税)/(还本+付息)。",
    en: "In every year with service after construction DSCR is not below the target (1.0 if none is entered), and each debt's coverage not below its target where one is entered. DSCR on the file's basis: cash, (net cash of operation − replacement ± working capital)/(principal + interest), or (EBITDA − tax)/(principal + interest).",
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
    const judged = hasLine("convention.coverage_target") ? [...debts.map(({ id }) => id), ...ownDebts] : [];
    const shown = judged.map((debt): Text => {
      const number = teller.value(`coverage.${debt}`)?.toFixed(2) ?? "–";
      return { zh: `;${debt} 覆盖倍数 ${number}`, en: `; coverage of ${debt} ${number}` };
    });
    const [zh, en] = [shown.map((text) => text.zh).join(""), shown.map((text) => text.en).join("")];
    const ratio = margin.plus(target).toFixed(2);
    return {
      zh: `最低 ${at} 年 ${ratio},目标 ${target.toFixed(2)}${assumed.zh}${zh}`,
      en: `lowest in ${at}: ${ratio}, target ${target.toFixed(2)}${assumed.en}${en}`,
    };
  },
  undecided: (why) =>
    why.text === NO_SERVICE
      ? {
          zh: "计算期内建设期后没有还本付息,无法判定",
          en: "no service after construction within the horizon: not decidable",
        }
      : notDecided(why),
});
