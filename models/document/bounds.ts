import { compareDecimals, readDecimal } from "../language/decimal.ts";
import { documentProblem } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { show } from "./issues.ts";

/** Decimal literals; one that is absent binds nothing. */
interface Bounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
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
