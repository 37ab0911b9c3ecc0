import { describe, expect, it } from "vitest";
import type { ComponentSpec, ModelDocument } from "../../models/document/schema.ts";
import { INVARIANCES, switchedOffOrRemoved } from "./invariance.ts";
import { outcomeOf } from "./outcome.ts";
import { COUNT, randomOnes } from "./random.ts";
import { withSteadyLaw } from "./transform/dates.ts";

const PATIENCE_MS = 60_000 + COUNT * 30_000;
const isLong = process.env["PINGHENG_DOCUMENTS"] !== undefined;

/** A cost without a plot, or an area several parties earn with, is nobody's in particular: beside another project it is both's, and is asked for. */
const TWIN = "beside a project it has nothing to do with";

/** A record holds for whole steps: one dated within a year holds for another part of it in steps of a month. */
const holdingAll = (record: ModelDocument["records"][number]) => ({ ...record, date: "2020-01-15" });

/**
 * Where sales begin with the share of the investment that is paid, VAT that cannot be recovered brings them forward. A sale at a pace fills its
 * steps, and while prices grow a year of it is sold at one price, its months at twelve: prices stand still here, also by the index.
 */
const soldByDate = (component: ComponentSpec): ComponentSpec => {
  if (component.mechanism !== "sale") return component;
  const { paceArea, pacePieces, ...inputs } = component.inputs;
  return {
    ...component,
    inputs: {
      ...inputs,
      mode: "completed",
      priceGrowth: "0",
      ...(inputs["absorption"] === undefined ? { paceArea, pacePieces } : {}),
    },
  };
};

/** A user's own line may be written after the start of the file, which some changes move. */
const documents = () =>
  randomOnes({ used: 40, must: ["works"] }).map(({ name, document }) => ({
    name,
    document: withSteadyLaw({
      ...document,
      customLines: [],
      conventions: { ...document.conventions, inflation: "0" },
      records: document.records.map(holdingAll),
      components: document.components.map(soldByDate),
    }),
  }));

describe("random documents stay the same", () => {
  const drawn = documents();

  it.each(INVARIANCES.filter(({ name }) => name !== TWIN).map((invariance, at) => ({ ...invariance, at })))(
    "$name",
    ({ change, differences, at }) => {
      for (const [index, { name, document }] of drawn.entries()) {
        if (!isLong && index !== at % COUNT) continue;
        const pair = change(document);
        if (pair !== undefined) expect(differences(outcomeOf(pair[0]), outcomeOf(pair[1])), name).toEqual([]);
      }
    },
    PATIENCE_MS,
  );

  it(
    "with a component switched off or removed",
    () => {
      for (const [index, { name, document }] of drawn.entries())
        for (const [at, { id }] of document.components.entries()) {
          if (at % (isLong ? 5 : 12) !== index) continue;
          const { change, differences } = switchedOffOrRemoved(document, id);
          const pair = change(document);
          if (pair !== undefined)
            expect(differences(outcomeOf(pair[0]), outcomeOf(pair[1])), `${name}, ${id}`).toEqual([]);
        }
    },
    PATIENCE_MS,
  );
});
