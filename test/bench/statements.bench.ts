import { readFileSync } from "node:fs";
import { findingsJson } from "../../app/model/findings.ts";
import { recordResultsOf } from "../../app/model/results.ts";
import { statementsView } from "../../app/model/statements.ts";
import { reviewIn, trustIn, trustView } from "../../app/model/trust.ts";
import { type Prepared, prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { STEP_MONTHS } from "../../models/language/timeline.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const LONG_PERIODS = 480;
const RUNS = 5;

function read(json: unknown): ModelDocument {
  const parsed = parseDocument(json, mechanisms);
  if (!parsed.ok) throw new Error("the example does not open");
  return parsed.value.document;
}

/** A model whose code has run once, as it is after loading. */
function loaded(document: ModelDocument): Prepared {
  const prepared = prepareDocument(document, "base", ["approved", "received"], new GraphShelf(mechanisms, 1));
  prepared.kernel().run(prepared.bindings);
  return prepared;
}

/** Median milliseconds. */
function medianOf(work: () => void): string {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return (times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN).toFixed(0);
}

/** Running the kernel and reading every table. */
const tablesOf = (prepared: Prepared, by: "year" | "period"): string =>
  medianOf(() => {
    if (!statementsView(prepared, { by }, "zh").ok) throw new Error("no tables");
  });

/** Every check on the book of record, as programs read the answers. */
function checksOf(prepared: Prepared): string {
  const record = recordResultsOf(prepared);
  return medianOf(() => {
    const findings = reviewIn(record);
    JSON.stringify({
      findings: findingsJson(findings, prepared, "zh"),
      trust: trustView(trustIn(record, findings), "zh"),
    });
  });
}

/** All tables of all examples, in one process after loading, and of one example by month over forty years. */
export function runStatementsBench(): void {
  const documents = modelExamples().map((name) => ({
    name,
    document: read(JSON.parse(readFileSync(new URL(name, EXAMPLES), "utf8"))),
  }));
  const models = documents.map(({ name, document }) => ({ name, prepared: loaded(document) }));
  const monthsOf = ({ timeline }: ModelDocument): number => timeline.periods * STEP_MONTHS[timeline.step];
  const [longest] = [...documents].sort((a, b) => monthsOf(b.document) - monthsOf(a.document));
  if (longest === undefined) throw new Error("there are no examples");
  const { document } = longest;
  const months = Math.min(monthsOf(document), LONG_PERIODS);
  const monthly = read({ ...document, timeline: { ...document.timeline, step: "month", periods: months } });
  const all = [...models, { name: `${longest.name}, ${months} months`, prepared: loaded(monthly) }];
  const rows = all.map(({ name, prepared }) => [
    name,
    {
      lines: prepared.graph.lines.length,
      "by year, ms": tablesOf(prepared, "year"),
      "by period, ms": tablesOf(prepared, "period"),
      "check, ms": checksOf(prepared),
    },
  ]);
  const start = performance.now();
  for (const { prepared } of models) statementsView(prepared, { by: "year" }, "zh");
  console.log("\nAll standard tables with the kernel, and the review with its trust statement, after loading");
  console.table(Object.fromEntries(rows));
  console.log(`all tables of all examples, by year: ${(performance.now() - start).toFixed(0)} ms`);
}
