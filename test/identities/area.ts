import { describe, expect, it } from "vitest";
import { holds, randomSpecimens } from "../random/corpus.ts";
import { linesOf, type Specimen, scalarOf } from "../random/specimen.ts";

const TOLERANCE = 1e-6;

/** ㎡ of a plot by the lines that build it and the lines that place it. */
function areasOf(specimen: Specimen, plot: string, role: string): number {
  const lines = linesOf(specimen, role).filter(({ tags }) => tags["plot"] === plot);
  return lines.reduce((sum, { id }) => sum + scalarOf(specimen, id), 0);
}

/** What the plan leaves for the one product row that takes the rest; undefined where no row or several do. */
function restOf(specimen: Specimen, plot: string): number | undefined {
  const balances = specimen.document.components.filter(
    ({ mechanism, inputs, enabled }) => mechanism === "area_balance" && inputs["plot"] === plot && enabled,
  );
  const [balance, ...others] = balances;
  if (balance === undefined || others.length > 0) return undefined;
  const products = balance.inputs["products"];
  const rests = Array.isArray(products)
    ? products.filter(({ rule, level }) => rule === "rest" && level === "above")
    : [];
  if (rests.length !== 1) return undefined;
  return scalarOf(specimen, `${balance.id}.increment_above`) - scalarOf(specimen, `${balance.id}.increment_fixed`);
}

describe("every square metre", () => {
  it("of a plot is built once and placed once, or the difference shows as the residual", () => {
    holds((specimen) =>
      specimen.document.plots.flatMap(({ id }) => {
        const difference = areasOf(specimen, id, "area.gfa.*") - areasOf(specimen, id, "area.disposition.*");
        const shown = scalarOf(specimen, `plot.${id}.residual`);
        return Math.abs(shown - difference) > TOLERANCE ? [`residual of ${id}: ${shown}, not ${difference}`] : [];
      }),
    );
  });

  it("has one disposition wherever one row takes the rest and there is enough for all", () => {
    let plans = 0;
    holds((specimen) =>
      specimen.document.plots.flatMap(({ id }) => {
        const rest = restOf(specimen, id);
        if (rest === undefined) return [];
        if (rest >= 0) plans += 1;
        const shown = scalarOf(specimen, `plot.${id}.residual`);
        // Where more is owed than the ratio allows, exactly that is missing.
        return Math.abs(shown - Math.min(0, rest)) > TOLERANCE
          ? [`residual of ${id}: ${shown} beside a rest of ${rest}`]
          : [];
      }),
    );
    expect(plans).toBeGreaterThan(5);
    expect(randomSpecimens().flatMap((one) => linesOf(one, "area.disposition.*")).length).toBeGreaterThan(100);
  });
});
