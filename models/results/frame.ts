import type { Timeline } from "../language/timeline.ts";
import type { ProjectConventions } from "../terms/conventions.ts";
import type { Text } from "../wording/text.ts";

/** A year of the statements: the periods (1-based, inclusive) that fall in it. */
export interface StatementYear {
  /** `2027`, or `第1年` where the file counts years of the project. */
  readonly label: string;
  readonly name: Text;
  readonly first: number;
  readonly last: number;
}

/** What one column of a table stands for. */
export type By = "year" | "period";

/** What results are read in beside the values: names of periods and years, and the conventions that hold. */
export interface Frame {
  readonly periodLabels: readonly string[];
  readonly periodsPerYear: number;
  readonly years: readonly StatementYear[];
  /** Number of the statement year each period falls into, one a period: a calendar year, or 1, 2, … from the start of the project. */
  readonly yearOfPeriod: readonly number[];
  readonly conventions: ProjectConventions;
}

export function frameOf(timeline: Timeline, conventions: ProjectConventions): Frame {
  const periodsPerYear = 12 / timeline.stepMonths;
  const byProject = conventions.yearBasis === "project";
  const yearOfPeriod = timeline.periods.map(({ number, year }) =>
    byProject ? Math.ceil(number / periodsPerYear) : year,
  );
  return {
    periodLabels: timeline.periods.map(({ label }) => label),
    periodsPerYear,
    years: yearsOf(yearOfPeriod, conventions),
    yearOfPeriod,
    conventions,
  };
}

function yearsOf(yearOfPeriod: readonly number[], { yearBasis }: ProjectConventions): readonly StatementYear[] {
  const years = new Map<number, { first: number; last: number }>();
  for (const [index, year] of yearOfPeriod.entries()) {
    const period = index + 1;
    years.set(year, { first: years.get(year)?.first ?? period, last: period });
  }
  return [...years].map(([year, span]) => {
    const name: Text =
      yearBasis === "project" ? { zh: `第${year}年`, en: `year ${year}` } : { zh: String(year), en: String(year) };
    return { label: name.zh, name, ...span };
  });
}

/** Heads of the columns of a table by year or by period. */
export function columnNames({ years, periodLabels }: Pick<Frame, "years" | "periodLabels">, by: By): readonly Text[] {
  return by === "year" ? years.map(({ name }) => name) : periodLabels.map((label) => ({ zh: label, en: label }));
}
