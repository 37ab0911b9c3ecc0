import type { ReadComponent } from "../document/component.ts";
import type { InputState } from "../document/inputState.ts";
import type { ResolvedScenario } from "../document/scenario.ts";
import type { ModelDocument } from "../document/schema.ts";
import type { Registry } from "../mechanisms/define/mechanism.ts";
import { coversTimeline } from "../policy/series.ts";
import { type ExpandContext, prepare } from "./expand/context.ts";
import { conventionLines, isInProject, phaseFormulas, phaseInputs, projectInputs } from "./expand/system.ts";

/**
 * The shape of a document: what decides which lines exist and how they are written, as against the values they take. Two documents of one
 * shape share a graph. Given by part, so that it can be told which change altered it.
 */
export type Shape = ReadonlyMap<string, string>;

export function shapeOf(context: ExpandContext): Shape {
  const { document } = context;
  const shape = new Map<string, string>();
  for (const component of context.components) {
    const path = `components/${component.spec.id}/inputs`;
    for (const name of component.inputs.keys()) shape.set(`${path}/${name}`, inputShape(component, name));
  }
  shape.set("conventions", ids(conventionLines(document.conventions)));
  shape.set("project", `${document.project.type} ${document.project.mode ?? ""} ${ids(projectInputs(context))}`);
  shape.set("parties", document.parties.map((party) => `${party.id} ${party.role} ${isInProject(party)}`).join("\n"));
  const phases = phaseFormulas(document).map((decl) => `${decl.id} ${decl.source === "formula" ? decl.formula : ""}`);
  shape.set("timeline", [ids(phaseInputs(document)), ...phases, gaps(context)].join("\n"));
  return shape;
}

/** Paths a scenario patches that change which lines exist; with any, the scenario needs a graph of its own. */
export function structuralPaths(
  document: ModelDocument,
  scenario: ResolvedScenario,
  registry: Registry,
): readonly string[] {
  if (scenario.patched.length === 0) return [];
  const [before, after] = [document, scenario.document].map((each) => shapeOf(prepare(each, registry)));
  const changed = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter(
    (part) => before?.get(part) !== after?.get(part),
  );
  return scenario.patched.filter((path) => changed.some((part) => path === part || path.startsWith(`${part}/`)));
}

type Line = ReturnType<typeof phaseInputs>[number];

function ids(lines: readonly Line[]): string {
  return lines.map(({ decl }) => `${decl.id}${decl.problem === undefined ? "" : ` ${decl.problem.code}`}`).join("\n");
}

function inputShape({ inputs, tables }: ReadComponent, name: string): string {
  const rows = (tables.get(name) ?? []).map(({ id, cells }) => [id, ...[...cells.values()].map(stateShape)].join(" "));
  const own = inputs.get(name);
  return [own === undefined ? "" : stateShape(own), ...rows].join("\n");
}

function stateShape(state: InputState): string {
  switch (state.state) {
    case "word":
      return `word:${state.word}`;
    case "formula":
      return `formula:${JSON.stringify(state.formula)}`;
    case "policy":
      return `policy:${state.parameter}`;
    case "broken":
      return `broken:${state.problem.code}`;
    case "absent":
      return "absent";
    case "rows":
      return "rows";
    default:
      return "value";
  }
}

/** Parameters that lack a value somewhere on the timeline: their lines are unusable. */
function gaps({ packs, timeline }: ExpandContext): string {
  const ids = new Set(packs.packs.flatMap((pack) => pack.parameters.map(({ id }) => id)));
  const incomplete = [...ids].filter((id) => {
    const parameter = packs.parameter(id);
    return parameter !== undefined && !coversTimeline(parameter, timeline);
  });
  return incomplete.join(" ");
}
