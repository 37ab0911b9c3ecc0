import type { Text } from "../wording/text.ts";
import { type Counted, PIECES } from "./counted.ts";
import type { MonthMeaning } from "./months.ts";
import type { Plausible } from "./plausible.ts";

/**
 * What a mechanism asks the user for. One declaration gives the form field, the validation, the line in the graph and the Excel cell.
 * `policy` names a rule-pack parameter that stands in, visibly, when the document leaves the input out.
 */
interface Common {
  readonly label: Text;
  readonly hint?: Text;
  /** Leaving it out is allowed: `min`/`max` drop it, `given(name)` tells, `c.has(name)` decides which lines exist. */
  readonly optional?: true;
  /** Names of inputs beside it, or of cells in its row, that may be given in its stead: it is required unless one of them is. */
  readonly unless?: readonly string[];
  /** 一并填写: names of inputs beside it, or of cells in its row, that say little without it: once one of them is given and is not 0, it is asked for too. */
  readonly with?: readonly string[];
  /** What holds where it is left out although asked for; said at its place, and a condition of the verdicts. Without this it is missing. */
  readonly otherwise?: Text;
}

/** Whether leaving it out can be allowed, by itself or because another input stands in its stead. */
export const mayBeLeftOut = (spec: InputSpec | ColumnSpec): boolean =>
  spec.optional === true || spec.unless !== undefined;

/** The declaration as it applies beside the inputs that were given. */
export function asRequired<S extends InputSpec | ColumnSpec>(spec: S, givenAs: (name: string) => unknown): S {
  if (spec.unless?.some((name) => givenAs(name) !== undefined) === true) return { ...spec, optional: true };
  if (!isAskedWith(spec, givenAs) || spec.otherwise !== undefined) return spec;
  const { optional: _, ...required } = spec;
  return required as S;
}

/** Whether an input beside it makes it necessary. */
export const isAskedWith = (spec: InputSpec | ColumnSpec, givenAs: (name: string) => unknown): boolean =>
  spec.with?.some((name) => {
    const value = givenAs(name);
    return value !== undefined && !(typeof value === "string" && Number(value) === 0);
  }) === true;

/** One decimal number for the whole life. */
export interface NumberInput extends Common {
  readonly type: "number";
  readonly unit: string;
  readonly from?: number;
  readonly to?: number;
  readonly integer?: true;
  /** 个数: counted one by one, where its unit does not say so. Unlike of an `integer` a fraction is read. */
  readonly counted?: Counted;
  /** An amount that is a price of one piece, not a sum. */
  readonly perUnit?: true;
  readonly policy?: string;
  /** 法定税率: set by law for what it is, so that nobody chooses it. */
  readonly statutory?: true;
  /** Of a column: the rows are shares of one whole and add up to 1. */
  readonly whole?: true;
  /** Of shares that may add up to less: what the rest is. */
  readonly rest?: Text;
  /** Range the random document generator and the form's hint use; a bound of the law or of logic belongs in from/to. */
  readonly usual?: readonly [number, number];
  /** Beyond which a value is most likely a slip; from what is usual when left out. */
  readonly plausible?: Plausible;
}

/** A value per period keyed by date: amounts and shares are spread over the interval they stand for, rates hold. A plain number is a constant rate. */
export interface ProfileInput extends Common {
  readonly type: "profile";
  readonly unit: string;
  /** Shares add up to 1, unless `rest` says what the rest is. */
  readonly meaning: "amount" | "rate" | "share";
  /** Of a rate that multiplies something counted by months: a period takes the mean of its months, not the value of its first one. */
  readonly averaged?: true;
  readonly rest?: Text;
  readonly from?: number;
  readonly to?: number;
  readonly usual?: readonly [number, number];
  readonly plausible?: Plausible;
}

/** A month `YYYY-MM`; in formulas an absolute month number (unit `mo`). */
export interface MonthInput extends Common {
  readonly type: "month";
  readonly meaning: MonthMeaning;
  /**
   * What begins after the horizon counts nothing and is said at its place, unless all of it stands on lines of what is not counted or still open; what is
   * completed after it is said to be unfinished.
   */
  readonly late?: "open" | "unfinished";
  /** Months beside it, or of its component, that it cannot come before. */
  readonly notBefore?: readonly string[];
}

/** Yes or no; in formulas 1 or 0. */
export interface FlagInput extends Common {
  readonly type: "flag";
}

/** One word of a list. Structural: it decides which lines exist and is not usable in formulas. */
export interface ChoiceInput extends Common {
  readonly type: "choice";
  readonly options: Readonly<Record<string, Text>>;
}

/** Status of money somebody else must grant; in formulas `counted(name)` is 1 when the scenario counts that status. */
export interface StatusInput extends Common {
  readonly type: "status";
}

/** A party of the document, offered among those with one of these roles. Structural. */
export interface PartyInput extends Common {
  readonly type: "party";
  readonly roles: readonly string[];
}

/** A plot of the document. Structural. */
export interface PlotInput extends Common {
  readonly type: "plot";
}

/**
 * A record that money rests on; in formulas `recorded(name)` is 1 while it holds by the rule of its kind. One left out counts like one that does not hold;
 * where none is needed the document gives the ground. Beside it stand `name.held` (it holds at some time), `name.stands` (it holds at the end) and
 * `name.allowance` (what it still grants).
 */
export interface RecordInput extends Common {
  readonly type: "record";
  /** Kinds of records that can serve; any when left out. */
  readonly kinds?: readonly string[];
  /** Majority the item needs, of a vote. */
  readonly majority?: "major" | "ordinary";
  /** Flags the record must carry for this use. */
  readonly needs?: readonly string[];
  /** It grants money: without an amount it would cap nothing. */
  readonly grants?: true;
  /** What money is meant for here, in the word a record states its purpose by. */
  readonly purpose?: string;
  /** Where none is named, figures stand as entered and no verdict is met; otherwise it counts like one that does not hold. */
  readonly leftOut?: "undecided";
}

/** Free word used as a tag to link components (product, pool, exclusive group). Structural. */
export interface WordInput extends Common {
  readonly type: "word";
}

export type ColumnSpec =
  | NumberInput
  | MonthInput
  | FlagInput
  | ChoiceInput
  | StatusInput
  | PartyInput
  | RecordInput
  | WordInput;

/**
 * Rows with ids of their own; number, month, flag and status cells are inputs `COMPONENT.TABLE.ROW.COLUMN`. A table that is not optional has at least one
 * row; `neededFor` makes an optional one necessary in projects of that type.
 */
export interface TableInput extends Common {
  readonly type: "table";
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  readonly neededFor?: "renovation" | "new_build";
  /** Columns that say what a row is about: two rows that agree in all of them contradict each other, or one was entered twice. */
  readonly namedBy?: readonly string[];
}

/** Whether an input may be left out in a project of this type; a pack parameter or a default may stand in for it. */
export function isOptionalIn(spec: InputSpec | ColumnSpec, type: string): boolean {
  return spec.optional === true && !(spec.type === "table" && spec.neededFor === type);
}

export type InputSpec =
  | NumberInput
  | ProfileInput
  | MonthInput
  | FlagInput
  | ChoiceInput
  | StatusInput
  | PartyInput
  | PlotInput
  | RecordInput
  | WordInput
  | TableInput;

/** What a document can be checked against without knowing what a mechanism computes: its name and its inputs. */
export interface Form {
  readonly id: string;
  readonly title: Text;
  readonly inputs: Readonly<Record<string, InputSpec>>;
}

/** Forms by the word documents use. */
export type Forms = ReadonlyMap<string, Form>;

type Extra<T> = Omit<T, "type" | "label" | "unit" | "meaning" | "columns" | "options" | "roles">;

const number =
  (unit: string) =>
  (zh: string, en: string, extra: Extra<NumberInput> = {}): NumberInput => ({
    type: "number",
    unit,
    label: { zh, en },
    ...extra,
  });

/** Amount in 元. */
export const money = number("CNY");
/** Price of one piece, meal, household …: always shown and typed in 元, whatever scale amounts are shown in. */
export const unitPrice = (zh: string, en: string, extra: Extra<NumberInput> = {}): NumberInput => ({
  ...money(zh, en, extra),
  perUnit: true,
});
/** ㎡. */
export const area = number("m2");
/** Share or growth as a decimal, per year where it is a growth. */
export const rate = number("1");
/** Interest rate per year (nominal unless the mechanism says otherwise). */
export const interestRate = number("1/a");
export const count = number("1");
/** Pieces, spaces, places: there is no part of one. */
export const pieces = (zh: string, en: string, extra: Extra<NumberInput> = {}): NumberInput => ({
  ...count(zh, en, extra),
  counted: PIECES,
});
export const households = number("household");
export const months = number("mo");
export const years = number("a");

/** A price or any other number with its own unit, e.g. `CNY/m2`. */
export function quantity(unit: string, zh: string, en: string, extra: Extra<NumberInput> = {}): NumberInput {
  return number(unit)(zh, en, extra);
}

export function profile(
  meaning: ProfileInput["meaning"],
  unit: string,
  zh: string,
  en: string,
  extra: Extra<ProfileInput> = {},
): ProfileInput {
  return { type: "profile", meaning, unit, label: { zh, en }, ...extra };
}

export function month(zh: string, en: string, meaning: MonthMeaning, extra: Extra<MonthInput> = {}): MonthInput {
  return { type: "month", meaning, label: { zh, en }, ...extra };
}

export function flag(zh: string, en: string, extra: Extra<FlagInput> = {}): FlagInput {
  return { type: "flag", label: { zh, en }, ...extra };
}

export function choice(
  zh: string,
  en: string,
  options: ChoiceInput["options"],
  extra: Extra<ChoiceInput> = {},
): ChoiceInput {
  return { type: "choice", options, label: { zh, en }, ...extra };
}

export function status(zh = "审批状态", en = "approval status"): StatusInput {
  return { type: "status", label: { zh, en } };
}

export function party(zh: string, en: string, roles: readonly string[], extra: Extra<PartyInput> = {}): PartyInput {
  return { type: "party", roles, label: { zh, en }, ...extra };
}

export function plot(zh = "地块", en = "plot", extra: Extra<PlotInput> = {}): PlotInput {
  return { type: "plot", label: { zh, en }, ...extra };
}

export function record(zh: string, en: string, extra: Extra<RecordInput> = {}): RecordInput {
  return { type: "record", label: { zh, en }, ...extra };
}

export function word(zh: string, en: string, extra: Extra<WordInput> = {}): WordInput {
  return { type: "word", label: { zh, en }, ...extra };
}

export function table<const C extends TableInput["columns"]>(
  zh: string,
  en: string,
  columns: C,
  extra: Extra<TableInput> = {},
): Omit<TableInput, "columns"> & { readonly columns: C } {
  return { type: "table", columns, label: { zh, en }, ...extra };
}
