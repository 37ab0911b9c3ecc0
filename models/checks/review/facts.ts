import type { Decimal } from "decimal.js";
import { RECORD_KINDS, type RecordKindName, type RecordValueName } from "../../document/records.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { readDecimal } from "../../language/decimal.ts";
import { type RecordLine, recordLine } from "../../statements/handles.ts";
import type { Text } from "../../wording/text.ts";
import type { LineReader } from "./lineReader.ts";
import { textOf } from "./parts.ts";
import type { Side } from "./sides.ts";

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
  is(kind: RecordKindName): boolean;
  number(name: RecordValueName): Decimal | undefined;
  flag(name: RecordValueName): boolean | undefined;
  word(name: RecordValueName): string | undefined;
  /** What is known of it by the rule of its kind. */
  known(name: RecordLine): Decimal | undefined;
  /** A value of it as one side of a comparison. */
  side(name: RecordValueName): Side;
  /** The record itself as one side: its name, with the document it was written from. */
  readonly itself: Side;
}

export function factsOf({ records }: ModelDocument, view: LineReader): readonly Fact[] {
  return records.map(({ id, kind, label, date, document, values }): Fact => {
    const path = `records/${id}`;
    const own = RECORD_KINDS[kind ?? ""];
    const name = textOf(label, id);
    const known = (line: RecordLine) => view.scalar(recordLine(id, line));
    const number = (word: RecordValueName) => {
      const value = values?.[word];
      if (value === undefined || typeof value === "boolean" || readDecimal(String(value)) === undefined) return undefined;
      return new RecordDecimal(String(value));
    };
    return {
      id,
      kind,
      label: name,
      month: readDateMonth(date) ?? Number.NaN,
      document,
      path,
      holds: known("holds")?.isZero() === false && known("dated_ever")?.isZero() === false,
      is: (wanted) => kind === wanted,
      number,
      flag: (word) => {
        const value = values?.[word];
        return typeof value === "boolean" ? value : undefined;
      },
      word: (word) => {
        const value = values?.[word];
        return typeof value === "string" && value !== "" ? value : undefined;
      },
      known,
      side: (word) => {
        const spec = own?.values[word];
        const chosen = spec?.type === "word" ? spec.options?.[String(values?.[word])] : undefined;
        return {
          what: spec?.label ?? { zh: word, en: word },
          value: number(word),
          unit: spec?.type === "number" ? spec.unit : "1",
          at: path,
          source: `${path}/${word}`,
          ...(chosen === undefined ? {} : { said: chosen }),
        };
      },
      itself: {
        what: own?.label ?? { zh: "记录", en: "record" },
        said: name,
        at: path,
      },
    };
  });
}

/** Whether it names the paper it was written from. */
export const documented = ({ document = "" }: Fact): boolean => document.trim() !== "";

/**
 * 现行有效的文件: of the records of a kind that hold and name their document the latest, of one date the one that grants less; one without a document only where no other is.
 * Neither the order of a list nor a paper nobody can read decides.
 */
export function inForce(facts: readonly Fact[], grants: RecordValueName): Fact | undefined {
  const granted = (fact: Fact) => fact.number(grants)?.toNumber() ?? 0;
  return facts.filter(({ holds }) => holds).toSorted((a, b) => Number(documented(b)) - Number(documented(a)) || b.month - a.month || granted(a) - granted(b))[0];
}
