import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { reviewOf } from "../../app/model/review.ts";
import { preparePortfolioOnce } from "../../app/portfolio/prepare.ts";
import { portfolioView } from "../../app/portfolio/view.ts";
import { coverage } from "../../models/checks/coverage.ts";
import type { Prepared } from "../../models/compile/prepare.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { randomDocument } from "../random/documents.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { fixtures } from "./fixtures/index.ts";
import { changesOf } from "./support/altered.ts";
import { type Draft, soundDraft } from "./support/review.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);

const exampleDraft = (name: string) => JSON.parse(readFileSync(new URL(name, EXAMPLES), "utf8")) as Draft;

/** What only a portfolio of projects has. */
const OF_PORTFOLIOS = /^field:(?:members|portfolio)\b/;

/** Files a reference is looked for in, the plainest first; a mechanism none of them has is drawn alone with every input. */
function* filesFor(reference: string): Generator<Draft> {
  if (OF_PORTFOLIOS.test(reference)) {
    yield exampleDraft("portfolio.json");
    return;
  }
  yield soundDraft();
  for (const name of modelExamples()) yield exampleDraft(name);
  const [mechanism = "", ...inside] = reference.replace(/^(?:record|field):/, "").split(".");
  if (mechanisms.has(mechanism))
    for (const seed of [1, 2, 3])
      yield randomDocument(seed, { only: [mechanism], optional: 100, asDrawn: true }) as unknown as Draft;
  for (const { good = [], bad } of Object.values(fixtures).flat())
    for (const changes of [good, bad]) {
      const draft = soundDraft();
      for (const change of changes) change(draft);
      if (JSON.stringify(draft).includes(`"${(inside.at(-1) ?? mechanism).split("/").at(-1)}"`)) yield draft;
    }
}

/** Every value of every line that is reckoned, as one text; that a phase ends later itself is no effect. */
function valuesOf(prepared: Prepared): string {
  const { graph, values } = { graph: prepared.graph, values: kernelResultsOf(prepared).values };
  const reckoned = graph.lines.filter(({ source, id }) => source === "formula" && !id.startsWith("phase."));
  return JSON.stringify(reckoned.map(({ id, index }) => [id, ...values.evaluation.series(index)]));
}

interface Said {
  readonly values: string;
  readonly findings: string;
}

/** What a file comes to; undefined where it does not open. */
function saidIn(draft: Draft): Said | undefined {
  const parsed = parseDocument(draft, mechanisms);
  if (!parsed.ok) return undefined;
  const { document } = parsed.value;
  if (document.members !== undefined) {
    const portfolio = preparePortfolioOnce(document, { engine: "kernel" });
    if (!portfolio.ok) return undefined;
    const { lines, figures, findings } = portfolioView(portfolio.value, "kernel", "zh");
    return { values: JSON.stringify([lines, figures]), findings: JSON.stringify(findings) };
  }
  const prepared = preparedOf(document);
  return { values: valuesOf(prepared), findings: JSON.stringify(reviewOf(prepared).findings) };
}

/** What a file says before anything is changed; reckoned once. */
const known = new Map<string, Said | undefined>();

function saidBefore(draft: Draft): Said | undefined {
  const text = JSON.stringify(draft);
  if (!known.has(text)) known.set(text, saidIn(draft));
  return known.get(text);
}

/** Whether some change of what a reference names changes a line or a finding in a file; undefined where it has nothing to change. */
function isFelt(draft: Draft, reference: string): boolean | undefined {
  const changes = changesOf(draft, reference);
  const before = changes.length === 0 ? undefined : saidBefore(draft);
  if (before === undefined) return undefined;
  return changes.some((change) => {
    const changed = structuredClone(draft);
    change(changed);
    const after = saidIn(changed);
    // A file that does not open any more has felt it too: it is said at its place.
    return after === undefined || after.values !== before.values || after.findings !== before.findings;
  });
}

const references = [...new Set(coverage.flatMap(({ servedBy }) => servedBy))].filter(
  (one) => !/^(?:check|verdict|table|indicator|param):/.test(one),
);

/** Each fifth; `PINGHENG_SERVED=all` tries every one, which takes minutes. */
const tried = process.env["PINGHENG_SERVED"] === "all" ? references : references.filter((_, index) => index % 5 === 0);

describe("what a row of the coverage is served by", () => {
  it.each(tried)("%s changes a line or a finding when it is changed", (reference) => {
    const seen: (boolean | undefined)[] = [];
    for (const draft of filesFor(reference)) {
      seen.push(isFelt(draft, reference));
      if (seen.at(-1) === true) break;
    }
    expect(
      seen.some((felt) => felt === true),
      seen.every((felt) => felt === undefined) ? "no file has it" : "nothing changes",
    ).toBe(true);
  });
});
