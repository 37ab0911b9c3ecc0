import type { Text } from "../../wording/text.ts";
import type { LineSpec } from "./lines.ts";

/** What a mechanism can know of its inputs, or of a row's cells, while its lines are written: only what is structural; numbers live in formulas. */
export interface Source {
  /** Whether it was given. */
  has(name: string): boolean;
  /** Word of a choice, party, plot or word input; `otherwise` where an optional one was left out. */
  word(name: string, otherwise?: string): string;
  /** Whether a choice was made and is this one. */
  is(name: string, word: string): boolean;
}

/** A member of a list that lines are repeated for. */
export interface Member {
  /** Name of the list, for `sumrows`. */
  readonly table: string;
  readonly id: string;
  /** What formulas call it, `row` unless said otherwise: `category.tax`. */
  readonly item?: string;
  /** Goes before the labels of its lines; rows are told apart by their id instead. */
  readonly label?: Text;
  /** Names of the member → names of the component: `category.rate` for the component's `prepaymentOther`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Words of the member in selections: `product = category.products`. */
  readonly words?: Readonly<Record<string, string | readonly string[]>>;
}

/** A row of a table input. */
export interface Row extends Member, Source {}

/** One instance of a mechanism. */
export interface Component extends Source {
  readonly id: string;
  rows(table: string): readonly Row[];
}

/** Lines repeated for every row of a table; each gets the id `NAME.ROW` and sees `row.column` and its own row's lines by short name. */
export function perRow(component: Component, table: string, lines: (row: Row) => readonly LineSpec[]): readonly LineSpec[] {
  return perMember(component.rows(table), lines);
}

/** The same for any list: `sumrows(LIST, ITEM.line)` adds a line over it. */
export function perMember<M extends Member>(members: readonly M[], lines: (member: M) => readonly LineSpec[]): readonly LineSpec[] {
  return members.flatMap((row) => lines(row).map((spec) => ({ ...spec, row })));
}

/** Inputs that say something only together: where one is given, those left out are asked for. */
export function together(source: Source, ...names: readonly string[]): void {
  if (names.some((name) => source.has(name))) for (const name of names) needs(source, name);
}

/** An optional input that the others make necessary: where it was left out, asking for it says that it is missing. */
export function needs(source: Source, name: string): void {
  if (!source.has(name)) source.word(name);
}
