import type { ActualsSpec } from "../schema.ts";
import { figurePath, figuresIn, type ReportedFigure } from "./figures.ts";
import { overlaps } from "./span.ts";

/** Both copies reported one line for one time, each in a report of its own: together they would count twice. */
export interface FigureClash {
  /** Of the other's figure. */
  readonly path: string;
  /** What this copy has for the same time, by path. */
  readonly mine: ReadonlyMap<string, string>;
  readonly theirs: string;
}

/** Figures a copy has and the common state has not, or has otherwise. */
function freshIn(base: ActualsSpec, copy: ActualsSpec): readonly ReportedFigure[] {
  const held = new Map(figuresIn(base).map((figure) => [figurePath(figure), figure.amount]));
  return figuresIn(copy).filter((figure) => held.get(figurePath(figure)) !== figure.amount);
}

/** Figures both copies reported since they were one, under different reports, for one line and overlapping times. */
export function figureClashes(base: ActualsSpec, mine: ActualsSpec, theirs: ActualsSpec): readonly FigureClash[] {
  const byLine = Map.groupBy(freshIn(base, mine), ({ line }) => line);
  return freshIn(base, theirs).flatMap((figure): readonly FigureClash[] => {
    const own = (byLine.get(figure.line) ?? []).filter(
      ({ report, span }) => report !== figure.report && overlaps(span, figure.span),
    );
    if (own.length === 0) return [];
    const mine = new Map(own.map((one) => [figurePath(one), one.amount]));
    return [{ path: figurePath(figure), mine, theirs: figure.amount }];
  });
}
