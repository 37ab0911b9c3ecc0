import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { coverageOf, hasDebt, serviceRatios } from "../../statements/indicators/solvency.ts";
import { lowestRatio } from "../../statements/indicators/totals.ts";
import { RATIO_TOLERANCE } from "../../statements/tolerances.ts";
import type { ModelView } from "../../statements/view.ts";
import { DSCR_TARGET } from "../../terms/conventions.ts";
import type { Text } from "../../wording/text.ts";
import { BROKEN_LINES, decided, undecided, type Verdict, type VerdictHead } from "./verdict.ts";

const SOLVENCY: VerdictHead = {
  id: "B5",
  title: { zh: "偿债能力", en: "Debt service" },
  definition: {
    zh: "建设期后每一还本付息年的偿债备付率不低于目标(未填写时为 1.0),且填写了本息覆盖倍数目标时每笔债务的覆盖倍数不低于该目标。备付率按文件选择的口径:现金口径为(经营净现金−维持运营投资±流动资金)/(还本+付息),参数口径为(息税折旧摊销前利润−所得税)/(还本+付息)。",
    en: "In every year with service after construction DSCR is not below the target (1.0 if none is entered), and each debt's coverage not below its target where one is entered. DSCR on the file's basis: cash, (net cash of operation − replacement ± working capital)/(principal + interest), or (EBITDA − tax)/(principal + interest).",
  },
};

/** B5: debt is served every year, and over its life. */
export function solvencyVerdict(view: ModelView): Verdict {
  const { dscrTarget, dscrBasis, coverageTarget } = view.conventions;
  const lines = [
    dscrBasis === "cash" ? "project.cfads" : "project.ebitda_after_tax",
    "project.service",
    "stmt_debt.service_of_all",
  ];
  const ratios = serviceRatios(view, dscrBasis);
  if (ratios === undefined) return undecided(SOLVENCY, BROKEN_LINES, lines);
  if (!hasDebt(view))
    return undecided(SOLVENCY, { zh: "没有债务,不适用", en: "there is no debt: does not apply" }, lines);
  const coverages = coverageTarget === undefined ? [] : coverageOf(view);
  if (coverages.some(({ value }) => value === undefined)) return undecided(SOLVENCY, BROKEN_LINES, lines);
  const lowest = lowestRatio(ratios);
  if (lowest === undefined)
    return undecided(
      SOLVENCY,
      {
        zh: "计算期内建设期后没有还本付息,无法判定",
        en: "no service after construction within the horizon: not decidable",
      },
      lines,
    );
  const target = new RecordDecimal(dscrTarget ?? DSCR_TARGET);
  const least = target.minus(RATIO_TOLERANCE);
  const failing = ratios.find(({ value }) => value.lessThan(least));
  const thin = coverages.filter(
    ({ value }) => value?.lessThan(new RecordDecimal(coverageTarget ?? 0).minus(RATIO_TOLERANCE)) ?? false,
  );
  const assumed =
    dscrTarget === undefined ? { zh: "(未填写,按 1.0)", en: " (none entered, 1.0 used)" } : { zh: "", en: "" };
  const shown = coverages.map(({ debt, value }): Text => {
    const number = value === null || value === undefined ? "–" : value.toFixed(2);
    return { zh: `;${debt} 覆盖倍数 ${number}`, en: `; coverage of ${debt} ${number}` };
  });
  const covered = { zh: shown.map(({ zh }) => zh).join(""), en: shown.map(({ en }) => en).join("") };
  const ratio = lowest.value.toFixed(2);
  return decided(
    SOLVENCY,
    failing === undefined && thin.length === 0,
    {
      zh: `最低 ${lowest.label} 年 ${ratio},目标 ${target.toFixed(2)}${assumed.zh}${covered.zh}`,
      en: `lowest in ${lowest.label}: ${ratio}, target ${target.toFixed(2)}${assumed.en}${covered.en}`,
    },
    lines,
    {
      margin: lowest.value.minus(target),
      unit: "1",
      ...(failing === undefined ? {} : { firstFailing: failing.label }),
    },
  );
}
