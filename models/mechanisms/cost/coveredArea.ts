import type { Tag } from "../../language/line.ts";
import { area, choice, type InputSpec } from "../../terms/inputs.ts";
import { type Row, together } from "../define/component.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";
import { PRODUCT_AREA } from "./quantity.ts";

/** 覆盖面积: the floor area some works are for. A sum says it itself, and covers no more than it says. */
export const coveredInputs = {
  covers: choice(
    "所覆盖的面积(按总额、数量、户数、用地计的须填写,否则不作为该面积的工程费用)",
    "floor area it is for (what is measured otherwise than by floor area covers none unless it says so)",
    {
      above: { zh: "新建地上", en: "built above ground" },
      below: { zh: "地下", en: "below ground" },
      kept: { zh: "保留整治", en: "kept and renovated" },
      demolished: { zh: "拆除", en: "demolished" },
    },
    { optional: true },
  ),
  coveredArea: area("覆盖的建筑面积", "floor area covered", { from: 0, optional: true, usual: [500, 80000] }),
} satisfies Record<string, InputSpec>;

/** Which floor area a way of measuring covers, and how much; `product` is judged product by product. */
const COVERED_BY: Readonly<Record<string, readonly [covers: string, formula: string]>> = {
  above: ["above", "measured * 1 m2"],
  below: ["below", "measured * 1 m2"],
  kept: ["kept", "measured * 1 m2"],
  demolished: ["demolished", "measured * 1 m2"],
  product: ["product", PRODUCT_AREA],
  product_pieces: ["product", PRODUCT_AREA],
  existing: ["kept", "sum(role = area.disposition.kept, plot = plot)"],
};

/** Building works cover what they are measured by; installations, grounds and platforms come on top of them and cover nothing. */
export function coveredLines(row: Row): readonly LineSpec[] {
  together(row, "covers", "coveredArea");
  if (row.has("covers")) return stated(row.word("covers"), "row.", "budget");
  if (row.is("kind", "demolition") && !row.is("basis", "fixed") && !row.is("basis", "count")) return [covered("demolished", "sum(role = area.demolished, plot = plot)", "no")];
  const [covers, formula] = (row.is("kind", "building") ? COVERED_BY[row.word("basis")] : undefined) ?? [];
  return covers === undefined || formula === undefined ? [] : [covered(covers, formula, "no", covers === "product" ? { product: "row.product" } : {})];
}

/** What a sum says it covers, and what it then comes to per ㎡. */
export function stated(covers: string, before: "" | "row.", amount: string): readonly LineSpec[] {
  return [
    covered(covers, `${before}coveredArea`, "yes"),
    ratio("per_area", "单位面积造价", "cost per ㎡ covered", `share(${amount}, ${before}coveredArea)`, { unit: "CNY/m2", role: "works.per_area", words: TAXPAYER }),
  ];
}

const TAXPAYER = { taxpayer: "payer" };

const covered = (covers: Tag, formula: string, said: "yes" | "no", words: Readonly<Record<string, string>> = {}): LineSpec =>
  scalar("covered", "工程费用覆盖的面积", "floor area the works are for", formula, {
    unit: "m2",
    role: "works.covered",
    tags: { covers, stated: said },
    words: { ...TAXPAYER, plot: "plot", ...words },
  });
