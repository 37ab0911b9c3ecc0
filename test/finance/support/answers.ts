import { isRefusal } from "../../../models/finance/refusal.ts";

/** The answer itself; a test that expects one fails here with the refusal's own words. */
export function answered<T>(result: T): Exclude<T, { ok: false }> {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${result.message}`);
  return result as Exclude<T, { ok: false }>;
}

/** The code of a refusal; a test that expects one fails here with the answer. */
export function codeOf(result: unknown): string {
  if (!isRefusal(result)) throw new Error(`answered: ${String(result)}`);
  return result.code;
}
