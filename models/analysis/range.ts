import type { ColumnSpec, InputSpec } from "../terms/inputs.ts";
import { fail, type Result, succeed } from "../wording/problem.ts";
import type { Variable } from "./variable.ts";

interface Asked {
  readonly min?: string;
  readonly max?: string;
}

/** Where to look: as asked, otherwise as far as the input's own bounds and what is usual suggest. */
export function rangeOf({ path, input, spec, now }: Variable, { min, max }: Asked): Result<readonly [number, number]> {
  // A factor has no bounds of its own: those of the input are for its values.
  const own = path === input || !path.endsWith("*") ? numeric(spec) : undefined;
  const unreadable = [min, max].find((text) => text !== undefined && bound(text) === undefined);
  if (unreadable !== undefined)
    return fail({
      code: "solve.bound",
      message: { zh: `“${unreadable}”不是可用的界限`, en: `“${unreadable}” is no limit that can be used` },
      path,
      hint: { zh: "--min 与 --max 写数字", en: "--min and --max are numbers" },
    });
  const [from, to] = [bound(min) ?? lowest(own, now), bound(max) ?? highest(own, now)];
  if (from === undefined || to === undefined || !(from < to)) {
    return fail({
      code: "solve.range",
      message: { zh: "求解范围不明确或上下限颠倒", en: "the range to search is unknown or reversed" },
      path,
      hint: { zh: "用 --min 与 --max 给出", en: "give it with --min and --max" },
    });
  }
  return succeed([from, to]);
}

function bound(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

interface Numeric {
  readonly from?: number;
  readonly to?: number;
  readonly usual?: readonly [number, number];
}

/** Bounds and usual range of a number; none of other inputs. */
export const numeric = (spec: InputSpec | ColumnSpec | undefined): Numeric | undefined =>
  spec?.type === "number" || spec?.type === "profile" ? spec : undefined;

const SEARCH_FACTOR = 5;

/** Lower end: the input's own bound, otherwise zero. */
function lowest(spec: Numeric | undefined, now: number | undefined): number | undefined {
  return spec?.from ?? spec?.usual?.[0] ?? (now === undefined ? undefined : Math.min(0, now * SEARCH_FACTOR));
}

/** Upper end: the input's own bound, otherwise well beyond what it is now and what is usual. */
function highest(spec: Numeric | undefined, now: number | undefined): number | undefined {
  if (spec?.to !== undefined) return spec.to;
  const candidates = [spec?.usual?.[1], now === undefined ? undefined : Math.abs(now)].filter(
    (value) => value !== undefined,
  );
  const most = Math.max(0, ...candidates);
  // Of what is 0 nobody can tell how far to look.
  return most === 0 ? undefined : SEARCH_FACTOR * most;
}
