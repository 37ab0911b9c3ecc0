import { amountText } from "../../wording/grouped.ts";
import { listed, type Text, text } from "../../wording/text.ts";
import type { Chosen, LinearProblem, SolverLimits } from "../solver/problem.ts";
import type { Solver } from "../solver/solver.ts";
import type { Demand } from "./demands.ts";
import { type Asked, programme } from "./programme.ts";
import { SCALE } from "./scale.ts";

/**
 * Why there are no starts: for each kind of demand, by how much it would have to give way if all others stand; where no single one is enough, what all of
 * them together would have to give.
 */
export function obstaclesOf(asked: Asked, solver: Solver, limits: SolverLimits): readonly Text[] {
  const { demands } = asked;
  const families = [...new Set(demands.map(({ family }) => family))];
  const alone = families.flatMap((family) => {
    const found = relaxed(asked, [family], solver, limits);
    return found === undefined ? [] : found;
  });
  if (alone.length > 0) return alone.map(({ zh, en }) => text(`仅放宽${zh}即可`, `it would do to ease ${en}`));
  const all = relaxed(asked, families, solver, limits) ?? [];
  return all.map(({ zh, en }) => text(`须一并放宽${zh}`, `together with others, ease ${en}`));
}

/** A demand gives way by no less than this share of a unit. */
const LEAST = 1e-6;

/** Each family may miss its demands by a size of its own; the sizes, as shares of what is asked, are made as small as possible. */
function relaxed(
  asked: Asked,
  families: readonly string[],
  solver: Solver,
  limits: SolverLimits,
): readonly Text[] | undefined {
  const { demands } = asked;
  const whole = programme(asked);
  const { firstDemand: firstRow } = whole;
  const extra = whole.columns.length;
  const sizes = families.map((family) => {
    const least = demands.filter((demand) => demand.family === family).map(({ least }) => Math.abs(least));
    return Math.max(1, ...least);
  });
  const columns: LinearProblem["columns"] = [
    ...whole.columns.map((column) => ({ ...column, cost: 0 })),
    ...sizes.map((size) => ({ cost: 1 / size, from: 0, to: Number.POSITIVE_INFINITY })),
  ];
  const rows = whole.rows.map((row, index) => {
    const demand = demands[index - firstRow];
    const at = demand === undefined ? -1 : families.indexOf(demand.family);
    return at < 0 ? row : { ...row, terms: [...row.terms, [extra + at, 1] as const] };
  });
  const outcome = solver.solve({ columns, rows }, limits);
  // Only the best says by how much something has to give way at least.
  const chosen = outcome.status === "optimal" ? outcome : undefined;
  if (chosen === undefined) return undefined;
  return families.flatMap((family, at) => wordsOf(chosen, demands, firstRow, family, chosen.values[extra + at] ?? 0));
}

/** What a family has to give in each year in which it gives anything. */
function wordsOf(
  chosen: Chosen,
  demands: readonly Demand[],
  firstRow: number,
  family: string,
  gives: number,
): readonly Text[] {
  const short = demands.flatMap((demand, index) => {
    // What the row comes to without what gives way.
    const lacks = demand.least - ((chosen.rows[firstRow + index] ?? 0) - gives);
    return demand.family === family && lacks > LEAST ? [{ ...demand, lacks }] : [];
  });
  const [first] = short;
  if (gives <= LEAST || first === undefined) return [];
  const { label } = first;
  const years = short.map(({ year, unit, lacks }) => {
    const amount = unit === "CNY" ? amountText(lacks * SCALE) : String(Math.ceil(lacks - LEAST));
    return unit === "CNY"
      ? text(`${year} 年 ${amount} 元`, `CNY ${amount} in ${year}`)
      : text(`${year} 年 ${amount} 个`, `${amount} in ${year}`);
  });
  const all = listed(years);
  return [text(`“${label.zh}”(${all.zh})`, `“${label.en}” (by ${all.en})`)];
}
