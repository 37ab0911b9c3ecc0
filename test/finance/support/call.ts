import * as finance from "../../../models/finance/index.ts";

type Untyped = (...given: readonly unknown[]) => unknown;

const FUNCTIONS = new Map<string, Untyped>(Object.entries({ ...finance }) as unknown as [string, Untyped][]);

/** Every exported name. */
export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()];

/** Calls a function by its spreadsheet name with arguments of any kind, as an untyped caller could. */
export function callByName(name: string, args: readonly unknown[]): unknown {
  const found = FUNCTIONS.get(name);
  if (found === undefined) throw new Error(`no financial function is called ${name}`);
  return found(...args);
}
