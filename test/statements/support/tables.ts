import type { Decimal } from "decimal.js";
import { statementFrame } from "../../../models/compile/expand.ts";
import { buildTimeline } from "../../../models/language/timeline.ts";
import { type By, type Results, resultsOf } from "../../../models/results/results.ts";
import type { ProjectConventions } from "../../../models/statements/conventions.ts";
import { factsOf } from "../../../models/statements/tables/facts.ts";
import { readStatements, type Statement } from "../../../models/statements/tables/read.ts";
import type { StatementYear } from "../../../models/statements/view.ts";
import type { Specimen } from "../../random/specimen.ts";

const CONVENTIONS: ProjectConventions = {
  discountFrom: "t=1",
  indicatorBasis: "year",
  vatBasis: "separate",
  priceBasis: "constant",
  minimumCash: "0",
  dscrBasis: "cash",
  drawTiming: "mid",
};

/** A specimen as the tables read it, by calendar years. */
export function resultsOfSpecimen({ record, document }: Specimen): Results<Decimal> {
  const timeline = buildTimeline(document.timeline);
  const years = new Map<string, StatementYear>();
  for (const { number, year } of timeline.periods) {
    const label = String(year);
    years.set(label, { label, first: years.get(label)?.first ?? number, last: number });
  }
  return resultsOf(record, {
    periodLabels: timeline.periods.map(({ label }) => label),
    periodsPerYear: 12 / timeline.stepMonths,
    years: [...years.values()],
    conventions: CONVENTIONS,
  });
}

/** Its tables, all of them. */
export function statementsOfSpecimen(specimen: Specimen, by: By): readonly Statement[] {
  return readStatements(
    resultsOfSpecimen(specimen),
    factsOf(specimen.graph.lines, statementFrame(specimen.document)),
    by,
  );
}
