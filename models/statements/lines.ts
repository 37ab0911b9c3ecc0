import type { FormulaDecl, LineMeta } from "../language/line.ts";
import { costFundingLines } from "./costFunding.ts";
import { flowLines } from "./flows.ts";
import { indicatorLines } from "./indicators/index.ts";
import { payerLines } from "./payers.ts";
import { STATEMENT_SELECTIONS } from "./selections.ts";
import { factsOf, type StatementFrame } from "./tables/facts.ts";
import { tableLines } from "./tables/index.ts";
import { openLines } from "./tables/openEnds.ts";
import { verdictLines } from "./verdicts.ts";
import { worksAreaLines } from "./worksArea.ts";

/** All lines a report states that no mechanism declares, for a model with these lines. */
export function statementLines(lines: readonly LineMeta[], frame: StatementFrame): readonly FormulaDecl[] {
  const facts = factsOf(lines, frame);
  const stated = [
    ...payerLines(lines, facts.unlike),
    ...costFundingLines(lines),
    ...worksAreaLines(lines, frame),
    ...tableLines(lines, facts),
    ...openLines(facts),
    ...flowLines(lines, frame.parties),
    ...indicatorLines(facts),
    ...verdictLines(facts),
  ];
  return stated.map((line) => ({ ...line, selections: STATEMENT_SELECTIONS }));
}
