import { needs, type Row } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import type { LineSpec } from "../define/lines.ts";

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
  product: text("按产品面积", "per ㎡ of a product"),
  product_pieces: text("按产品个数(车位、套)", "per piece of a product: parking spaces, flats"),
  households: text("按规划户数", "per planned household"),
  households_existing: text("按现状户数", "per existing household"),
};

const sized = (text: string) => `${text} / 1 m2`;

/** Floor area of the product of a row. */
export const PRODUCT_AREA =
  "sum(role = in(area.disposition.sale, area.disposition.lease, area.disposition.ceded, area.disposition.common, area.disposition.public_transfer), product = row.product, plot = plot)";

/** Quantity of a row as a plain number: pieces, ㎡ or households; areas come from the area balance of the plot, or of all plots. */
const QUANTITIES: Readonly<Record<string, string>> = {
  fixed: "1",
  count: "row.quantity",
  above: sized("max(0, sum(role = area.gfa.above, plot = plot) - sum(role = area.disposition.kept, plot = plot))"),
  below: sized("sum(role = area.gfa.below, plot = plot)"),
  kept: sized("sum(role = area.disposition.kept, plot = plot)"),
  existing: sized("sum(role = area.existing, plot = plot)"),
  demolished: sized("sum(role = area.demolished, plot = plot)"),
  site: sized("sum(role = area.site, plot = plot)"),
  product: sized(PRODUCT_AREA),
  product_pieces: "sum(role = area.pieces, product = row.product, plot = plot)",
  households: "sum(role = households.planned, plot = plot) / 1 household",
  households_existing: "sum(role = households.existing, plot = plot) / 1 household",
};

export function quantityOf(row: Row): string {
  const quantity = QUANTITIES[row.word("basis")];
  if (row.is("basis", "count")) needs(row, "quantity");
  if (row.is("basis", "product") || row.is("basis", "product_pieces")) needs(row, "product");
  if (quantity === undefined) throw new Error(`no basis ${row.word("basis")}`);
  return quantity;
}

/** 数量不起作用: a number of pieces beside a measure that has its own quantity counts nothing. */
export function unreadQuantity(row: Row): readonly LineSpec[] {
  if (!row.has("quantity") || row.is("basis", "count")) return [];
  return [
    doubt(
      "quantity_unread",
      `items/${row.id}/quantity`,
      "该计量方式不用数量,填写的数量未计入",
      "this measure takes no number of pieces: the one entered does not count",
      "row.quantity > 0 ? 1 : 0",
    ),
  ];
}
