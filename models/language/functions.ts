import { isOperation, operations } from "../operations/table.ts";
import type { FunctionName, Macro } from "./expression.ts";
import { isWritten, writtenFunctions } from "./written.ts";

type Arity = readonly [min: number, max: number];

/** Functions that are written with operations, or whose argument is a name. */
const macros: Readonly<Record<Macro, Arity>> = {
  window: [2, 2],
  running: [1, 1],
  ytd: [1, 1],
  yearly: [1, 1],
  cummin: [1, 1],
  cummax: [1, 1],
  since: [1, 1],
  years: [1, 1],
  basis: [1, 1],
  param: [1, 1],
  during: [1, 1],
  counted: [1, 1],
  recorded: [1, 1],
  given: [1, 1],
  sumrows: [2, 2],
};

function isMacro(name: string): name is Macro {
  return Object.hasOwn(macros, name);
}

/** The function of that name with the number of arguments it takes, or undefined; `sum(…)` is a selection, not a function. */
export function findFunction(name: string): { readonly name: FunctionName; readonly arity: Arity } | undefined {
  if (isMacro(name)) return { name, arity: macros[name] };
  if (isWritten(name)) {
    const { length } = writtenFunctions[name].parameters;
    return { name, arity: [length, length] };
  }
  if (!isOperation(name)) return undefined;
  const { arity } = operations[name].signature;
  return arity === "operator" ? undefined : { name, arity };
}

/** All function names, for completion in the formula editor. */
export const functionNames: readonly string[] = [
  ...Object.keys(macros),
  ...Object.keys(writtenFunctions),
  ...Object.keys(operations),
  "sum",
  "latest",
].filter((name) => name === "sum" || name === "latest" || findFunction(name) !== undefined);
