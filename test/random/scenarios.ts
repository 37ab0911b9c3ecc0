import { mechanisms } from "../../models/mechanisms/index.ts";
import { type DrawnComponent, drawCounts, type Json } from "./documents.ts";
import type { Draw } from "./draw.ts";
import { drawInput, drawNumber } from "./values.ts";
import { monthText, type World } from "./world.ts";

/** One scenario that changes values only, one that changes which lines exist, and a child of both kinds of change. */
export function drawScenarios(draw: Draw, components: readonly DrawnComponent[], world: World): readonly Json[] {
  const moved = draw.chance(40) ? { "timeline/start": monthText(world.start + draw.whole(1, 18)) } : {};
  return [
    { id: "values", label: "values", counts: drawCounts(draw), set: { ...valuePatches(draw, components), ...moved } },
    { id: "structure", label: "structure", set: structuralPatches(draw, components, world) },
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

/** Another option here, an optional input left out there. */
function structuralPatches(draw: Draw, components: readonly DrawnComponent[], world: World): Record<string, unknown> {
  const set: Record<string, unknown> = {};
  for (const { id, mechanism, inputs } of components) {
    for (const [name, spec] of Object.entries(mechanisms.get(mechanism)?.inputs ?? {})) {
      const path = `components/${id}/inputs/${name}`;
      if (spec.type === "choice" && draw.chance(15))
        set[path] = drawInput(draw, spec, world, { parties: new Set(), taken: new Set(), complete: true });
      else if (spec.optional === true && inputs[name] !== undefined && draw.chance(5)) set[path] = null;
    }
  }
  return set;
}
