import { inputSpecOf } from "../compile/inputPaths.ts";
import type { ModelDocument } from "../document/schema.ts";
import type { ColumnSpec, Forms, InputSpec, NumberInput } from "../terms/inputs.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import { valueAt } from "./trial.ts";

interface Asked {
  readonly vary: string;
  readonly min?: string;
  readonly max?: string;
}

/** Where to look: as asked, otherwise as far as the input's own bounds and what is usual suggest. */
export function rangeOf(
  document: ModelDocument,
  { vary, min, max }: Asked,
  registry: Forms,
): Result<readonly [number, number]> {
  const current = valueAt(document, vary);
  const spec = inputSpecOf(document, vary, registry);
  if ((current === undefined && spec === undefined) || (spec !== undefined && spec.type !== "number"))
    return fail(pathProblem(vary));
  const now = Number(typeof current === "string" || typeof current === "number" ? current : Number.NaN);
  const [from, to] = [bound(min) ?? lowest(spec, now), bound(max) ?? highest(spec, now)];
  if (from === undefined || to === undefined || !(from < to)) {
    return fail({
      code: "solve.range",
      message: { zh: "求解范围不明确或上下限颠倒", en: "the range to search is unknown or reversed" },
      path: vary,
      hint: { zh: "用 --min 与 --max 给出", en: "give it with --min and --max" },
    });
  }
  return succeed([from, to]);
}

function bound(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}

type Numeric = NumberInput | Extract<InputSpec | ColumnSpec, { type: "number" }>;

const SEARCH_FACTOR = 5;

/** Lower end: the input's own bound, otherwise zero. */
function lowest(spec: Numeric | undefined, now: number): number | undefined {
  return spec?.from ?? spec?.usual?.[0] ?? (Number.isFinite(now) ? Math.min(0, now * SEARCH_FACTOR) : undefined);
}

/** Upper end: the input's own bound, otherwise well beyond what it is now and what is usual. */
function highest(spec: Numeric | undefined, now: number): number | undefined {
  if (spec?.to !== undefined) return spec.to;
  const candidates = [spec?.usual?.[1], Number.isFinite(now) ? Math.abs(now) : undefined].filter(
    (value) => value !== undefined,
  );
  return candidates.length === 0 ? undefined : SEARCH_FACTOR * Math.max(...candidates, Number.MIN_VALUE);
}

function pathProblem(path: string): Problem {
  return {
    code: "solve.path",
    message: { zh: `“${path}”不是可调的数值输入`, en: `“${path}” is not a number that can be varied` },
    path,
    hint: { zh: "写法如 components/sale_1/inputs/price", en: "write it like components/sale_1/inputs/price" },
  };
}
