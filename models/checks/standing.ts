import type { Decimal } from "decimal.js";
import type { Results } from "../results/results.ts";
import { type RecordLine, recordLine } from "../statements/handles.ts";

/** 记录成立: whether a record holds by the rule of its kind, and is dated within the horizon. */
export function stands(results: Results<Decimal | number>, record: string): boolean {
  const isSo = (name: RecordLine): boolean => Number(results.scalar(recordLine(record, name)) ?? 0) > 0;
  return isSo("holds") && isSo("dated_ever");
}
