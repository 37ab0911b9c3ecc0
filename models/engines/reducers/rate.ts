import { irr } from "../../finance/irr.ts";
import { isRefusal } from "../../finance/refusal.ts";
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import type { Answer } from "./reduce.ts";

/** Internal rate of return per step. Amounts within the tolerance are 0: they must not make a sign change or a root. */
export function rateOfReturn<V>(values: readonly V[], absTol: number, arithmetic: Arithmetic<V>): Answer<V> {
  const flows = values.map((value) =>
    arithmetic.truth(arithmetic.compare("==", value, arithmetic.zero, absTol)) === true ? arithmetic.zero : value,
  );
  // Every number system of the engines is a kind of number the spreadsheet functions take.
  const answer = irr(flows as readonly number[]);
  if (!isRefusal(answer)) return { ok: true, value: answer as V };
  const roots = answer.roots as readonly V[] | undefined;
  if (roots !== undefined && roots.length > 0) return { ok: false, code: "several", roots };
  return { ok: false, code: "none" };
}
