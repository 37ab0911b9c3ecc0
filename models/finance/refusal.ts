import type { Num } from "./arithmetic/num.ts";
import { MESSAGES } from "./messages.ts";

/** Why a function has no answer; stable, for programs. */
export type RefusalCode = keyof typeof MESSAGES;

/**
 * What a financial function returns instead of an answer; functions never return NaN and never throw.
 * `message` is "中文 / English", `argument` the offending argument (`values[3]`),
 * `roots` (rate searches only) every solution above −100 %, ascending, when there are several.
 */
export interface Refusal<N extends Num = Num> {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly message: string;
  readonly argument?: string;
  readonly roots?: readonly N[];
}

/** True for what a financial function returns when it has no answer (无解或参数有误). */
export function isRefusal(result: unknown): result is Refusal {
  if (typeof result !== "object" || result === null) return false;
  const { ok, code, message } = result as Partial<Record<keyof Refusal, unknown>>;
  return ok === false && typeof code === "string" && typeof message === "string";
}

export function refuse(code: RefusalCode, argument = ""): Refusal {
  const { zh, en } = MESSAGES[code](argument);
  return { ok: false, code, message: `${zh} / ${en}`, ...(argument === "" ? {} : { argument }) };
}

export function refuseSeveral(roots: readonly Num[]): Refusal {
  const list = roots.map(String).join(", ");
  const { zh, en } = MESSAGES["several-roots"](list);
  return { ok: false, code: "several-roots", message: `${zh} / ${en}`, roots };
}
