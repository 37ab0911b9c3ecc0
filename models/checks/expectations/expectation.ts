import type { Decimal } from "decimal.js";
import type { LineMeta } from "../../language/line.ts";
import { AREA_TOLERANCE } from "../../statements/tolerances.ts";
import type { Text } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/verdict.ts";

/** A scenario as expectations look at it: what kind of project it is and which of its lines count. */
export interface Planned {
  readonly type: string;
  readonly mode: string | undefined;
  /** Words of the mechanisms that are on. */
  readonly mechanisms: ReadonlySet<string>;
  /** Lines of what is on, and of the user. */
  readonly lines: readonly PlannedLine[];
  readonly plots: readonly { readonly id: string; readonly label: Text }[];
  /** Components that leave VAT out without a ground. */
  readonly untaxed: readonly Place[];
  readonly parties: readonly { readonly id: string; readonly label: Text }[];
  /** Records left out without which figures stand and nothing is decided. */
  readonly undecided: readonly Place[];
  /** Ways in which works are measured. */
  readonly measures: ReadonlySet<string>;
  /** Floor area that needs works, and legal area that needs compensation, by plot and position. */
  readonly areas: readonly CostedArea[];
  /** What the lines of the area tables that are meant come to: 0 where there is none, undefined where one has no value. */
  readonly area: (meant: (line: PlannedLine) => boolean) => Decimal | undefined;
  /** Months from the first income of operation to the last. */
  readonly earnedMonths: number;
  /** Whether a rule pack of the file has a parameter. */
  readonly hasParameter: (id: string) => boolean;
  /** Existing floor area as the file's records state it, the greatest where there are several. */
  readonly recordedArea: Decimal;
}

export type PlannedLine = Pick<LineMeta, "role" | "tags" | "payer" | "payee">;

export interface CostedArea {
  readonly plot: string;
  readonly position: string;
  /** ㎡; absent where nobody knows: that is told where it is missing. */
  readonly due: Decimal | undefined;
  readonly without: Decimal | undefined;
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
  /** How its absence is told, where not as that of any other. */
  readonly told?: "document.expected_area" | "document.expected_compensation" | "document.existing_area";
  /** ㎡ that lack it. */
  readonly lacking?: (planned: Planned, place: Place) => Decimal | undefined;
  /** Sums of investment of which nobody knows what they are made of may stand for it. */
  readonly inSums?: true;
  /** What rests on it: every verdict that may be the better for its absence; none where that can only be on the safe side. */
  readonly verdicts: readonly VerdictId[];
  /** Support is reckoned on it: with it missing, less support counts against the public budget. */
  readonly supported?: true;
}

/** What rests on what is expected of a project. */
export function restOn({ verdicts, supported }: Expectation, planned: Planned): readonly VerdictId[] {
  return supported === true && hasRole(planned, "support.") ? [...verdicts, "B9"] : verdicts;
}

export interface Place {
  /** Empty where there is one only. */
  readonly id: string;
  /** Whose it is, where the place has no name of its own. */
  readonly party?: string;
  readonly name?: Text;
}

export const MONEY: readonly VerdictId[] = ["B2", "B3", "B4", "B5", "B6", "B8"];
/** What is paid while something runs may be paid during construction of the rest too. */
export const RUNNING: readonly VerdictId[] = [...MONEY, "B7"];

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

/** A line without the tag stands for all. */
export const of = (tag: string | number | undefined, id: string): boolean => tag === undefined || String(tag) === id;

/** More than rounding leaves; nobody knows where a value is missing, which is told at the value. */
export const isAny = (area: Decimal | undefined): boolean => area?.greaterThan(AREA_TOLERANCE) === true;

/** Something expected that is absent, with no reason given. */
export interface Unmet {
  /** Where the reason would stand: `absences/ID`. */
  readonly path: string;
  readonly name: Text;
  readonly message: Text;
  readonly verdicts: readonly VerdictId[];
}
