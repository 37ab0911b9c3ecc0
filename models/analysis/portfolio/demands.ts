import type { Decimal } from "decimal.js";
import type { PortfolioSpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { Results } from "../../results/results.ts";
import { type Text, text } from "../../wording/text.ts";
import type { Candidate } from "./candidates.ts";
import { SCALE } from "./scale.ts";

/** One condition of one year: the chosen candidates' amounts come to at least so much. */
export interface Demand {
  /** Demands of one kind, relaxed together when it is asked what stands in the way. */
  readonly family: string;
  readonly label: Text;
  readonly year: number;
  readonly terms: readonly (readonly [candidate: number, factor: number])[];
  readonly least: number;
  /** On the pool's account: interest on what was drawn at the end of each earlier year comes off. */
  readonly bearsInterest?: boolean;
  /** What one unit of the row is in the figure's own unit. */
  readonly unit: "CNY" | "1";
}

/** Everything that is asked of the starts, year by year, in the amounts the candidates' lines have. */
export function demandsOf(
  spec: PortfolioSpec,
  candidates: readonly Candidate[],
  now: Results<Decimal>,
): readonly Demand[] {
  const first = Math.min(...candidates.map(({ years }) => years[0]));
  const last = Math.max(...candidates.map(({ years }) => years[1]));
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return [
    ...cashDemands(spec, candidates, years, now),
    ...budgetDemands(spec, candidates, years),
    ...targetDemands(spec, candidates, years),
  ];
}

function cashDemands(
  { pool }: PortfolioSpec,
  candidates: readonly Candidate[],
  years: readonly number[],
  now: Results<Decimal>,
): readonly Demand[] {
  if (pool.minimumCash === undefined && pool.creditLimit === undefined) return [];
  const floor = Number(pool.minimumCash ?? 0) - Number(pool.openingCash ?? 0) - Number(pool.creditLimit ?? 0);
  const shared = sharedBy(now);
  const sums = candidates.map(() => 0);
  return years.map((year): Demand => {
    const terms = candidates.map((candidate, index) => {
      sums[index] = (sums[index] ?? 0) + candidate.amount(`member.${candidate.member}.flow`, year);
      return [index, (sums[index] ?? 0) / SCALE] as const;
    });
    return {
      family: "cash",
      label: text("合并资金下限", "the floor of pooled cash"),
      year,
      terms: terms.filter(([, factor]) => factor !== 0),
      least: (floor + shared(year)) / SCALE,
      bearsInterest: true,
      unit: "CNY",
    };
  });
}

/** The pooled credit line: what is drawn at the end of a year is at least what its account lacks. */
export interface CreditLine {
  /** A year. */
  readonly rate: number;
  /** By how much the floor of the account lies below nothing: below that it is never drawn. */
  readonly below: number;
}

export const creditLineOf = ({ pool }: PortfolioSpec): CreditLine => ({
  rate: Number(pool.creditRate ?? 0),
  below: (Number(pool.creditLimit ?? 0) - Number(pool.minimumCash ?? 0)) / SCALE,
});

/** What shared costs have come to by a year. */
function sharedBy(now: Results<Decimal>): (year: number) => number {
  if (!now.has("pool.shared")) return () => 0;
  const amounts = now.years("pool.shared").map((value) => {
    if (value === undefined) throw new RangeError("shared costs are looked at where they have values");
    return value.toNumber();
  });
  const first = Number(now.frame.years[0]?.label);
  return (year) => amounts.slice(0, Math.max(0, year - first + 1)).reduce((sum, amount) => sum + amount, 0);
}

/** Years without an amount have no budget, and nothing is demanded of them. */
function budgetDemands(
  { budgets }: PortfolioSpec,
  candidates: readonly Candidate[],
  years: readonly number[],
): readonly Demand[] {
  return budgets.flatMap(({ id, label, amounts }) =>
    years
      .filter((year) => Object.hasOwn(amounts, String(year)))
      .map((year): Demand => {
        const terms = candidates.map(
          (candidate, index) =>
            [index, -candidate.amount(`budget.${id}.of.${candidate.member}`, year) / SCALE] as const,
        );
        return {
          family: `budget.${id}`,
          label: textOf(label),
          year,
          terms: terms.filter(([, factor]) => factor !== 0),
          least: -Number(amounts[String(year)]) / SCALE,
          unit: "CNY",
        };
      }),
  );
}

function targetDemands(
  { targets }: PortfolioSpec,
  candidates: readonly Candidate[],
  years: readonly number[],
): readonly Demand[] {
  return targets.map(({ id, label, counts, year, atLeast }): Demand => {
    const until = Number(year);
    const within = counts === "started" ? [until] : years.filter((one) => one <= until);
    const terms = candidates.map((candidate, index) => {
      const line = `member.${candidate.member}.${counts}`;
      return [index, within.reduce((sum, one) => sum + candidate.amount(line, one), 0)] as const;
    });
    return {
      family: `target.${id}`,
      label: textOf(label),
      year: until,
      terms: terms.filter(([, factor]) => factor !== 0),
      least: atLeast,
      unit: "1",
    };
  });
}
