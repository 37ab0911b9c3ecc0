import type { Component, Row } from "../define/component.ts";
import { ofPlot } from "./tags.ts";

const text = (zh: string, en: string) => ({ zh, en });

/** What a price is multiplied with. */
export const BASES = {
  fixed: text("总额", "lump sum"),
  count: text("按数量", "by number of pieces"),
  above: text("按新建地上面积", "per ㎡ built above ground"),
  below: text("按地下面积", "per ㎡ below ground"),
  kept: text("按保留整治面积", "per ㎡ kept"),
  existing: text("按现状面积", "per ㎡ existing"),
  demolished: text("按拆除面积", "per ㎡ demolished"),
  site: text("按净用地面积", "per ㎡ of site"),
  households: text("按规划户数", "per planned household"),
  households_existing: text("按现状户数", "per existing household"),
};

/** Formula text of a row's quantity as a plain number: pieces, ㎡ or households; areas come from the area balance of the plot, or of all plots. */
export function quantityOf(c: Component, row: Row): string {
  const plot = ofPlot(c);
  const square = (selection: string) => `(${selection}) / onesquaremetre`;
  const house = (role: string) => `sum(role = ${role}${plot}) / onehousehold`;
  const pieces = row.has("quantity") ? "row.quantity" : "1";
  const bases: Readonly<Record<string, string>> = {
    fixed: "1",
    count: pieces,
    above: square(`max(0, sum(role = area.gfa.above${plot}) - sum(role = area.disposition.kept${plot}))`),
    below: square(`sum(role = area.gfa.below${plot})`),
    kept: square(`sum(role = area.disposition.kept${plot})`),
    existing: square(`sum(role = area.existing${plot})`),
    demolished: square(`sum(role = area.demolished${plot})`),
    site: square(`sum(role = area.site${plot})`),
    households: house("households.planned"),
    households_existing: house("households.existing"),
  };
  const base = bases[row.word("basis")];
  if (base === undefined) throw new Error(`no basis ${row.word("basis")}`);
  return base;
}
