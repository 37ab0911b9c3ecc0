/** Why a reducer has no answer: nothing to look at, no rate solves the flows, several do, it never happens, there is nothing to pay back. */
export type NoAnswerCode = "empty" | "none" | "several" | "notReached" | "neverNegative";

/** The cumulative flow falls below zero again after it was paid back. */
export type Remark = "notLasting";

/** What a reducer makes of its series; `missing`: a step it needs has no value. */
export type Answer<V> =
  | { readonly ok: true; readonly value: V; readonly remark?: Remark }
  | { readonly ok: false; readonly code: NoAnswerCode; readonly roots?: readonly V[] }
  | { readonly ok: false; readonly code: "missing" };

/** One value a step of each series, in order. */
export interface Steps<V> {
  readonly count: number;
  read(series: number, step: number): V;
}

export const missing = { ok: false, code: "missing" } as const;

export function found<V>(value: V, remark?: Remark): Answer<V> {
  return { ok: true, value, ...(remark === undefined ? {} : { remark }) };
}

export function noAnswer<V>(code: NoAnswerCode, roots?: readonly V[]): Answer<V> {
  return { ok: false, code, ...(roots === undefined ? {} : { roots }) };
}
