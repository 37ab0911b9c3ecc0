import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseTarget, watchOf } from "../../models/analysis/target.ts";
import { exactExcess, type Place, trialOf } from "../../models/analysis/trial.ts";
import { variableOf } from "../../models/analysis/variable.ts";
import { type Prepared, prepareDocument } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { listPaths } from "../../models/document/list.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { literalOf } from "../../models/engines/arithmetic/decimal.ts";
import { sameValue } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

const PATIENCE_MS = 120_000;
const TARGETS = ["balance.static", "npv.project.posttax", "bep.sale_price", "project.cash_free@2030"];
/** Every so many of the numbers of a document is tried. */
const STRIDE = 11;

function example(name: string): Prepared {
  const text = readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");
  const parsed = parseDocument(JSON.parse(text), mechanisms);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return preparedOf(parsed.value.document);
}

function placeOf(prepared: Prepared, path: string, until: string, shelf: GraphShelf): Place {
  // The shelf's own graph of the document, as a search has it.
  const own = prepareDocument(prepared.document, prepared.scenario, prepared.counts, shelf);
  const target = parseTarget(`${until}>=0`);
  if (!target.ok) throw new Error(until);
  const [variable, watch] = [variableOf(own.document, path, mechanisms), watchOf(target.value, own)];
  if (!variable.ok || !watch.ok) throw new Error(`${path} ${until}`);
  return { prepared: own, variable: variable.value, target: target.value, watch: watch.value, shelf };
}

/** Numbers that are varied one at a time, with another value each; values inside profiles too. */
function variations({ document }: Prepared) {
  return listPaths(document, mechanisms)
    .filter(({ value }) => typeof value === "string" && Number(value) !== 0)
    .filter((_path, index) => index % STRIDE === 0)
    .flatMap(({ path, value, integer }) => {
      const other = integer ? Math.round(Number(value)) + 1 : Number(value) * 0.93;
      const variable = variableOf(document, path, mechanisms);
      const changed = variable.ok ? variable.value.write(literalOf(other)) : undefined;
      return changed === undefined ? [] : [{ path, other, changed }];
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
        for (const target of TARGETS.filter((id) => prepared.graph.indexById.has(id.replace(/@.*/, "")))) {
          const place = placeOf(prepared, path, target, shelf);
          const expected = placeOf(whole, path, target, shelf);
          const unit = prepared.graph.lines[place.watch.outputs[0] ?? -1]?.unit ?? "";
          const here = trialOf(expected, [other, other + Math.max(1, Math.abs(other))]).excess(other);
          const trial = trialOf(place, [Math.min(other, other * 1.5), Math.max(other, other * 1.5)]);
          for (const value of [trial.excess(other), trial.excess(other)])
            expect([value, here, sameValue(unit, value, here)], `${path} ${target}`).toEqual([value, here, true]);
          const exact = exactExcess(place, literalOf(other))?.toNumber();
          expect([exact, here, sameValue(unit, exact, here)], `${path} ${target} exact`).toEqual([exact, here, true]);
        }
      }
    },
    PATIENCE_MS,
  );

  it("has no value where the document refuses the input", () => {
    const prepared = example("special-bond");
    const refused = variableOf(prepared.document, "conventions/nothing", mechanisms);
    expect(refused.ok).toBe(false);
  });
});
