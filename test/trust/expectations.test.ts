import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf, type Results } from "../../app/model/results.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

interface Draft {
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
}
interface Row {
  readonly id: string;
}

const FOLDER = new URL("../../examples/", import.meta.url);
const read = (name: string): Draft => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

/** Mechanisms with rows of which some are expected. */
const BY_ROWS = ["works", "other_costs", "operating_cost"];

/** Each component off and each row of cost gone, in the base scenario. */
function removals(name: string): readonly (readonly [string, (draft: Draft) => void])[] {
  return read(name).components.flatMap(({ id, mechanism, inputs }, at) => [
    [
      id,
      ({ components }: Draft) => {
        const component = components[at];
        if (component !== undefined) component.enabled = false;
      },
    ] as const,
    ...Object.entries(inputs).flatMap(([input, table]) =>
      (BY_ROWS.includes(mechanism) && Array.isArray(table) ? (table as readonly Row[]) : []).map(
        (row) =>
          [
            `${id}/${input}/${row.id}`,
            ({ components }: Draft) => {
              const component = components[at];
              if (component !== undefined)
                component.inputs[input] = (component.inputs[input] as readonly Row[]).filter(
                  (one) => one.id !== row.id,
                );
            },
          ] as const,
      ),
    ),
  ]);
}

const evaluated = (draft: Draft): Results<number> => kernelResultsOf(preparedOf(documentOf(draft)));

const VERDICTS = ["B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"];
const marginOf = ({ values }: Results<number>, id: string): number | undefined => {
  const line = `verdict.${id}.margin`;
  const value = values.line(line) === undefined ? undefined : values.scalar(line);
  return value === undefined ? undefined : Number(value);
};

const PATIENCE_MS = 600_000;
/** Part of the margin that float64 and solved break-even points leave open. */
const OPEN = 1e-6;

describe.each(modelExamples())("%s: what takes away what is expected", (name) => {
  it(
    "withholds every verdict that is the better for it",
    () => {
      const before = evaluated(read(name));
      const margins = new Map(VERDICTS.map((id) => [id, marginOf(before, id)]));
      const known = new Set(before.expected.map(({ path }) => path));
      const open = removals(name).flatMap(([what, remove]) => {
        const draft = read(name);
        remove(draft);
        const after = evaluated(draft);
        const withheld = after.expected.filter(({ path }) => !known.has(path));
        if (withheld.length === 0) return [];
        return VERDICTS.flatMap((id) => {
          const [was, is] = [margins.get(id), marginOf(after, id)];
          if (was === undefined || is === undefined || is <= was + OPEN * Math.max(1, Math.abs(was))) return [];
          const isWithheld = withheld.some(({ verdicts }) => verdicts.some((verdict) => verdict === id));
          return isWithheld ? [] : [`${what}: ${id}, ${withheld.map(({ path }) => path).join(" ")}`];
        });
      });
      expect(open).toEqual([]);
    },
    PATIENCE_MS,
  );
});
