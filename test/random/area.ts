import type { Draw } from "./draw.ts";
import type { Json } from "./parts.ts";

/** Of a hundred area tables those in which one product takes the rest, so that every ㎡ has one use; the others are as drawn. */
const BALANCED = 75;

/** A plot that is built: what stands there now, and products of which the first takes what the others leave. */
export function drawArea(draw: Draw, drawn: Json): Json {
  if (!draw.chance(BALANCED)) return drawn;
  const product = (id: string, disposition: string) => ({ id, product: id, disposition, level: "above" });
  const fixed = (id: string, disposition: string) => ({
    ...product(id, disposition),
    rule: "fixed",
    area: draw.decimal(200, 2000),
  });
  return {
    ...drawn,
    siteNet: draw.decimal(15000, 40000),
    far: draw.decimal(2.2, 3),
    existing: [
      {
        id: "homes",
        use: "residential",
        legal: draw.decimal(8000, 20000),
        demolishedShare: draw.decimal(0.3, 1),
        inKindShare: draw.decimal(0.7, 1),
        resettleRatio: draw.decimal(1, 1.1),
      },
    ],
    exemptAllowed: draw.pick(["0", "1"]),
    products: [
      { ...product("flats", "sale"), rule: "rest" },
      fixed("shops", "lease"),
      ...(draw.chance(50) ? [fixed("spaces", "ceded")] : []),
    ],
  };
}
