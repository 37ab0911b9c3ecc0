import { plot } from "../../terms/inputs.ts";
import { needs, type Row } from "../define/component.ts";

const text = (zh: string, en: string) => ({ zh, en });

/** What an operating price is multiplied with. */
export const OPERATING_BASES = {
  count: text("按数量", "by number"),
  households: text("按规划户数", "per planned household"),
  served_area: text("按业主与自持建筑面积", "per ㎡ of owners' and held floor area"),
  above: text("按地上建筑面积", "per ㎡ above ground"),
};

/** The plot whose households and areas are counted. */
export const measuredPlot = plot("地块(按户数、面积计量时;不选为全部)", "plot, where households or areas are counted (all when left out)", { optional: true });

/** A row's base as a plain number; `quantity` multiplies households and areas as units per household or per ㎡ (1 when left out). */
const QUANTITIES: Readonly<Record<string, string>> = {
  count: "row.quantity",
  households: "sum(role = households.planned, plot = plot) / 1 household * (row.quantity or 1)",
  served_area:
    "sum(role = in(area.disposition.resettle, area.disposition.sale, area.disposition.lease, area.disposition.kept), pool = above, plot = plot) / 1 m2 * (row.quantity or 1)",
  above: "sum(role = area.gfa.above, plot = plot) / 1 m2 * (row.quantity or 1)",
};

export function operatingQuantity(row: Row): string {
  const basis = row.word("basis", "count");
  if (basis === "count") needs(row, "quantity");
  const quantity = QUANTITIES[basis];
  if (quantity === undefined) throw new Error(`no basis ${row.word("basis")}`);
  return quantity;
}
