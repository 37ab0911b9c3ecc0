import { isRefusal } from "../../finance/refusal.ts";
import type { FinanceFunction } from "../../language/graph.ts";
import { exponential, floatArithmetic, logarithm, nearestInteger, power, roundTie } from "../arithmetic/float.ts";
import { periodOfMonth } from "../cell.ts";
import type { Clock } from "../evaluation.ts";
import type { HostFunctions } from "./wasm/host.ts";

/** What compiled code may call, by name; `clock` is read when it is called. */
export function hostFunctions(clock: () => Clock): HostFunctions {
  const own: Readonly<Record<string, (...args: number[]) => number>> = {
    power: (base, exponent) => power(base as number, exponent as number),
    exp: (x) => exponential(x as number),
    ln: (x) => logarithm(x as number),
    round: (x, digits) => roundTie(x as number, digits as number),
    periodOf: (month) => {
      const { periodMonths, stepMonths } = clock();
      return periodOfMonth(nearestInteger(month as number), periodMonths, stepMonths);
    },
  };
  return (name) => {
    const callee = name.split("/")[0] as string;
    return own[callee] ?? ((...args) => finance(callee as FinanceFunction, args));
  };
}

function finance(fn: FinanceFunction, args: readonly number[]): number {
  const result = floatArithmetic.finance(fn, args);
  return isRefusal(result) ? Number.NaN : result;
}
