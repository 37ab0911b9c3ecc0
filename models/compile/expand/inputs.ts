import type { ReadComponent } from "../../document/component.ts";
import type { InputState } from "../../document/inputState.ts";
import type { Status } from "../../document/schema.ts";
import { writeMonth } from "../../language/calendar.ts";
import { readDecimal, writeDecimal } from "../../language/decimal.ts";
import type { FormulaDecl, LineDecl, LineMeta, Tag } from "../../language/line.ts";
import type { Beside } from "../../terms/beside.ts";
import { countedAs } from "../../terms/counted.ts";
import type { ColumnSpec, InputSpec, MonthInput, NumberInput, ProfileInput } from "../../terms/inputs.ts";
import { GIVEN, mayBeNil, rangeOf } from "../../terms/plausible.ts";
import { documentProblem } from "../../wording/document.ts";
import { grouped } from "../../wording/grouped.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { withUnit } from "../../wording/unit.ts";
import type { ExpandContext, InputLine } from "../context.ts";
import { inputLine } from "../context.ts";
import { constantSeries, spreadProfile } from "../profile.ts";
import { columnProblem, shareProblem } from "../shares.ts";
import { documentLines } from "./documents.ts";
import { enabledLine } from "./unread.ts";

/** Inputs that formulas can read; the others decide which lines exist. */
export function isNumeric(spec: InputSpec | ColumnSpec): boolean {
  return (
    spec.type === "number" ||
    spec.type === "profile" ||
    spec.type === "month" ||
    spec.type === "flag" ||
    spec.type === "status"
  );
}

interface Place {
  readonly id: string;
  readonly path: string;
  readonly spec: InputSpec | ColumnSpec;
  readonly state: InputState;
  readonly label: Text;
  /** Why it cannot be used although it can be read. */
  readonly problem?: Problem | undefined;
  /** Inputs of its component, or cells of its row. */
  readonly beside: ReadonlyMap<string, InputState>;
}

/** Every readable input and table cell of a component with its line id. */
function places({ spec, mechanism, inputs, tables }: ReadComponent): readonly Place[] {
  const found: Place[] = [];
  for (const [name, input] of Object.entries(mechanism.inputs)) {
    const path = `components/${spec.id}/inputs/${name}`;
    const id = `${spec.id}.${name}`;
    if (input.type === "table") {
      const rows = tables.get(name) ?? [];
      const problems = new Map(
        Object.keys(input.columns).map((column) => [column, columnProblem(input, column, rows, path)]),
      );
      for (const row of rows) {
        for (const [column, cell] of Object.entries(input.columns)) {
          if (!isNumeric(cell)) continue;
          const label = { zh: `${cell.label.zh} · ${row.id}`, en: `${cell.label.en} · ${row.id}` };
          found.push({
            id: `${id}.${row.id}.${column}`,
            path: `${path}/${row.id}/${column}`,
            spec: cell,
            state: stateOf(row.cells, column),
            label,
            problem: problems.get(column),
            beside: row.cells,
          });
        }
      }
      continue;
    }
    const state = stateOf(inputs, name);
    if (isNumeric(input)) found.push({ id, path, spec: input, state, label: input.label, beside: inputs });
  }
  return found;
}

function stateOf(states: ReadonlyMap<string, InputState>, name: string): InputState {
  const state = states.get(name);
  if (state === undefined) throw new Error(`input ${name} was not read`);
  return state;
}

function metaOf({ id, path, spec, label, beside }: Place, component: string): LineMeta {
  const common = { id, label, path, tags: { component }, clauses: [] };
  switch (spec.type) {
    case "number":
    case "profile": {
      const numeric = { ...common, unit: spec.unit, tags: { ...common.tags, ...plausibleTags(spec, beside) } };
      if (spec.type === "number") return { ...numeric, kind: "scalar", axis: "scalar" };
      return { ...numeric, kind: spec.meaning === "amount" ? "flow" : "rate", axis: "period" };
    }
    case "month":
      return { ...common, unit: "mo", kind: "scalar", axis: "scalar", tags: { ...common.tags, ...monthTags(spec) } };
    default:
      return { ...common, unit: "1", kind: "scalar", axis: "scalar" };
  }
}

/** What results need to tell whether a number is likely: lowest and highest, and whether there can be parts of one. */
function plausibleTags(spec: NumberInput | ProfileInput, beside: ReadonlyMap<string, InputState>): Record<string, Tag> {
  const word = (name: string): string | undefined => {
    const state = beside.get(name);
    if (state?.state === "word") return state.word;
    return state === undefined || state.state === "absent" ? undefined : GIVEN;
  };
  const range = rangeOf(spec, word);
  return {
    ...(range === undefined ? {} : { plausible: range.join(" "), ...(mayBeNil(spec) ? { nil: "yes" } : {}) }),
    ...(isAskedWhole(spec, word) ? { pieces: "yes" } : {}),
  };
}

/** Of pieces there is no part, and 3.5 months are most likely a slip: a fraction counts, and is asked about. */
const isAskedWhole = (spec: InputSpec | ColumnSpec, word: Beside): boolean =>
  spec.type === "number" && (countedAs(spec, word) === "pieces" || spec.unit === "mo");

/** What results need to tell whether a month, given or computed, lies where it counts. */
const monthTags = ({ meaning, late, notBefore = [] }: MonthInput): Record<string, Tag> => ({
  month_meaning: meaning,
  ...(late === undefined ? {} : { late }),
  ...(notBefore.length === 0 ? {} : { not_before: notBefore.join(" ") }),
});

export interface ComponentInputs {
  /** Lines whose value comes from the document. */
  readonly inputs: readonly InputLine[];
  /** Inputs given as a formula or standing on a rule-pack parameter. */
  readonly formulas: readonly LineDecl[];
  readonly problems: readonly Problem[];
}

export function componentInputs(component: ReadComponent, context: ExpandContext): ComponentInputs {
  const { spec } = component;
  const inputs: InputLine[] = [enabledLine(spec.id, spec.enabled)];
  const formulas: LineDecl[] = [];
  const problems: Problem[] = [];
  for (const place of places(component)) {
    const meta = metaOf(place, spec.id);
    const { state } = place;
    if (state.state === "absent") continue;
    if (state.state === "formula" || state.state === "policy") formulas.push(formulaInput(meta, state, component));
    else if (state.state === "broken") inputs.push(inputLine(meta, undefined, state.problem));
    else inputs.push(inputLine(meta, literalOf(place, context, problems), unusable(place, context)));
    if (state.state === "status") inputs.push(refusedLine(meta, state.status));
  }
  const documents = documentLines(component, context);
  return {
    inputs: [...inputs, ...documents.inputs],
    formulas: [...formulas, ...documents.formulas],
    problems: [...problems, ...documents.problems],
  };
}

/** Refused money is told apart from money whose status does not count yet. */
function refusedLine(meta: LineMeta, status: Status): InputLine {
  const label = { zh: `${meta.label.zh}(未获批准)`, en: `${meta.label.en} (refused)` };
  return inputLine({ ...meta, id: `${meta.id}.refused`, label }, status === "refused" ? "1" : "0");
}

function formulaInput(
  meta: LineMeta,
  state: Extract<InputState, { state: "formula" | "policy" }>,
  component: ReadComponent,
): FormulaDecl {
  if (state.state === "policy") return { ...meta, source: "formula", formula: `param(${state.parameter})`, scope: {} };
  const names = [...component.inputs].filter(
    ([name, input]) => input.state !== "absent" && isNumeric(component.mechanism.inputs[name] as InputSpec),
  );
  const scope = Object.fromEntries(names.map(([name]) => [name, `${component.spec.id}.${name}`]));
  return { ...meta, source: "formula", formula: state.formula, scope, finds: {}, literal: true };
}

/**
 * Why a value that can be read must not count: shares of no whole, shares and amounts dated before the horizon. Amounts after its end are not lost but not
 * due yet.
 */
function unusable({ spec, state, path, label, problem }: Place, { timeline }: ExpandContext): Problem | undefined {
  if (problem !== undefined) return problem;
  const early = () => documentProblem("document.before_start", path, { input: label, start: timeline.start });
  if (
    state.state === "month" &&
    spec.type === "month" &&
    spec.meaning === "within" &&
    state.month < timeline.startMonth
  )
    return early();
  if (state.state !== "profile" || spec.type !== "profile") return undefined;
  const { early: isEarly } = spreadProfile(state.profile, spec.averaged === true ? "averaged" : spec.meaning, timeline);
  return shareProblem(spec, state.profile, path) ?? (isEarly === true ? early() : undefined);
}

function literalOf(
  { spec, state, path, label }: Place,
  context: ExpandContext,
  problems: Problem[],
): string | readonly string[] {
  const { timeline } = context;
  switch (state.state) {
    case "number":
      return spec.type === "profile" ? constantSeries(state.text, timeline) : state.text;
    case "flag":
      return state.on ? "1" : "0";
    case "month":
      return String(state.month);
    case "status":
      return context.counts.includes(state.status) ? "1" : "0";
    case "profile": {
      if (spec.type !== "profile") throw new Error(`${path} is not a profile`);
      const spread = spreadProfile(state.profile, spec.averaged === true ? "averaged" : spec.meaning, timeline);
      if (spread.lost !== undefined) {
        const args = {
          input: label,
          lost: lostText(spread.lost, spec.unit),
          start: timeline.start,
          end: writeMonth(timeline.endMonth),
        };
        problems.push(documentProblem("document.profile_outside", path, args));
      }
      return spread.values;
    }
    default:
      throw new Error(`${path}: a ${state.state} has no value`);
  }
}

/** What falls outside, as a sentence has it: shares in percent. */
function lostText(lost: string, unit: string): Text | string {
  if (unit !== "1") return withUnit(grouped(lost), unit);
  const share = readDecimal(lost);
  return share === undefined ? lost : `${writeDecimal({ units: share.units * 100n, scale: share.scale })}%`;
}
