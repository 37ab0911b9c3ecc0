import { type LineSpec, stock } from "../define/lines.ts";

/**
 * 地上、地下成本池, alike in the books and in land appreciation tax. A cost line says by its tag `pool` whether it is direct cost of one pool; whatever does not
 * say so is common. Land and compensation go by above-ground floor area and are direct cost of neither.
 */
export const POOLED = {
  direct: "payer = taxpayer, role = in(cost.works.*, cost.other.*, cost.contingency.*), crosses != inside",
  land: "payer = taxpayer, role = in(cost.land.*, cost.compensation.*), crosses != inside",
};

/** Direct cost to date and the key of common cost, from the product floor area of either pool and the land, by line. */
export function keyLines({ above, below, land }: { readonly above: string; readonly below: string; readonly land: string }): readonly LineSpec[] {
  return [
    stock("direct_above", "地上直接成本", "direct cost above ground", "running(sum(direct, pool = above))"),
    stock("direct_below", "地下直接成本", "direct cost below ground", "running(sum(direct, pool = below))"),
    stock(
      "below_share",
      "共同成本中地下比例",
      "below-ground share of common cost",
      `${below} <= 0 ? 0
        : direct_above > 0 and direct_below > 0 ? direct_below / (direct_above + direct_below + convention.common_key_land * ${land})
        : share(${below}, ${above} + ${below})`,
      {
        unit: "1",
        convention: {
          zh: "共同成本按直接建造成本比例分摊(默认不含土地);一方没有直接成本时按产品建筑面积;地下无产品时由地上产品承担",
          en: "common cost in proportion to direct construction cost, without land by default; by product floor area where either has none; without products below ground the ones above bear all",
        },
      },
    ),
  ];
}
