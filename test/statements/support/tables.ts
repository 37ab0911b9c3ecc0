import type { Decimal } from "decimal.js";
import { statementFrame } from "../../../models/compile/expand.ts";
import type { By } from "../../../models/results/frame.ts";
import { type Results, resultsOf } from "../../../models/results/results.ts";
import { factsOf } from "../../../models/statements/tables/facts.ts";
import { readStatements, type Statement } from "../../../models/statements/tables/read.ts";
import type { Specimen } from "../../random/specimen.ts";

/** A specimen as the tables read it. */
export function resultsOfSpecimen({ record, prepared }: Specimen): Results<Decimal> {
  return resultsOf(record, prepared.frame);
}

/** Its tables, all of them. */
export function statementsOfSpecimen(specimen: Specimen, by: By): readonly Statement[] {
  return readStatements(
    resultsOfSpecimen(specimen),
    factsOf(specimen.graph.lines, statementFrame(specimen.document)),
    by,
  );
}
