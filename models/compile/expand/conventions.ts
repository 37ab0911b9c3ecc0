import { boundProblem } from "../../document/bounds.ts";
import { CONVENTION_RANGES, DSCR_TARGET, type ProjectConventions } from "../../terms/conventions.ts";
import type { Text } from "../../wording/text.ts";
import { type InputLine, inputLine } from "../context.ts";

const DRAW_WEIGHTS = { start: "1", mid: "0.5", end: "0" } as const;

interface ConventionLine {
  readonly id: string;
  /** Its name in the document. */
  readonly name: keyof ProjectConventions;
  readonly label: Text;
  readonly unit: string;
  readonly value: string | undefined;
}

const convention = (
  id: string,
  name: keyof ProjectConventions,
  zh: string,
  en: string,
  value: string | undefined,
  unit = "1",
): ConventionLine => ({ id, name, label: { zh, en }, unit, value });

function conventionTable(c: ProjectConventions): readonly ConventionLine[] {
  return [
    convention("separate_vat", "vatBasis", "增值税单列", "VAT kept separate", c.vatBasis === "excluded" ? "0" : "1"),
    convention("current_prices", "priceBasis", "时价", "current prices", c.priceBasis === "current" ? "1" : "0"),
    convention("inflation", "inflation", "通胀率(年)", "inflation per year", c.inflation),
    convention("ic_project", "icProject", "项目基准收益率", "discount rate, project", c.icProject),
    convention(
      "discount_start",
      "discountFrom",
      "首期不折现",
      "the first flow is not discounted",
      c.discountFrom === "t=0" ? "1" : "0",
    ),
    convention(
      "dscr_mp3",
      "dscrBasis",
      "偿债备付率按参数口径",
      "DSCR as (EBITDA - tax)/(P + I)",
      c.dscrBasis === "mp3" ? "1" : "0",
    ),
    convention("ic_equity", "icEquity", "资本金基准收益率", "discount rate, equity", c.icEquity),
    convention("minimum_cash", "minimumCash", "最低资金余额", "minimum cash", c.minimumCash, "CNY"),
    convention(
      "dscr_target",
      "dscrTarget",
      "偿债备付率目标",
      "debt-service coverage target",
      c.dscrTarget ?? DSCR_TARGET,
    ),
    convention("coverage_target", "coverageTarget", "本息覆盖倍数目标", "coverage target", c.coverageTarget),
    convention(
      "recovered_asset_value",
      "recoveredAssetValue",
      "回收资产余值",
      "recovered asset value",
      c.recoveredAssetValue,
      "CNY",
    ),
    convention(
      "terminal_cap_rate",
      "terminalCapRate",
      "期末价值资本化率",
      "capitalisation rate of the terminal value",
      c.terminalCapRate,
    ),
    convention(
      "terminal_multiple",
      "terminalMultiple",
      "期末价值倍数(年运营盈余)",
      "multiple of the yearly surplus in the terminal value",
      c.terminalMultiple,
    ),
    convention("normal_year", "normalYear", "正常年份", "normal year", c.normalYear),
    convention("public_budget", "publicBudget", "财政预算", "public budget", c.publicBudget, "CNY"),
    convention("bep_comfort", "bepComfort", "盈亏平衡点控制线", "comfortable break-even point", c.bepComfort),
    convention(
      "common_key_land",
      "commonCostKey",
      "共同成本分摊含土地",
      "land in the key of common cost",
      c.commonCostKey === "with_land" ? "1" : "0",
    ),
    convention("draw_weight", "drawTiming", "当期提款计息权重", "interest weight of draws", DRAW_WEIGHTS[c.drawTiming]),
  ];
}

/** Conventions as single values; one that is neither entered nor has a stated default is no line at all. */
export function conventionLines(conventions: ProjectConventions): readonly InputLine[] {
  return conventionTable(conventions)
    .filter(({ value }) => value !== undefined)
    .map(({ id, name, label, unit, value }) => {
      const path = `conventions/${name}`;
      const meta = { id: `convention.${id}`, label, unit, kind: "scalar", axis: "scalar", path } as const;
      const range = CONVENTION_RANGES[name as keyof typeof CONVENTION_RANGES];
      const problem = range && boundProblem(range, label, value ?? "", path);
      return inputLine(meta, value, problem);
    });
}
