import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../document/schema.ts";
import { textOf } from "../document/schemaParts.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../language/graph.ts";
import type { Results } from "../results/results.ts";
import type { Text } from "../wording/text.ts";
import { sum } from "./amounts.ts";
import { isEvidence } from "./paperWords.ts";
import { stands } from "./standing.ts";
import { isTyped } from "./typedMoney.ts";

interface Payer {
  readonly id: string;
  readonly name: Text;
}

/** Money that another project passes to this one. */
interface Transfer {
  readonly payer: Payer;
  readonly lines: readonly GraphLine[];
}

/** What a component reckons from what is sold, let or lent by terms is paid for; all else is given. */
const PAID_FOR = /^(sale|revenue|ceded|deposit|vat|debt)\./;

/** 项目间调入: by the project that pays, what it gives. */
export function transfersIn(document: ModelDocument, lines: readonly GraphLine[]): readonly Transfer[] {
  return document.parties
    .filter(({ role }) => role === "other_project")
    .flatMap(({ id, label }): readonly Transfer[] => {
      const given = lines.filter((line) => line.payer === id && line.tags["crosses"] === "in" && !isPaidFor(line));
      return given.length === 0 ? [] : [{ payer: { id, name: textOf(label ?? id) }, lines: given }];
    });
}

const isPaidFor = (line: GraphLine): boolean => !isTyped(line) && PAID_FOR.test(line.role ?? "");

interface Seen {
  readonly document: ModelDocument;
  readonly results: Results<Decimal | number>;
}

/** What another project is shown to be able to give: papers that hold, name it and state what it has left after the gift. */
export function shownToAfford({ document, results }: Seen, { id, name }: Payer): Decimal {
  const names: readonly unknown[] = [id, name.zh, name.en];
  const papers = document.records.filter(({ kind, values, document: paper, ...record }) => {
    const left = values?.["balance"];
    const isNamed = kind === "project_transfer" && names.includes(values?.["from"]);
    return isNamed && isEvidence(paper) && isAtLeastNothing(left) && stands(results, record.id);
  });
  return sum(papers.flatMap(({ values }) => decimalOf(values?.["amount"]) ?? []));
}

const isAtLeastNothing = (value: unknown): boolean => decimalOf(value)?.isNegative() === false;

function decimalOf(value: unknown): Decimal | undefined {
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? new RecordDecimal(value) : undefined;
}
