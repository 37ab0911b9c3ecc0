import type { ModelDocument } from "../../document/schema.ts";
import type { GraphLine } from "../../language/graph.ts";
import { isEvidence } from "../paperWords.ts";
import { isTyped } from "../typedMoney.ts";
import type { Concern } from "./point.ts";
import { amountOf, type Subject } from "./subject.ts";

const EARNED = /^(revenue|sale|ceded)\./;

/** 按金额填列的收入: income typed as amounts, with neither a quantity nor a price behind it, counts against the verdicts until the file names the contract it is paid by. */
export function typedIncomeConcerns(subject: Subject): readonly Concern[] {
  const { document, graph, reach } = subject;
  return unprovedIncome(document, graph.lines).flatMap((line): readonly Concern[] => {
    const amount = amountOf(subject, line);
    if (amount === undefined || !amount.greaterThan(0)) return [];
    return [
      {
        kind: "missing",
        path: line.path === "" ? line.id : line.path,
        message: {
          zh: `“${line.label.zh}”按金额填列,既无数量、单价,也未注明合同等依据`,
          en: `“${line.label.en}” is typed as amounts, with neither quantity and price nor the contract it rests on`,
        },
        against: amount,
        money: line.id,
        touches: (verdict) => reach.line(verdict, line.index),
      },
    ];
  });
}

/** Income typed as amounts that no contract of the file shows. */
export const unprovedIncome = (document: ModelDocument, lines: readonly GraphLine[]): readonly GraphLine[] =>
  lines.filter((line) => isTypedIncome(line) && contractOf(document, line) === undefined);

/** Income from outside whose amounts are typed period by period. */
export const isTypedIncome = (line: GraphLine): boolean =>
  line.role !== undefined && EARNED.test(line.role) && line.tags["crosses"] === "in" && isTyped(line);

/** The contract the component says its amounts were taken from; a draft, a letter of intent or the applicant's own table binds nobody. */
export function contractOf({ components }: ModelDocument, { tags }: GraphLine): string | undefined {
  const given = components.find(({ id }) => id === tags["component"])?.evidence?.["amount"];
  if (given === undefined || !("document" in given)) return undefined;
  return isEvidence(given.document, given.note) ? given.document : undefined;
}
