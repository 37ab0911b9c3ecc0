import { languageEn } from "./en/language.ts";
import type { Problem } from "./problem.ts";
import type { Lang, Text } from "./text.ts";
import { languageZh } from "./zh/language.ts";

/** A line as problems name it: label and id. */
export interface LineName {
  readonly id: string;
  readonly label: Text;
}

/** What each problem of the formula language has to say; columns count characters from 1. */
export interface LanguageArgs {
  readonly tooLong: { readonly length: number; readonly limit: number };
  readonly tooDeep: { readonly limit: number; readonly column: number };
  readonly tooManyNodes: { readonly limit: number };
  readonly empty: Readonly<Record<never, never>>;
  readonly character: { readonly shown: string; readonly column: number; readonly instead: string | undefined };
  readonly percent: { readonly column: number };
  readonly number: { readonly text: string; readonly column: number };
  readonly numberRange: { readonly text: string; readonly column: number; readonly exponent: number };
  readonly nameTooLong: { readonly column: number; readonly limit: number };
  readonly danglingDot: { readonly column: number };
  readonly wildcard: { readonly text: string; readonly column: number };
  readonly equalsSign: { readonly column: number };
  readonly syntax: { readonly column: number; readonly near: string };
  readonly unclosed: { readonly column: number; readonly mark: string; readonly by: string };
  readonly unopened: { readonly column: number; readonly mark: string; readonly opener: string };
  readonly implicitProduct: { readonly text: string; readonly column: number };
  readonly unitWord: { readonly number: string; readonly word: string; readonly column: number };
  readonly orAmbiguous: { readonly text: string; readonly column: number };
  readonly orLoose: { readonly text: string; readonly name: string; readonly column: number };
  readonly notAmbiguous: { readonly column: number };
  readonly chainOperand: { readonly text: string; readonly column: number };
  readonly construct: { readonly column: number; readonly text: string };
  readonly unknownFunction: { readonly name: string; readonly column: number; readonly similar: string | undefined };
  readonly arity: {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly given: number;
    readonly column: number;
  };
  readonly nameExpected: { readonly name: string; readonly column: number };
  readonly selectionSyntax: { readonly column: number };
  readonly selectionNumber: { readonly key: string; readonly column: number };
  readonly selectionName: { readonly name: string; readonly column: number; readonly similar: string | undefined };
  readonly selectionSelf: { readonly key: string; readonly column: number };
  readonly selectionContainsSelf: { readonly selection: string; readonly line: LineName };
  readonly selectionOtherAxis: { readonly selection: string; readonly example: LineName; readonly wanted: AxisWord };
  readonly selectionTooLarge: { readonly selection: string; readonly limit: number };
  readonly unknownName: { readonly name: string; readonly column: number; readonly similar: string | undefined };
  readonly inputNeeded: { readonly label: Text };
  readonly absentInput: { readonly name: string; readonly column: number };
  readonly allAbsent: { readonly text: string; readonly column: number };
  readonly unknownParam: { readonly name: string; readonly column: number };
  readonly unknownPhase: { readonly name: string; readonly column: number };
  readonly unknownRecord: { readonly name: string; readonly column: number };
  readonly unknownTable: { readonly name: string; readonly column: number };
  readonly unknownColumn: { readonly table: string; readonly name: string; readonly column: number };
  readonly tableColumns: { readonly table: string; readonly needed: number; readonly column: number };
  readonly wordFindsNothing: { readonly word: string; readonly key: string; readonly similar: string | undefined };
  readonly selectionFindsNothing: { readonly selection: string };
  readonly tableTooLong: { readonly table: string; readonly limit: number };
  readonly profileTooLong: { readonly limit: number };
  readonly nestedRows: { readonly column: number };
  readonly missingLine: { readonly id: string };
  readonly lookupMode: { readonly column: number };
  readonly lagCount: { readonly text: string; readonly column: number };
  readonly periodInScalar: { readonly name: LineName; readonly column: number };
  readonly periodInYear: { readonly name: LineName; readonly column: number };
  readonly timeInScalar: { readonly fn: string; readonly column: number };
  readonly yearlyOutsideYear: { readonly column: number };
  readonly ytdInYear: { readonly column: number };
  readonly yearsInYear: { readonly column: number };
  readonly basisOutsideReducer: { readonly column: number };
  readonly constantOverTime: { readonly fn: string; readonly text: string; readonly column: number };
  readonly unitUnknown: { readonly unit: string };
  readonly unitDiffers: {
    readonly left: string;
    readonly right: string;
    readonly leftUnit: string;
    readonly rightUnit: string;
    readonly text: string;
  };
  readonly unitOfLine: {
    readonly line: LineName;
    readonly declared: string;
    readonly found: string;
    readonly text: string;
  };
  readonly unitNeeded: { readonly text: string; readonly needed: string; readonly found: string };
  readonly powerUnit: { readonly text: string; readonly unit: string };
  readonly duplicateLine: { readonly id: string };
  readonly tooManyLines: { readonly limit: number; readonly count: number };
  readonly graphTooLarge: Readonly<Record<never, never>>;
  readonly cycle: { readonly lines: readonly LineName[] };
  readonly barrierCycle: { readonly lines: readonly LineName[]; readonly reader: LineName; readonly read: LineName };
}

export type AxisWord = "period" | "year" | "scalar";

export type LanguageCode = keyof LanguageArgs;

interface Wording {
  readonly message: string;
  readonly hint?: string;
  /** What it is about, in a word or two. */
  readonly subject?: string;
}

/** One language's wording: the same keys in every language, checked by the compiler. */
export type LanguageWording = {
  readonly [K in LanguageCode]: (args: LanguageArgs[K], name: (line: LineName) => string) => Wording;
};

const nameIn =
  (lang: Lang) =>
  (line: LineName): string =>
    `${line.label[lang]} (${line.id})`;

/** The problem `formula.CODE` at a document path, worded in both languages. */
export function languageProblem<K extends LanguageCode>(code: K, args: LanguageArgs[K], path: string): Problem {
  const zh = languageZh[code](args, nameIn("zh"));
  const en = languageEn[code](args, nameIn("en"));
  const message: Text = { zh: zh.message, en: en.message };
  const about =
    zh.subject === undefined || en.subject === undefined ? {} : { subject: { zh: zh.subject, en: en.subject } };
  if (zh.hint === undefined || en.hint === undefined) return { code: `formula.${code}`, message, path, ...about };
  return { code: `formula.${code}`, message, path, hint: { zh: zh.hint, en: en.hint }, ...about };
}
