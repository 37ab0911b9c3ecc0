import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";

export type VerdictId = "B1" | "B2" | "B3" | "B4" | "B5" | "B6" | "B7" | "B8" | "B9";

/** One of the nine tests of balance. `pass` is null where the test does not apply or cannot be decided; `message` then says why. */
export interface Verdict {
  readonly id: VerdictId;
  readonly title: Text;
  readonly definition: Text;
  readonly pass: boolean | null;
  readonly margin?: Decimal;
  readonly unit?: string;
  readonly message: Text;
  /** Label of the first period or year that fails. */
  readonly firstFailing?: string;
  /** Lines the verdict rests on. */
  readonly lines: readonly string[];
}

export interface VerdictHead {
  readonly id: VerdictId;
  readonly title: Text;
  readonly definition: Text;
}

export function undecided(head: VerdictHead, message: Text, lines: readonly string[] = []): Verdict {
  return { ...head, pass: null, message, lines };
}

export function decided(
  head: VerdictHead,
  pass: boolean,
  message: Text,
  lines: readonly string[],
  rest: { readonly margin?: Decimal; readonly unit?: string; readonly firstFailing?: string } = {},
): Verdict {
  return { ...head, pass, message, lines, ...rest };
}

/** Money in 万元 with two decimals, for messages. */
export function inWan(value: Decimal): Text {
  const wan = value.div(WAN).toFixed(2);
  return { zh: `${wan} 万元`, en: `${wan} × 10,000 CNY` };
}

const WAN = 10000;

export const BROKEN_LINES: Text = {
  zh: "所依据的行存在错误,无法判定",
  en: "a line it rests on is in error: not decidable",
};
