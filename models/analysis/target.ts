import { fail, type Result, succeed } from "../wording/problem.ts";

/** A wish such as `balance.static>=0`. */
export interface Target {
  readonly indicator: string;
  readonly relation: ">=" | "<=";
  readonly value: string;
}

const TARGET = /^\s*([A-Za-z_\p{L}][\p{L}\p{N}_.]*)\s*(>=|<=)\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)\s*$/u;

/** Reads `INDICATOR>=VALUE` or `INDICATOR<=VALUE`. */
export function parseTarget(text: string): Result<Target> {
  const match = TARGET.exec(text);
  const [, indicator, relation, value] = match ?? [];
  if (indicator === undefined || value === undefined || (relation !== ">=" && relation !== "<=")) {
    return fail({
      code: "solve.target_unreadable",
      message: { zh: `目标“${text}”无法识别`, en: `the target “${text}” cannot be read` },
      path: "until",
      hint: { zh: "写法如 balance.static>=0", en: "write it like balance.static>=0" },
    });
  }
  return succeed({ indicator, relation, value });
}
