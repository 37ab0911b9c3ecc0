import { compareDecimals, readDecimal } from "../../language/decimal.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";

interface Bounds {
  readonly from: string;
  readonly to: string;
}

/** A number beyond its bounds means nothing: what rests on it has no value. */
export function boundProblem({ from, to }: Bounds, label: Text, value: string, path: string): Problem | undefined {
  const args = { input: label, value, from, to };
  if (isBelow(value, from)) return documentProblem("document.below_range", path, args);
  return isBelow(to, value) ? documentProblem("document.above_range", path, args) : undefined;
}

function isBelow(value: string, bound: string): boolean {
  const [number, limit] = [readDecimal(value), readDecimal(bound)];
  return number !== undefined && limit !== undefined && compareDecimals(number, limit) < 0;
}
