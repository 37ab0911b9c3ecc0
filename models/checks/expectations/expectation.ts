import type { LineMeta } from "../../language/line.ts";
import type { Text } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/verdict.ts";

/** A scenario as expectations look at it: what kind of project it is and which of its lines count. */
export interface Planned {
  readonly type: string;
  readonly mode: string | undefined;
  /** Words of the mechanisms that are on. */
  readonly mechanisms: ReadonlySet<string>;
  /** Lines of what is on, and of the user. */
  readonly lines: readonly Pick<LineMeta, "role" | "tags">[];
  readonly plots: readonly { readonly id: string; readonly label: Text }[];
  /** Records left out without which figures stand and nothing is decided. */
  readonly undecided: readonly Place[];
  /** Ways in which works are measured. */
  readonly measures: ReadonlySet<string>;
}

/**
 * Something every project of a kind has. Without it, and without a reason why there is none, the verdicts that rest on it are not met: what is expected is
 * cost and tax, so a verdict that is not met stays so.
 */
export interface Expectation {
  /** Word under which a file says why there is none. */
  readonly id: string;
  readonly name: Text;
  /** For each place where it is expected, a name of the place where there are several: a plot. */
  readonly expected: (planned: Planned) => readonly Place[];
  readonly met: (planned: Planned, place: Place) => boolean;
  /** Sums of investment of which nobody knows what they are made of may stand for it. */
  readonly inSums?: true;
  /** What rests on it; none where its absence can only be on the safe side. */
  readonly verdicts: readonly VerdictId[];
}

export interface Place {
  /** Empty where there is one only. */
  readonly id: string;
  readonly name?: Text;
}

/** The project as a whole. */
export const PROJECT: readonly Place[] = [{ id: "" }];

export const when = (holds: boolean): readonly Place[] => (holds ? PROJECT : []);

/** Whether a line has a role, or one below it where the word ends in a point. */
export function hasRole({ lines }: Planned, ...words: readonly string[]): boolean {
  return lines.some(({ role = "" }) =>
    words.some((word) => (word.endsWith(".") ? role.startsWith(word) : role === word)),
  );
}

export function uses({ mechanisms }: Planned, ...words: readonly string[]): boolean {
  return words.some((word) => mechanisms.has(word));
}

/** Something expected that is absent, with no reason given. */
export interface Unmet {
  /** Where the reason would stand: `absences/ID`. */
  readonly path: string;
  readonly name: Text;
  readonly message: Text;
  readonly verdicts: readonly VerdictId[];
}
