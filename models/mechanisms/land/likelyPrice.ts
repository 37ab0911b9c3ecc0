import type { RangeWhere } from "../../terms/plausible.ts";
import { LAND_PRICE_LEAST } from "../../terms/practice.ts";
import { type LineSpec, ratio } from "../define/lines.ts";

/** 土地价款: land that is transferred is paid for. */
export const LAND_PRICE: readonly RangeWhere[] = [{ range: [500000, 8e10] }];

/** What a ㎡ of the net site costs: a digit less is told by it. */
export const pricePerSite: LineSpec = ratio("price_per_site", "净用地单位地价", "land price per ㎡ of the net site", "share(price, sum(role = area.site, plot = plot))", {
  unit: "CNY/m2",
  tags: { plausible: `${LAND_PRICE_LEAST} 200000`, at: "price" },
});
