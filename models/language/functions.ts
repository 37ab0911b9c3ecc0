import type { FunctionName } from "./expression.ts";
import { type WrittenName, writtenFunctions } from "./written.ts";

interface Arity {
  readonly min: number;
  readonly max: number;
}

const exactly = (n: number): Arity => ({ min: n, max: n });
const between = (min: number, max: number): Arity => ({ min, max });

/** The closed list of functions beside those written in the language. Financial ones take their arguments in the order spreadsheets use. */
const arities: Readonly<Record<Exclude<FunctionName, WrittenName>, Arity>> = {
  prev: exactly(1),
  lag: exactly(2),
  window: exactly(2),
  running: exactly(1),
  total: exactly(1),
  at: exactly(2),
  convolve: between(2, 100),
  ytd: exactly(1),
  yearly: exactly(1),
  cummin: exactly(1),
  cummax: exactly(1),
  since: exactly(1),
  years: exactly(1),
  basis: exactly(1),
  npv: exactly(2),
  irr: exactly(1),
  payback: exactly(1),
  lowest: between(1, 2),
  highest: between(1, 2),
  average: between(1, 2),
  first: exactly(2),
  when: exactly(1),
  param: exactly(1),
  during: exactly(1),
  counted: exactly(1),
  recorded: exactly(1),
  given: exactly(1),
  lookup: between(2, 3),
  brackets: exactly(2),
  sumrows: exactly(2),
  min: between(1, 100),
  max: between(1, 100),
  abs: exactly(1),
  floor: exactly(1),
  ceil: exactly(1),
  round: between(1, 2),
  sqrt: exactly(1),
  exp: exactly(1),
  ln: exactly(1),
  pmt: between(3, 5),
  ipmt: between(4, 6),
  ppmt: between(4, 6),
  nper: between(3, 5),
  pv: between(3, 5),
  fv: between(3, 5),
  effect: exactly(2),
  nominal: exactly(2),
  sln: exactly(3),
  syd: exactly(4),
  ddb: between(4, 5),
};

const byName = new Map<string, { readonly name: FunctionName; readonly arity: Arity }>();
for (const [name, arity] of Object.entries(arities)) byName.set(name, { name: name as FunctionName, arity });
for (const [name, { parameters }] of Object.entries(writtenFunctions))
  byName.set(name, { name: name as WrittenName, arity: exactly(parameters.length) });

/** The function of that name with the number of arguments it takes, or undefined; `sum(…)` is a selection, not a function. */
export function findFunction(name: string): { readonly name: FunctionName; readonly arity: Arity } | undefined {
  return byName.get(name);
}

/** All function names, for completion in the formula editor. */
export const functionNames: readonly string[] = [...byName.keys(), "sum"];
