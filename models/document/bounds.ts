import { compareDecimals, decimalOfNumber, readDecimal } from "../language/decimal.ts";
import { AMOUNT_MAX } from "../terms/conventions.ts";
import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { show } from "./issues.ts";

/** Decimal literals; one that is absent binds nothing. */
interface Bounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Beyond these a number of its unit is a slip of the keyboard, whatever it is about. */
const MOST: Readonly<Record<string, string>> = {
  CNY: AMOUNT_MAX,
  m2: "1000000000",
  household: "10000000",
  mo: "12000",
  a: "1000",
};
/** Prices: an amount per anything. */
const MOST_OF_A_PRICE = "100000000000";

/** Bounds of an input or a figure of a record: its own, or, where it has none above, those of its unit. */
export function boundsOf({
  unit,
  from,
  to,
}: {
  readonly unit: string;
  readonly from?: number;
  readonly to?: number;
}): Bounds {
  const most = unit.startsWith("CNY/") ? MOST_OF_A_PRICE : (MOST[unit] ?? AMOUNT_MAX);
  const literal = (limit: number | undefined) => (limit === undefined ? undefined : decimalOfNumber(limit));
  return { from: literal(from) ?? `-${most}`, to: literal(to) ?? most };
}

/** Why a number beyond its bounds means nothing. */
export function boundProblem({ from, to }: Bounds, label: Text, value: string, path: string): Problem | undefined {
  const args = { input: label, value: show(value), from: from ?? "", to: to ?? "" };
  if (from !== undefined && isBelow(value, from)) return documentProblem("document.below_range", path, args);
  return to !== undefined && isBelow(to, value) ? documentProblem("document.above_range", path, args) : undefined;
}

function isBelow(value: string, bound: string): boolean {
  const [number, limit] = [readDecimal(value), readDecimal(bound)];
  return number !== undefined && limit !== undefined && compareDecimals(number, limit) < 0;
}
