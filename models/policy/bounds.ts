import type { Decimal } from "decimal.js";
import type { Bound, PackParameter } from "./pack.ts";
import { INSTALLED_PACKS } from "./packs.ts";

/** Whether a value keeps to a rule; a floor or a cap binds one way only. */
export function within(value: Decimal, bound: Bound | undefined, rule: Decimal): boolean {
  if (value.equals(rule)) return true;
  return bound === "floor" ? value.greaterThan(rule) : bound === "cap" && value.lessThan(rule);
}

/** Which way a parameter binds; a pack that does not say so is read like the program's own of that name. */
export function boundOf({ id, bound }: PackParameter): Bound | undefined {
  return bound ?? INSTALLED_PACKS.flatMap(({ parameters }) => parameters).find((own) => own.id === id)?.bound;
}
