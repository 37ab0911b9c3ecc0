import type { ActualsSpec } from "../schema.ts";
import { readSpan, type Span } from "./span.ts";

/** A reported figure (填报数) and where it stands. */
export interface ReportedFigure {
  readonly report: string;
  readonly line: string;
  /** As it was written. */
  readonly period: string;
  /** Decimal literal in the unit of the line. */
  readonly amount: string;
  readonly span: Span;
}

export const figurePath = ({ report, line, period }: Pick<ReportedFigure, "report" | "line" | "period">): string =>
  `actuals/reports/${report}/figures/${line}/${period}`;

/** Every figure of every report whose period can be read, in the order of the document. */
export function figuresIn({ reports }: ActualsSpec): readonly ReportedFigure[] {
  return reports.flatMap(({ id: report, figures }) =>
    Object.entries(figures).flatMap(([line, periods]) =>
      Object.entries(periods).flatMap(([period, amount]): readonly ReportedFigure[] => {
        const span = readSpan(period);
        return span === undefined ? [] : [{ report, line, period, amount, span }];
      }),
    ),
  );
}

/**
 * The actuals without some figures; reports stay, as sources, whatever they lose.
 * @param gone paths of figures
 */
export function withoutFigures(actuals: ActualsSpec, gone: ReadonlySet<string>): ActualsSpec {
  const reports = actuals.reports.map((report) => {
    const figures = Object.entries(report.figures).flatMap(([line, periods]) => {
      const kept = Object.entries(periods).filter(
        ([period]) => !gone.has(figurePath({ report: report.id, line, period })),
      );
      return kept.length === 0 ? [] : [[line, Object.fromEntries(kept)] as const];
    });
    return { ...report, figures: Object.fromEntries(figures) };
  });
  return { ...actuals, reports };
}
