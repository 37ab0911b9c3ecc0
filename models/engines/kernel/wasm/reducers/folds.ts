import { PURE_TIE } from "../../../../operations/ties.ts";
import type { ModuleWriter } from "../module.ts";
import {
  abs,
  add,
  answer,
  div,
  does,
  finite,
  int,
  num,
  type Part,
  select,
  type Variable,
  when,
  whole,
} from "../routine.ts";
import { Reducing } from "./steps.ts";

type Fold = "lowest" | "highest" | "average";

const isMissing = (x: Variable): Part => does("f64.ne", x.get, x.get);
export const holds = (x: Variable): Part => does("f64.lt", num(PURE_TIE), abs(x.get));

/** Puts the values together that count; no value where one of them, or a condition, is missing. */
export function addFold(module: ModuleWriter, how: Fold, conditional: boolean): number {
  const r = new Reducing();
  const [x, result, condition] = r.locals(3) as [Variable, Variable, Variable];
  const counted = r.local("i32");
  const better = how === "lowest" ? does("f64.lt", x.get, result.get) : does("f64.gt", x.get, result.get);
  const joined = how === "average" ? add(result.get, x.get) : select(better, x.get, result.get);
  const isFirst = does("i32.eq", counted.get, int(0));
  const take = [
    x.set(r.at(0)),
    when(isMissing(x), [answer(num(Number.NaN))]),
    result.set(select(isFirst, x.get, joined)),
    counted.set(whole(counted.get, int(1))),
  ];
  const look = [
    condition.set(r.at(1)),
    when(isMissing(condition), [answer(num(Number.NaN))]),
    when(holds(condition), take),
  ];
  const mean = [result.set(div(result.get, does("f64.convert_i32_s", counted.get)))];
  const nothing = select(isFirst, num(Number.NaN), result.get);
  return r.add(
    module,
    r.forward(...(conditional ? look : take)),
    result.set(nothing),
    ...(how === "average" ? mean : []),
    finite(result),
  );
}

/** The number of the first step in which the condition holds, or what the first series has there; none if a condition before is missing. */
export function addFirst(module: ModuleWriter, what: "when" | "first"): number {
  const r = new Reducing();
  const [condition, x] = r.locals(2) as [Variable, Variable];
  const told = what === "when" ? does("f64.convert_i32_s", whole(r.i.get, int(1))) : finite(x);
  return r.add(
    module,
    r.forward(
      condition.set(r.at(what === "when" ? 0 : 1)),
      when(isMissing(condition), [answer(num(Number.NaN))]),
      when(holds(condition), [...(what === "first" ? [x.set(r.at(0))] : []), answer(told)]),
    ),
    num(Number.NaN),
  );
}
