import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../../document/schema.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { sum, ZERO } from "../amounts.ts";
import { stands } from "../standing.ts";
import { amountOf, type Subject } from "./subject.ts";

type Paper = ModelDocument["records"][number];

/** The last record of a kind that holds: one of this very scenario before one of them all. */
export function paperOf(
  { document, results, scenario }: Subject,
  kind: string,
  isMeant: (record: Paper) => boolean = () => true,
): Paper | undefined {
  const found = document.records.filter(
    (record) => record.kind === kind && isMeant(record) && stands(results, record.id),
  );
  const variant = ({ values }: Paper) => values?.["variant"];
  return (
    found.findLast((record) => variant(record) === scenario) ??
    found.findLast((record) => variant(record) === undefined)
  );
}

/** What a record states under a word; undefined where it states nothing. */
export function statedBy({ results }: Subject, record: string, name: string): Decimal | undefined {
  const line = `record.${record}.${name}`;
  const value = results.line(line) === undefined ? undefined : results.scalar(line);
  return value === undefined ? undefined : new RecordDecimal(value as never);
}

export const isPaidOut = ({ tags, axis }: GraphLine): boolean => tags["crosses"] === "out" && axis !== "scalar";
export const isReceived = ({ tags, axis }: GraphLine): boolean => tags["crosses"] === "in" && axis !== "scalar";

/** What lines of roles below some words come to over the horizon. */
export function groupTotal(subject: Subject, lines: readonly GraphLine[], ...words: readonly string[]): Decimal {
  const meant = lines.filter(({ role }) => words.some((word) => role?.startsWith(word) === true));
  return sum(meant.map((line) => amountOf(subject, line) ?? ZERO));
}
