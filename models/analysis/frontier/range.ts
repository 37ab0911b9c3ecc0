import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { type LeverInput, plain, valueIn, written } from "../levers/lever.ts";

/** One direction of a frontier, as it is asked for. */
export interface AxisQuestion {
  readonly path: string;
  /** As documents write them; around the value of now where left out. */
  readonly min?: string;
  readonly max?: string;
}

/** Around the value of now is looked as far as so many swings. */
const SWINGS = 4;

/**
 * From where to where is looked. What is asked for may be unusual, as with `solve`, and goes as far as the input's own limits; what is left out
 * stays within what is plausible. Fails on what is no value, beyond a limit, or the wrong way round.
 */
export function rangeOf(lever: LeverInput, { min, max }: AxisQuestion): Result<readonly [number, number]> {
  const { bounds, now, swing } = lever;
  const [low, high] = [now - SWINGS * (now - swing[0]), now + SWINGS * (swing[1] - now)].map(plain) as [number, number];
  const from = min === undefined ? succeed(Math.max(bounds.from, low)) : endOf(lever, min);
  const to = max === undefined ? succeed(Math.min(bounds.to, high)) : endOf(lever, max);
  if (!from.ok) return from;
  if (!to.ok) return to;
  return from.value < to.value ? succeed([from.value, to.value]) : fail(reversed(lever, from.value, to.value));
}

function endOf(lever: LeverInput, literal: string): Result<number> {
  const value = valueIn(lever.kind, literal);
  if (value === undefined) return fail(unreadable(lever, literal));
  const [least, most] = limitsOf(lever);
  if (least !== undefined && value < least) return fail(beyond(lever, literal, { zh: "下限", en: "lower", at: least }));
  if (most !== undefined && value > most) return fail(beyond(lever, literal, { zh: "上限", en: "upper", at: most }));
  return succeed(lever.whole ? Math.round(value) : value);
}

/** What the input itself allows, whatever is plausible; a factor has the end that multiplies, not those of the values. */
function limitsOf({ kind, spec, bounds }: LeverInput): readonly [number | undefined, number | undefined] {
  const own: { readonly from?: number; readonly to?: number } =
    kind !== "factor" && (spec.type === "number" || spec.type === "profile") ? spec : {};
  return [
    own.from ?? (bounds.fromBy === "bound" ? bounds.from : undefined),
    own.to ?? (bounds.toBy === "bound" ? bounds.to : undefined),
  ];
}

function problem({ path, label }: LeverInput, message: Text, hint: Text): Problem {
  return { code: "frontier.range", message, path, hint, subject: label };
}

function unreadable(lever: LeverInput, literal: string): Problem {
  return problem(
    lever,
    lever.kind === "month"
      ? { zh: `“${literal}”不是月份`, en: `“${literal}” is no month` }
      : { zh: `“${literal}”不是数值`, en: `“${literal}” is no number` },
    lever.kind === "month"
      ? { zh: "写成 年-月,如 2030-06", en: "write YEAR-MONTH, such as 2030-06" }
      : { zh: "写一个数,小数点用“.”,不加单位和千分位", en: "write a plain number, without unit or separators" },
  );
}

function beyond(lever: LeverInput, literal: string, { at, zh, en }: Text & { readonly at: number }): Problem {
  const limit = written(lever, at);
  return problem(
    lever,
    {
      zh: `“${literal}”超出该输入的${zh},${zh}为 ${limit}`,
      en: `${literal} is beyond the ${en} bound of the input, ${limit}`,
    },
    { zh: `范围到 ${limit} 为止`, en: `let the range end at ${limit}` },
  );
}

function reversed(lever: LeverInput, from: number, to: number): Problem {
  const [low, high] = [written(lever, from), written(lever, to)];
  return problem(
    lever,
    {
      zh: `范围颠倒:下端 ${low} 不小于上端 ${high}`,
      en: `the range is reversed: its lower end ${low} is not below its upper end ${high}`,
    },
    {
      zh: "下端应小于上端;只给一端时,另一端取现值附近,可一并给出",
      en: "the lower end must lie below the upper one; where one end is left out it lies around the value of now: give both",
    },
  );
}
