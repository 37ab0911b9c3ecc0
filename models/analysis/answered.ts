import type { PointKind } from "../checks/trust/point.ts";
import type { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Text } from "../wording/text.ts";

/**
 * How a target answers at a value by the book of record: met without any condition; met, but on papers that do not stand yet; or no answer, because it is missed,
 * undecided, or met only on a condition no paper for the number would settle.
 */
export type State = "clean" | "paper" | "missed";

/** What the target hangs on, by what each point is about; amounts in the messages are those of one value. */
export interface Answered {
  readonly state: State;
  /** Met, whatever the conditions. */
  readonly met: boolean;
  /** Papers that are still wanted: a number that is looked for is on no paper yet, which is said of the answer and is no reason against it. */
  readonly papers: readonly Hanging[];
  /** What speaks against calling it an answer. */
  readonly conditions: readonly Hanging[];
  /** Why it cannot be decided; empty where it is. */
  readonly undecided: readonly Hanging[];
}

export interface Hanging {
  /** The same at every value, whatever the amounts. */
  readonly key: string;
  readonly message: Text;
}

const BREACH = "breach";

/** Whether a rule would have to be broken. */
export const breaksRule = ({ conditions }: Answered): boolean =>
  conditions.some(({ key }) => key.startsWith(`${BREACH} `));

/** An answer at one value, in words. */
export interface Told {
  readonly state: State;
  readonly papers: readonly Text[];
  readonly conditions: readonly Text[];
  readonly undecided: readonly Text[];
}

export function toldOf({ state, papers, conditions, undecided }: Answered): Told {
  const texts = (hanging: readonly Hanging[]): readonly Text[] => hanging.map(({ message }) => message);
  return { state, papers: texts(papers), conditions: texts(conditions), undecided: texts(undecided) };
}

export const MISSED: Answered = { state: "missed", met: false, papers: [], conditions: [], undecided: [] };

/** Neither met nor missed. */
export const asUndecided = (path: string, message: Text): Answered => ({
  ...MISSED,
  undecided: [{ key: path, message }],
});

interface Point {
  readonly kind: PointKind | typeof BREACH;
  readonly path: string;
  readonly message: Text;
}

/** A target that is met, under some conditions of its own. */
export function asAnswered(points: readonly Point[]): Answered {
  const [papers, conditions] = [true, false].map((isPaper) =>
    points.filter(({ kind }) => (kind === "paper") === isPaper).map(hangingOf),
  ) as [Hanging[], Hanging[]];
  const state = conditions.length > 0 ? "missed" : papers.length > 0 ? "paper" : "clean";
  return { state, met: true, papers, conditions, undecided: [] };
}

/** A line is met where there is nothing less than nothing to spare. */
export const asMet = (excess: RecordDecimal | undefined): Answered =>
  excess === undefined || (excess.isNegative() && !excess.isZero()) ? MISSED : asAnswered([]);

const AMOUNT = /-?\d+(?:,\d{3})*(?:\.\d+)?/g;

const hangingOf = ({ kind, path, message }: Point): Hanging => ({
  key: `${kind} ${path} ${message.en.replace(AMOUNT, "#")}`,
  message,
});

/** Whether nothing turns between two values: the same state, for the same sort of reason. */
export const isAlike = (a: Answered, b: Answered): boolean =>
  a.state === b.state && a.met === b.met && a.undecided.length > 0 === b.undecided.length > 0;

/** Everything some values hang on, each once: as the first of them says it, and at which value where that is not the first value. */
export function hangingOn(
  found: readonly { readonly at: string; readonly hanging: readonly Hanging[] }[],
): readonly Text[] {
  const byKey = new Map<string, Text>();
  for (const [i, { at, hanging }] of found.entries())
    for (const { key, message } of hanging) {
      const told = i === 0 ? message : { zh: `取 ${at} 时,${message.zh}`, en: `at ${at}: ${message.en}` };
      if (!byKey.has(key)) byKey.set(key, told);
    }
  return [...byKey.values()];
}
