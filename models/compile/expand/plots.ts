import type { ReadComponent } from "../../document/component.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import type { InputSpec } from "../../terms/inputs.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import type { ExpandContext } from "../context.ts";

/** The plot of what names none: where there is one only, it is that one. */
export function onlyPlot({ type }: InputSpec, { plots }: ModelDocument): string | undefined {
  return type === "plot" && plots.length === 1 ? plots[0]?.id : undefined;
}

/**
 * A cost that names none of several plots is not found by what reckons on the costs of one plot: so it is asked for as long as something on does.
 */
export function plotProblems({ components, document }: ExpandContext): readonly Problem[] {
  if (document.plots.length < 2) return [];
  const on = components.filter(({ spec }) => spec.enabled);
  if (!on.some((component) => component.mechanism.onCosts === true && hasPlot(component))) return [];
  return on.flatMap((component) => {
    const { spec, mechanism } = component;
    const plot = mechanism.inputs["plot"];
    if (mechanism.family !== "cost" || plot?.type !== "plot" || hasPlot(component)) return [];
    return [documentProblem("document.plot_open", `components/${spec.id}/inputs/plot`, { input: plot.label })];
  });
}

const hasPlot = ({ inputs }: ReadComponent<Mechanism>): boolean => inputs.get("plot")?.state === "word";
