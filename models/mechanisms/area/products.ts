import { type Component, perRow, sumOfRows } from "../define/component.ts";
import { type LineSpec, scalar } from "../define/lines.ts";
import { addGiven } from "./existing.ts";
import { dispositionRole } from "./planned.ts";

const m2 = "m2";

/** Formula text adding `product_area` over the product rows that pass. */
function productsWhere(c: Component, level: string, rule?: string): string {
  const rows = c.rows("products").filter((row) => row.word("level") === level && (rule === undefined || row.word("rule") === rule));
  return rows.length === 0 ? "0" : rows.map((row) => `${c.id}.product_area.${row.id}`).join(" + ");
}

/** 增量: what is left after resettlement, public services, kept buildings, reserve and exempt space, and the products made of it; below ground by what is built. */
export function productLines(c: Component): readonly LineSpec[] {
  const plot = c.word("plot");
  const reserve = c.has("reserve") ? " - reserve_area" : "";
  const commonSpaces = c.rows("parking").filter((row) => row.word("disposition") === "common");
  const common = commonSpaces.length === 0 ? "0" : commonSpaces.map((row) => `${c.id}.parking_area.${row.id}`).join(" + ");
  return [
    scalar("increment_above", "地上增量面积", "increment above ground", `gfa_above - exempt_total - kept_total - resettlement - services_total${reserve}`, {
      unit: m2,
      clauses: ["jinhua-2020/3(3)"],
    }),
    scalar("increment_fixed", "已定面积的地上产品", "above-ground products of fixed area", productsWhere(c, "above", "fixed"), { unit: m2 }),
    ...perRow(c, "products", (row) => [
      scalar("product_area", "产品面积", "product area", row.word("rule") === "rest" && row.word("level") === "above" ? "max(0, increment_above - increment_fixed)" : "row.area", {
        unit: m2,
        role: dispositionRole(row.word("disposition")),
        tags: { plot, product: row.word("product"), pool: row.word("level") },
      }),
    ]),
    ...perRow(c, "parking", (row) => [
      scalar("parking_area", "地下车位面积", "underground parking area", "row.spaces * row.areaPerSpace", {
        unit: m2,
        role: dispositionRole(row.word("disposition")),
        tags: { plot, product: row.word("product"), pool: "below" },
        convention: {
          zh: "车位数不随容积率变化,除非填为公式",
          en: "the number of spaces does not follow FAR unless it is entered as a formula",
        },
      }),
    ]),
    ...(c.has("equipmentBelow")
      ? [
          scalar("equipment_area", "地下设备及公共面积", "equipment below ground", "equipmentBelow", {
            unit: m2,
            role: "area.disposition.common",
            tags: { plot, pool: "below" },
          }),
        ]
      : []),
    ...(c.has("civilDefence")
      ? [
          scalar("civil_defence_area", "人防面积", "civil defence", "civilDefence", {
            unit: m2,
            role: dispositionRole(c.has("civilDefenceDisposition") ? c.word("civilDefenceDisposition") : "common"),
            tags: { plot, pool: "below" },
          }),
        ]
      : []),
    scalar(
      "gfa_below",
      "地下建筑面积",
      "below-ground floor area",
      `${sumOfRows(c, "parking", "parking_area")} + ${productsWhere(c, "below")} + ${addGiven(c, ["equipmentBelow", "civilDefence"])}`,
      {
        unit: m2,
        role: "area.gfa.below",
        tags: { plot },
      },
    ),
    scalar("increment_below", "地下增量面积", "increment below ground", `gfa_below - (${common}) - (${addGiven(c, ["equipmentBelow", "civilDefence"])})`, { unit: m2 }),
  ];
}

/** Σ dispositions = floor area above and below ground; whatever any component places on the plot counts, so double use shows in `plot.ID.residual`. */
export function identityLines(c: Component): readonly LineSpec[] {
  const plot = c.word("plot");
  return [
    scalar("gfa_total", "总建筑面积", "total floor area", "gfa_above + gfa_below", { unit: m2 }),
    scalar("disposed", "各去向面积合计", "dispositions in total", `sum(role = area.disposition.*, plot = ${plot})`, {
      unit: m2,
    }),
  ];
}
