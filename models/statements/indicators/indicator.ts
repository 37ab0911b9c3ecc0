import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";

/** A result with a name outsiders rely on. `value` is null where there is no honest number; `note` then says why. */
export interface Indicator {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly value: Decimal | null;
  readonly note?: Text;
}

export function known(id: string, zh: string, en: string, unit: string, value: Decimal, note?: Text): Indicator {
  return { id, label: { zh, en }, unit, value, ...(note === undefined ? {} : { note }) };
}

export function unknown(id: string, zh: string, en: string, unit: string, note: Text): Indicator {
  return { id, label: { zh, en }, unit, value: null, note };
}

/** Note of an indicator whose lines carry an error. */
export const UNDECIDABLE: Text = {
  zh: "所依据的行存在错误或缺失,无法计算",
  en: "a line it rests on is missing or in error",
};
