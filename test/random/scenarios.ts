import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Draw } from "./draw.ts";
import { type DrawnComponent, drawCounts, type Json } from "./parts.ts";
import { drawNumber } from "./values.ts";
import { monthText, type World } from "./world.ts";

/** One scenario that changes values only, one that changes which lines exist, and a child of it that changes values too. */
export function drawScenarios(draw: Draw, components: readonly DrawnComponent[], world: World): readonly Json[] {
  const moved = draw.chance(40) ? { "timeline/start": monthText(world.start + draw.whole(1, 18)) } : {};
  return [
    { id: "values", label: "values", counts: drawCounts(draw), set: { ...valuePatches(draw, components), ...moved } },
    { id: "structure", label: "structure", set: structuralPatches(draw, components) },
    { id: "child", label: "child", parent: "structure", counts: drawCounts(draw), set: valuePatches(draw, components) },
  ];
}

/** New numbers where the document has numbers, and components switched on or off. */
function valuePatches(draw: Draw, components: readonly DrawnComponent[]): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const { id, mechanism, inputs, enabled } of components) {
    if (draw.chance(10)) set[`components/${id}/enabled`] = !enabled;
    for (const [name, spec] of Object.entries(mechanisms.get(mechanism)?.inputs ?? {})) {
      if (spec.type === "number" && inputs[name] !== undefined && draw.chance(10))
        set[`components/${id}/inputs/${name}`] = drawNumber(draw, spec);
    }
  }
  return set;
}

/** Another option in one place, or one optional input left out: a single change, so that it alone decides what becomes of the graph. */
function structuralPatches(draw: Draw, components: readonly DrawnComponent[]): Record<string, unknown> {
  const places = components.flatMap(({ id, mechanism, inputs }) =>
    Object.entries(mechanisms.get(mechanism)?.inputs ?? {})
      .filter(([name, spec]) => inputs[name] !== undefined && (spec.type === "choice" || spec.optional === true))
      .map(([name, spec]) => ({ path: `components/${id}/inputs/${name}`, spec, now: inputs[name] })),
  );
  if (places.length === 0) return {};
  const { path, spec, now } = draw.pick(places);
  if (spec.type !== "choice") return { [path]: null };
  const others = Object.keys(spec.options).filter((option) => option !== now);
  return { [path]: others.length > 0 ? draw.pick(others) : null };
}
