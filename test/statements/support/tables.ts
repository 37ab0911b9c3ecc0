import { statementFrame } from "../../../models/compile/expand.ts";
import type { By } from "../../../models/results/frame.ts";
import { factsOf } from "../../../models/statements/tables/facts.ts";
import { readStatements, type Statement } from "../../../models/statements/tables/read.ts";
import { decimalSource } from "../../../models/statements/tables/source.ts";
import { type ModelView, viewOf } from "../../../models/statements/view.ts";
import type { Specimen } from "../../random/specimen.ts";

/** A specimen as the tables read it. */
export function viewOfSpecimen({ record, prepared }: Specimen): ModelView {
  return viewOf(record, prepared.frame);
}

/** Its tables, all of them. */
export function statementsOfSpecimen(specimen: Specimen, by: By): readonly Statement[] {
  return readStatements(
    decimalSource(viewOfSpecimen(specimen)),
    factsOf(specimen.graph.lines, statementFrame(specimen.document)),
    by,
  );
}
