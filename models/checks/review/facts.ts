import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { readDecimal } from "../../language/decimal.ts";
import type { Text } from "../../wording/text.ts";
import type { LineReader } from "./lineReader.ts";
import { textOf } from "./parts.ts";

/** A dated record as a check reads it. */
export interface Fact {
  readonly id: string;
  readonly kind: string | undefined;
  readonly label: Text;
  readonly month: number;
  readonly document: string | undefined;
  readonly path: string;
  /** Whether it holds by the rule of its kind at some time within the horizon; one that does not proves no more than one that is missing. */
  readonly holds: boolean;
  number(name: string): Decimal | undefined;
  flag(name: string): boolean | undefined;
  word(name: string): string | undefined;
}

export function factsOf({ records }: ModelDocument, view: LineReader): readonly Fact[] {
  return records.map(({ id, kind, label, date, document, values }) => ({
    id,
    kind,
    label: textOf(label, id),
    month: readDateMonth(date) ?? Number.NaN,
    document,
    path: `records/${id}`,
    holds: ["holds", "dated_ever"].every((name) => view.scalar(`record.${id}.${name}`)?.isZero() === false),
    number: (name) => {
      const value = values?.[name];
      if (value === undefined || typeof value === "boolean" || readDecimal(String(value)) === undefined)
        return undefined;
      return new RecordDecimal(String(value));
    },
    flag: (name) => {
      const value = values?.[name];
      return typeof value === "boolean" ? value : undefined;
    },
    word: (name) => {
      const value = values?.[name];
      return typeof value === "string" && value !== "" ? value : undefined;
    },
  }));
}
