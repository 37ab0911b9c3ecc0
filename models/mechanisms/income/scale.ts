import type { Row } from "../define/component.ts";
import { type LineSpec, scalar } from "../define/lines.ts";

const SPACES = "sum(role = area.pieces, product = row.product)";
const ROOMS = "sum(role = in(area.disposition.lease, area.disposition.ceded, area.disposition.kept, area.disposition.common), product = row.product)";

/** What the area table has of what a row is operated by; undefined where no area says how much there is. */
export function heldInAreas(row: Row): string | undefined {
  if (!row.has("product")) return undefined;
  if (row.is("kind", "parking")) return SPACES;
  return row.is("kind", "ceded") || row.is("kind", "other") ? `(row.areaUsed or ${ROOMS}) / 1 m2` : undefined;
}

/** 经营规模: a number of spaces, places, ㎡ or kWh earns by what is typed. It stands on the area table, or on a paper that somebody stands for; one lump sum a year is no number. */
export function scaleLines(row: Row, table: string, column: string, held?: string): readonly LineSpec[] {
  const own = `row.${column}`;
  const beyond = (most: string): LineSpec =>
    scalar("unheld", "面积平衡表未载明的经营数量", "number operated that no area table states", `${own} > 1 and ${own} > ${most} ? ${own} : 0`, {
      unit: "1",
      tags: { at: `${table}/${row.id}/${column}`, unheld: held === undefined ? "paper" : "area" },
    });
  return held === undefined ? [beyond("0")] : [scalar("held", "面积平衡表载明的数量", "number the area table states", held, { unit: "1" }), beyond("held")];
}
