import type { Decimal } from "decimal.js";
import * as decimal from "../../engines/arithmetic/decimal.ts";
import * as float from "../../engines/arithmetic/float.ts";
import type { Node } from "../../language/graph.ts";
import { stepwise } from "../adjoint.ts";
import { printed, whole } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { native, operand, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";

/** Half away from zero (四舍五入) at so many decimals, 0 if not said, at most 30 either way; a hair below a half counts as a half. */
export const round: Operation = {
  ...pointwise,
  signature: { units: "m1 -> m", arity: [1, 2], flow: "first" },
  ...called("四舍五入", "round"),
  value: native({ decimal: roundDecimal, float: roundTie }),
  adjoint: stepwise,
  ...printed(({ args: [x, digits] }, sheet) => {
    return `ROUND(${sheet.text(x as Node)},${digits === undefined ? 0 : whole(digits, sheet)})`;
  }),
  machine: (node, m) => {
    const places = placesSaid(node);
    return places === undefined ? m.host(node) : m.round(m.value(operand(node, 0)), placesOf(places));
  },
  calls: (node) => placesSaid(node) === undefined,
};

/** The number of decimals where it is a literal. */
function placesSaid({ args: [, digits] }: Node): number | undefined {
  if (digits === undefined) return 0;
  const places = digits.op === "const" ? Number(digits.text) : Number.NaN;
  return Number.isInteger(places) ? places : undefined;
}

/** Decimals beyond which a printed number is rounding noise: INT has no band of its own. */
export const NOISE = 8;

const PLACES_MAX = 30;

function placesOf(digits: number): number {
  return Math.min(Math.max(digits, -PLACES_MAX), PLACES_MAX);
}

function roundDecimal(x: Decimal, digits: Decimal = decimal.ZERO): Decimal {
  const scale = decimal.TEN.pow(placesOf(decimal.nearest(digits)));
  const scaled = x.abs().times(scale);
  const size = scaled.plus(decimal.HALF).plus(decimal.stepTie(scaled)).floor().div(scale);
  return x.isNegative() ? size.neg() : size;
}

export function roundTie(x: number, digits = 0): number {
  const places = placesOf(float.nearestInteger(digits));
  const scale = 10 ** Math.abs(places);
  const size = Math.abs(x);
  const scaled = places >= 0 ? size * scale : size / scale;
  const steps = Math.floor(scaled + 0.5 + float.stepTie(scaled));
  return Math.sign(x) * (places >= 0 ? steps / scale : steps * scale);
}
