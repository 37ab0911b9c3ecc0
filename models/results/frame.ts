import { statementYears, type Timeline } from "../language/timeline.ts";
import type { ProjectConventions } from "../terms/conventions.ts";

/** A year of the statements: the periods (1-based, inclusive) that fall in it. */
export interface StatementYear {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/** What results are read in beside the values: names of periods and years, and the conventions that hold. */
export interface Frame {
  readonly periodLabels: readonly string[];
  readonly periodsPerYear: number;
  readonly years: readonly StatementYear[];
  readonly conventions: ProjectConventions;
}

export function frameOf(timeline: Timeline, conventions: ProjectConventions): Frame {
  return {
    periodLabels: timeline.periods.map(({ label }) => label),
    periodsPerYear: 12 / timeline.stepMonths,
    years: yearsOf(timeline, conventions),
    conventions,
  };
}

/** Statement years: calendar years, or runs of twelve months from the start of the project. */
function yearsOf(timeline: Timeline, conventions: ProjectConventions): readonly StatementYear[] {
  const years = new Map<number, { first: number; last: number }>();
  for (const [index, number] of statementYears(timeline, conventions.yearBasis).entries()) {
    const period = index + 1;
    years.set(number, { first: years.get(number)?.first ?? period, last: period });
  }
  const name = (number: number): string => (conventions.yearBasis === "project" ? `第${number}年` : String(number));
  return [...years].map(([number, { first, last }]) => ({ label: name(number), first, last }));
}
