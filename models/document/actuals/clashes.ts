import type { Json } from "../location.ts";
import type { ModelDocument } from "../schema.ts";
import { readSpan, type Span } from "./span.ts";

/** A figure of the actuals and where it stands. */
interface Figure {
  readonly report: string;
  readonly line: string;
  readonly period: string;
  readonly amount: string;
  readonly span: Span;
}

/** Both copies reported one line for one time, each in a report of its own: together they would count twice. */
export interface FigureClash {
  /** Of the other's figure. */
  readonly path: string;
  /** What this copy has for the same time, by path. */
  readonly mine: ReadonlyMap<string, string>;
  readonly theirs: Json;
}

const pathOf = ({ report, line, period }: Figure): string => `actuals/reports/${report}/figures/${line}/${period}`;
const overlaps = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

function figuresIn({ actuals }: ModelDocument): readonly Figure[] {
  return (actuals?.reports ?? []).flatMap(({ id: report, figures }) =>
    Object.entries(figures).flatMap(([line, periods]) =>
      Object.entries(periods).flatMap(([period, amount]): readonly Figure[] => {
        const span = readSpan(period);
        return span === undefined ? [] : [{ report, line, period, amount, span }];
      }),
    ),
  );
}

/** Figures a copy has and the common state has not, or has otherwise. */
function freshIn(base: ModelDocument, copy: ModelDocument): readonly Figure[] {
  const held = new Map(figuresIn(base).map((figure) => [pathOf(figure), figure.amount]));
  return figuresIn(copy).filter((figure) => held.get(pathOf(figure)) !== figure.amount);
}

/** Figures both copies reported since they were one, under different reports, for one line and overlapping times. */
export function figureClashes(base: ModelDocument, mine: ModelDocument, theirs: ModelDocument): readonly FigureClash[] {
  const byLine = new Map<string, Figure[]>();
  for (const figure of freshIn(base, mine)) byLine.set(figure.line, [...(byLine.get(figure.line) ?? []), figure]);
  return freshIn(base, theirs).flatMap((figure): readonly FigureClash[] => {
    const own = (byLine.get(figure.line) ?? []).filter(
      ({ report, span }) => report !== figure.report && overlaps(span, figure.span),
    );
    if (own.length === 0) return [];
    return [
      {
        path: pathOf(figure),
        mine: new Map(own.map((one) => [pathOf(one), one.amount])),
        theirs: figure.amount,
      },
    ];
  });
}

/** The document without some figures; reports stay, as sources. */
export function withoutFigures(document: ModelDocument, gone: ReadonlySet<string>): ModelDocument {
  const { actuals } = document;
  if (actuals === undefined || gone.size === 0) return document;
  const reports = actuals.reports.map((report) => {
    const figures = Object.entries(report.figures).flatMap(([line, periods]) => {
      const kept = Object.entries(periods).filter(
        ([period]) => !gone.has(`actuals/reports/${report.id}/figures/${line}/${period}`),
      );
      return kept.length === 0 ? [] : [[line, Object.fromEntries(kept)] as const];
    });
    return { ...report, figures: Object.fromEntries(figures) };
  });
  return { ...document, actuals: { ...actuals, reports } };
}
