import { listPaths } from "../../../models/document/list.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";

interface Kind {
  readonly path: RegExp;
  readonly units: readonly string[];
  readonly low: number;
  readonly high: number;
  /** So many inputs of a document. */
  readonly most: number;
}

/** What nobody knows of a community beforehand, with how far below and above it may come. */
const KINDS: readonly Kind[] = [
  { path: /\/inputs\/(?:price|rent|pricePerM2)$/, units: ["CNY/m2"], low: 0.9, high: 1.08, most: 2 },
  { path: /\/items\/[^/]+\/price$/, units: ["CNY"], low: 0.95, high: 1.12, most: 3 },
  { path: /\/(?:rate|coupon)$/, units: ["1", "1/a"], low: 0.85, high: 1.2, most: 1 },
];
const DIGITS = 6;
const CORRELATED = "0.3";

type Uncertainty = NonNullable<ModelDocument["uncertainty"]>[number];

/** Prices of what is sold, of works and of money, as triangles around what the community says; dear works go with dear homes. */
export function uncertainties(document: ModelDocument): Uncertainty[] {
  const given = listPaths(document, mechanisms).filter(({ kind, value }) => kind === "number" && Number(value) > 0);
  const chosen = KINDS.flatMap(({ path: wanted, units, most, low, high }) =>
    given
      .filter(({ path, unit }) => wanted.test(path) && units.includes(unit))
      .slice(0, most)
      .map((one) => ({ ...one, low, high })),
  );
  return chosen.map(({ path, value, low, high, to = Number.POSITIVE_INFINITY }, index): Uncertainty => {
    const at = (factor: number): string => String(Number(Math.min(Number(value) * factor, to).toPrecision(DIGITS)));
    return {
      id: `u${index + 1}`,
      path,
      distribution: "triangular",
      low: at(low),
      mode: at(1),
      high: at(high),
      ...(index === 1 ? { correlations: [{ with: "u1", rank: CORRELATED }] } : {}),
    };
  });
}
