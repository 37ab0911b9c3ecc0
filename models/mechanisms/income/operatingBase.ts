import type { Row } from "../define/component.ts";

const text = (zh: string, en: string) => ({ zh, en });

/** What an operating price is multiplied with. */
export const OPERATING_BASES = {
  count: text("按数量", "by number"),
  households: text("按规划户数", "per planned household"),
  served_area: text("按业主与自持建筑面积", "per ㎡ of owners' and held floor area"),
  above: text("按地上建筑面积", "per ㎡ above ground"),
};

const SERVED = "in(area.disposition.resettle, area.disposition.sale, area.disposition.lease, area.disposition.kept)";

/** Formula text of a row's base as a plain number; `quantity` multiplies households and areas as units per household or per ㎡ (1 when left out). */
export function operatingQuantity(row: Row): string {
  const per = row.has("quantity") ? "row.quantity" : "1";
  const bases: Readonly<Record<string, string>> = {
    count: per,
    households: `sum(role = households.planned) / onehousehold * ${per}`,
    served_area: `sum(role = ${SERVED}, pool = above) / onesquaremetre * ${per}`,
    above: `sum(role = area.gfa.above) / onesquaremetre * ${per}`,
  };
  const base = bases[row.word("basis")];
  if (base === undefined) throw new Error(`no basis ${row.word("basis")}`);
  return base;
}
