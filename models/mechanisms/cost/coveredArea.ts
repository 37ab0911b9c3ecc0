import type { Tag } from "../../language/line.ts";
import { area, choice, type InputSpec } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { type Component, type Row, together } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";
import { PRODUCT_AREA } from "./quantity.ts";

const OF_WORKS = {
  above: { zh: "新建地上", en: "built above ground" },
  below: { zh: "地下", en: "below ground" },
  kept: { zh: "保留整治", en: "kept and renovated" },
  demolished: { zh: "拆除", en: "demolished" },
};

const OF_COMPENSATION = {
  in_kind: { zh: "拆除合法面积中实物安置部分(过渡与搬迁)", en: "legal area compensated in kind: transition and removal" },
  cash: { zh: "拆除合法面积中货币补偿部分", en: "legal area compensated in cash" },
};

const coveredArea = area("覆盖的建筑面积", "floor area covered", { from: 0, optional: true, usual: [500, 80000] });

/** 覆盖面积: the floor area some works are for. A sum says it itself, and covers no more than it says. */
export const coveredInputs = {
  covers: choice(
    "所覆盖的面积(按总额、数量、户数、用地计的须填写,否则不作为该面积的工程费用)",
    "floor area it is for (what is measured otherwise than by floor area covers none unless it says so)",
    OF_WORKS,
    { optional: true },
  ),
  coveredArea,
} satisfies Record<string, InputSpec>;

/** The same of a sum of investment of any category: of works, or of compensation. */
export const coveredBySum = {
  covers: choice(
    "所覆盖的面积(工程费用、补偿费用须填写,否则不作为该面积的费用)",
    "floor area it is for (works and compensation cover none unless they say so)",
    { ...OF_WORKS, ...OF_COMPENSATION },
    { optional: true },
  ),
  coveredArea,
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

/** What works entered as a sum say they cover, and what they then come to per ㎡. */
const stated = (covers: string, before: "" | "row.", amount: string, of: Covering = "works"): readonly LineSpec[] => [
  covered(covers, `${before}coveredArea`, "yes", {}, of),
  ratio("per_area", PER_AREA[of].zh, PER_AREA[of].en, `share(${amount}, ${before}coveredArea)`, { unit: "CNY/m2", role: `${of}.per_area`, words: TAXPAYER }),
];

/** What a sum of investment says it covers; a category covers its own kind of area alone. */
export function coveredBySumLines(c: Component, role: Role, amount: string): readonly LineSpec[] {
  together(c, "covers", "coveredArea");
  if (!c.has("covers")) return [];
  const covers = c.word("covers");
  const of = Object.hasOwn(OF_COMPENSATION, covers) ? "compensation" : "works";
  if (role.startsWith(`cost.${of}.`)) return stated(covers, "", amount, of);
  return [
    doubt(
      "covers_unread",
      "covers",
      "该类别的支出不是所选面积的费用,不作为其费用",
      "spending of this category is no cost of the floor area chosen: it covers none",
      "coveredArea > 0 m2 ? 1 : 0",
    ),
  ];
}

/** 补偿费用覆盖的面积: legal area that what is paid to those who give it up is for. */
export const compensated = (covers: keyof typeof OF_COMPENSATION, formula: string): LineSpec => ({
  ...covered(covers, formula, "no", {}, "compensation"),
  name: `covered_${covers}`,
});

type Covering = "works" | "compensation";

const PER_AREA = {
  works: { zh: "单位面积造价", en: "cost per ㎡ covered" },
  compensation: { zh: "单位面积补偿费用", en: "compensation per ㎡ covered" },
};
const COVERED = {
  works: { zh: "工程费用覆盖的面积", en: "floor area the works are for" },
  compensation: { zh: "补偿费用覆盖的面积", en: "legal area the compensation is for" },
};

const TAXPAYER = { taxpayer: "payer" };

const covered = (covers: Tag, formula: string, said: "yes" | "no", words: Readonly<Record<string, string>> = {}, of: Covering = "works"): LineSpec =>
  scalar("covered", COVERED[of].zh, COVERED[of].en, formula, {
    unit: "m2",
    role: `${of}.covered`,
    tags: { covers, stated: said },
    words: { ...TAXPAYER, plot: "plot", ...words },
  });
