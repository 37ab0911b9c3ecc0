import type { ReadComponent } from "../document/component.ts";
import type { InputState } from "../document/inputState.ts";
import type { ModelDocument } from "../document/schema.ts";
import { BASE_PARAMETERS } from "../policy/load.ts";
import { coversTimeline } from "../policy/series.ts";
import type { ExpandContext, InputLine } from "./context.ts";
import { conventionLines } from "./expand/conventions.ts";
import { isInProject, partyInputs, phaseFormulas, phaseInputs, projectInputs } from "./expand/system.ts";

/**
 * Text that is equal for two documents only when they have the same lines, written the same way: everything a document says except the
 * values its input lines are bound to. Far cheaper than compiling, which is why an edit of a value costs no compilation.
 */
export function structureKey(context: ExpandContext): string {
  const { document, components } = context;
  const { type, mode } = document.project;
  return JSON.stringify([
    components.map(componentKey),
    // A component whose mechanism nobody knows has no lines, but a label and an id in the tables.
    document.components.map(({ id, mechanism, label }) => [id, mechanism, label]),
    ids(conventionLines(context.frame.conventions)),
    [type, mode, ids(projectInputs(context))],
    document.parties.map(({ openingCash: _bound, ...party }) => [party, isInProject(party)]),
    ids(partyInputs(document)),
    [ids(phaseInputs(document)), phaseFormulas(document).map((decl) => [decl.id, decl.label, formulaOf(decl)])],
    gaps(context),
    packsKey(document.packs),
    document.plots,
    document.records,
    document.customLines,
    context.overlay?.key,
  ]);
}

const ids = (lines: readonly InputLine[]) => lines.map(({ decl }) => [decl.id, decl.label]);

const formulaOf = (decl: ReturnType<typeof phaseFormulas>[number]) => (decl.source === "formula" ? decl.formula : "");

/** A value that cannot be used breaks its lines, and the lines carry the reason. */
function componentKey({ inputs, tables, problems }: ReadComponent) {
  return [
    [...inputs].map(([name, state]) => [name, stateKey(state)]),
    [...tables].map(([name, rows]) => [name, rows.map(({ id, cells }) => [id, [...cells.values()].map(stateKey)])]),
    problems.map(({ code, path, message }) => [code, path, message.en]),
  ];
}

function stateKey(state: InputState): unknown {
  switch (state.state) {
    case "word":
      return [state.word];
    case "formula":
      return { formula: state.formula };
    case "policy":
      return { policy: state.parameter };
    case "broken":
    case "absent":
    case "rows":
      return state.state;
    default:
      return "value";
  }
}

/** Parameters that lack a value somewhere on the timeline: their lines are unusable. */
function gaps({ packs, timeline }: ExpandContext): readonly string[] {
  const all = new Set([...packs.packs.flatMap((pack) => pack.parameters.map(({ id }) => id)), ...BASE_PARAMETERS]);
  return [...all].filter((id) => {
    const parameter = packs.parameter(id) ?? packs.base(id)?.parameter;
    return parameter !== undefined && !coversTimeline(parameter, timeline);
  });
}

/** Packs carry long texts and do not change from edit to edit: each list is written out once. */
const written = new WeakMap<ModelDocument["packs"], string>();

function packsKey(packs: ModelDocument["packs"]): string {
  const known = written.get(packs) ?? JSON.stringify(packs);
  written.set(packs, known);
  return known;
}
