import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { literalOf, trialOf } from "../../models/analysis/trial.ts";
import { type Prepared, prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { listPaths } from "../../models/document/list.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import { sameValue } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

const PATIENCE_MS = 120_000;
const TARGETS = ["balance.static", "npv.project.posttax", "bep.sale_price"];
/** Every so many of the numbers of a document is tried. */
const STRIDE = 11;

function example(name: string): Prepared {
  const text = readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");
  const parsed = parseDocument(JSON.parse(text), mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return preparedOf(parsed.value.document);
}

/** Numbers that are varied one at a time, with another value each. */
function variations({ document }: Prepared) {
  return listPaths(document, mechanisms)
    .filter(({ value }) => typeof value === "string" && Number(value) !== 0)
    .filter((_path, index) => index % STRIDE === 0)
    .flatMap(({ path, value, integer }) => {
      const other = integer ? Math.round(Number(value)) + 1 : Number(value) * 0.93;
      const written = writePath(document, path, literalOf(other), mechanisms);
      return written.ok ? [{ path, other, changed: written.value }] : [];
    });
}

describe("a trial", () => {
  it.each(["rebuild", "special-bond"])(
    "%s: gives what the changed document gives, whichever input and line",
    (name) => {
      const prepared = example(name);
      const shelf = new GraphShelf(mechanisms);
      const found = variations(prepared);
      expect(found.length).toBeGreaterThan(5);
      for (const { path, other, changed } of found) {
        const whole = prepareDocument(changed, prepared.scenario, prepared.counts, shelf);
        const evaluation = whole.kernel().run(whole.bindings);
        for (const target of TARGETS.filter((id) => prepared.graph.indexById.has(id))) {
          const index = prepared.graph.indexById.get(target) ?? -1;
          const trial = trialOf(prepared, path, index, shelf);
          const expected = evaluation.scalar(whole.graph.indexById.get(target) ?? -1);
          const unit = prepared.graph.lines[index]?.unit ?? "";
          for (const value of [trial.value(other), trial.value(other)])
            expect([value, expected, sameValue(unit, value, expected)], `${path} ${target}`).toEqual([
              value,
              expected,
              true,
            ]);
        }
      }
    },
    PATIENCE_MS,
  );

  it("by the book of record is what the record of the changed document says, to the last digit", () => {
    const prepared = example("special-bond");
    const shelf = new GraphShelf(mechanisms);
    const index = prepared.graph.indexById.get("balance.static") ?? -1;
    const [some] = variations(prepared);
    if (some === undefined) throw new Error("nothing to vary");
    const whole = preparedOf(some.changed);
    const expected = trialOf(whole, some.path, index, shelf).exact(literalOf(some.other));
    expect(trialOf(prepared, some.path, index, shelf).exact(literalOf(some.other))?.toString()).toBe(
      expected?.toString(),
    );
  });

  it("has no value where the document refuses the input", () => {
    const prepared = example("special-bond");
    const shelf = new GraphShelf(mechanisms);
    const index = prepared.graph.indexById.get("balance.static") ?? -1;
    const trial = trialOf(prepared, "conventions/nothing", index, shelf);
    expect([trial.value(1), trial.exact("1"), trial.document(1)]).toEqual([undefined, undefined, undefined]);
  });
});
