import { type Component, perRow } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";
import { dispositionRole } from "./planned.ts";

const m2 = "m2";
const below = { unit: m2, tags: { pool: "below" }, words: { plot: "plot" } };

/** 增量: what is left after resettlement, public services, kept buildings, reserve and exempt space, and the products made of it; below ground by what is built. */
export function productLines(c: Component): readonly LineSpec[] {
  return [
    scalar("increment_above", "地上增量面积", "increment above ground", "gfa_above - exempt_total - kept_total - resettlement - services_total - (reserve or 0)", {
      unit: m2,
      clauses: ["jinhua-2020/3(3)"],
    }),
    ...mixLines(c),
    scalar("increment_fixed", "已定面积的地上产品", "above-ground products of fixed area", "sumrows(products, row.fixed_above)", { unit: m2 }),
    ...perRow(c, "products", (row) => {
      const onTop = row.is("level", "above");
      const rest = onTop && row.is("rule", "rest");
      return [
        scalar("product_area", "产品面积", "product area", rest ? "max(0, increment_above - increment_fixed)" : "row.area", {
          unit: m2,
          role: dispositionRole(row.word("disposition")),
          words: { plot: "plot", product: "row.product", pool: "row.level" },
        }),
        ...(row.has("pieces") ? [piecesOf("product_pieces", "row.pieces")] : []),
        ...(row.has("efficiency")
          ? [
              scalar("unsaleable", "不计价面积(公摊等)", "area of the product that is not priced", "product_area * (1 - row.efficiency)", {
                unit: m2,
                role: "area.unsaleable",
                words: { plot: "plot", product: "row.product" },
              }),
            ]
          : []),
        scalar("fixed_above", "已定面积(地上)", "fixed area above ground", onTop && !rest ? "row.area" : "0", { unit: m2 }),
        scalar("product_below", "产品面积(地下)", "product area below ground", onTop ? "0" : "row.area", { unit: m2 }),
      ];
    }),
    ...perRow(c, "parking", (row) => [
      scalar("parking_area", "地下车位面积", "underground parking area", "row.spaces * row.areaPerSpace", {
        ...below,
        role: dispositionRole(row.word("disposition")),
        words: { plot: "plot", product: "row.product" },
        convention: {
          zh: "车位数不随容积率变化,除非填为公式",
          en: "the number of spaces does not follow FAR unless it is entered as a formula",
        },
      }),
      piecesOf("parking_spaces", "row.spaces"),
      scalar("parking_common", "地下车位面积(共有)", "underground parking in common", row.is("disposition", "common") ? "parking_area" : "0", { unit: m2 }),
    ]),
    ...(c.has("spacesRequired") ? spacesDue(c) : []),
    ...(c.has("equipmentBelow") ? [scalar("equipment_area", "地下设备及公共面积", "equipment below ground", "equipmentBelow", { ...below, role: "area.disposition.common" })] : []),
    ...(c.has("civilDefence")
      ? [scalar("civil_defence_area", "人防面积", "civil defence", "civilDefence", { ...below, role: dispositionRole(c.word("civilDefenceDisposition", "common")) })]
      : []),
    scalar(
      "gfa_below",
      "地下建筑面积",
      "below-ground floor area",
      "sumrows(parking, row.parking_area) + sumrows(products, row.product_below) + (equipmentBelow or 0) + (civilDefence or 0)",
      { unit: m2, role: "area.gfa.below", words: { plot: "plot" } },
    ),
    scalar("increment_below", "地下增量面积", "increment below ground", "gfa_below - sumrows(parking, row.parking_common) - (equipmentBelow or 0) - (civilDefence or 0)", {
      unit: m2,
    }),
  ];
}

const piecesOf = (name: string, formula: string): LineSpec =>
  scalar(name, "个数", "pieces", formula, { unit: "1", role: "area.pieces", words: { plot: "plot", product: "row.product" } });

/** Σ dispositions = floor area above and below ground; whatever any component places on the plot counts, so double use shows in `plot.ID.residual`. */
export const identityLines: readonly LineSpec[] = [
  scalar("gfa_total", "总建筑面积", "total floor area", "gfa_above + gfa_below", { unit: m2 }),
  scalar("disposed", "各去向面积合计", "dispositions in total", "sum(role = area.disposition.*, plot = plot)", { unit: m2 }),
];

/** 用途构成: what each use has of the new floor area above ground; resettlement is housing, public services are a use of their own. */
function mixLines(c: Component): readonly LineSpec[] {
  const placed = c.rows("products").filter((row) => row.is("level", "above") && row.has("use"));
  const uses = [...new Set(placed.map((row) => row.word("use")))];
  if (uses.length === 0) return [];
  const part = (name: string, zh: string, en: string, area: string): LineSpec => ratio(name, zh, en, `share(${area}, gfa_above_new)`, { clauses: ["jinhua-2020/3(1)"] });
  return [
    ...perRow(c, "products", (row) =>
      uses.map((use) => scalar(`used_${use}`, "该用途面积", "area of this use", row.is("level", "above") && row.is("use", use) ? "product_area" : "0", { unit: m2 })),
    ),
    ...uses.filter((use) => use !== "residential").map((use) => part(`mix_${use}`, ...(MIXED[use] ?? OTHER_USE), `sumrows(products, row.used_${use})`)),
    part(
      "mix_residential",
      "住宅占比(含回迁)",
      "share of dwellings, resettlement included",
      uses.includes("residential") ? "sumrows(products, row.used_residential) + resettlement" : "resettlement",
    ),
    part("mix_public", "公共服务占比", "share of public services", "services_total"),
  ];
}

const OTHER_USE = ["其他用途占比", "share of other uses"] as const;
const MIXED: Readonly<Record<string, readonly [string, string]>> = {
  apartment: ["公寓占比", "share of serviced flats"],
  commercial: ["商业占比", "share of commercial space"],
  office: ["办公占比", "share of offices"],
};

/** 配建车位: spaces that are not built save their works, so that their number is held against the planning conditions. */
const spacesDue = (c: Component): readonly LineSpec[] => [
  scalar("spaces_due", "规划条件要求的地下车位数", "underground spaces the planning conditions ask for", reduced(c), {
    unit: "1",
    words: { plot: "plot" },
    role: "area.spaces_due",
  }),
  doubt(
    "spaces_short",
    "parking",
    "地下车位各行合计少于规划条件要求的车位数",
    "the rows of underground parking have fewer spaces than the planning conditions ask for",
    "sumrows(parking, row.parking_spaces) < spaces_due ? 1 : 0",
  ),
];

/** Near a station fewer spaces are asked for only where somebody said so. */
function reduced(c: Component): string {
  if (!c.has("transitReduction")) return "spacesRequired";
  return c.has("transitRule") ? "(total(recorded(transitRule)) > 0 ? ceil(spacesRequired * (1 - transitReduction)) : spacesRequired)" : "spacesRequired";
}
