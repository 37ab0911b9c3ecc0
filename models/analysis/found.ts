import { type Answered, type Told, toldOf } from "./answered.ts";
import { type Ends, isIn, literalAt, remembered, spanOf } from "./ends.ts";
import { type Part, partsOf } from "./parts.ts";
import type { Edge, Survey } from "./sampling.ts";

/** A value at which the target comes to be met, or ceases to be. */
export interface Root extends Told {
  /** Decimal literal, rounded towards the side that meets the target. */
  readonly value: string;
  /** An answer of the book of record, if only on paper. */
  readonly confirmed: boolean;
  /** A limit at or beyond which this value lies, or `jump` where the result leaps over the target. */
  readonly binding?: string;
}

/** Values from one to the other, at all of which the samples meet the target, in one state. */
export interface Interval extends Part {
  /** An answer of the book of record, if only on paper. */
  readonly confirmed: boolean;
  /** As of a root; `condition` where the state of the target turns there. */
  readonly binding?: string;
}

export interface Found {
  /** A value the book of record confirms, where there is one: the first root, otherwise one of a stretch, without a condition rather than on paper. */
  readonly sure: string | undefined;
  readonly intervals: readonly Interval[];
  readonly roots: readonly Root[];
}

export interface Finding {
  /** Only whole numbers make sense. */
  readonly whole: boolean;
  readonly range: readonly [number, number];
  /** What stands in the document. */
  readonly filed: string | undefined;
  /** How the target answers at a literal, by the book of record. */
  readonly answered: (literal: string) => Answered;
  /** Names of limits that hold at some edges. */
  readonly bindingOf: (edges: readonly Edge[]) => readonly string[];
  readonly shouldStop?: (() => boolean) | undefined;
}

/**
 * What a survey found, in literals that the book of record confirms.
 */
export function foundIn({ stretches }: Survey, { whole, range, bindingOf, shouldStop, ...asked }: Finding): Found {
  const answered = remembered(asked.answered);
  const filed = asked.filed !== undefined && isIn(asked.filed, range) ? asked.filed : undefined;
  const ends: Ends = { answered, filed, range };
  const bindings = (edges: readonly Edge[]): { readonly binding?: string } => {
    const holding = bindingOf(edges);
    const words = holding.length > 0 ? holding : edges.some(({ jump }) => jump) ? ["jump"] : [];
    return words.length === 0 ? {} : { binding: words.join(", ") };
  };
  const rootOf = (value: string): Root => {
    const told = toldOf(answered(value));
    return { value, ...told, confirmed: told.state !== "missed" };
  };
  const rootAt = (edge: Edge): Root => ({ ...rootOf(literalAt(edge, ends)), ...bindings([edge]) });
  const intervalsAt = (span: Pick<Part, "from" | "to">, edges: readonly Edge[]): readonly Interval[] => {
    const parts = partsOf(span, { whole, answered, filed, shouldStop });
    const binding = parts.length === 1 ? bindings(edges) : { binding: "condition" };
    return parts.map((part) => ({ ...part, confirmed: part.state !== "missed", ...binding }));
  };
  const spans = stretches.map((stretch) => ({ ...spanOf(stretch, ends), edges: stretch.edges }));
  // What float64 finds a hair short is met all the same where the book of record has it so.
  const isOutside = filed !== undefined && !spans.some(({ from, to }) => isIn(filed, [from, to]));
  const alone = isOutside && answered(filed).met ? [{ from: filed, to: filed, edges: [] }] : [];
  const all = [...spans, ...alone].toSorted((a, b) => Number(a.from) - Number(b.from));
  const intervals = all.flatMap(({ edges, ...span }) => intervalsAt(span, edges));
  const edges = [
    ...stretches.flatMap((stretch) => stretch.edges.map(rootAt)),
    ...alone.map(({ from }) => rootOf(from)),
  ];
  // A single whole number that meets the target ends a stretch on both sides.
  const roots = edges.filter(({ value }, i) => edges.findIndex((one) => one.value === value) === i);
  const stretched = intervals.toSorted((a, b) => Number(a.state === "paper") - Number(b.state === "paper"));
  const sure = roots.find((one) => one.confirmed)?.value ?? stretched.find((one) => one.confirmed)?.at;
  return { sure, intervals, roots };
}
