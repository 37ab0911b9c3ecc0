import type { ReadComponent } from "../../document/component.ts";
import type { InputState } from "../../document/inputState.ts";
import { PURPOSES, RECORD_RULES } from "../../document/recordRules.ts";
import { RECORD_KINDS } from "../../document/records.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import type { FormulaDecl } from "../../language/line.ts";
import type { Timeline } from "../../language/timeline.ts";
import type { RecordInput } from "../../terms/inputs.ts";
import { documentProblem } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import { listed, type Text } from "../../wording/text.ts";
import type { ExpandContext, InputLine } from "../context.ts";
import { inputLine } from "../context.ts";
import { constantSeries } from "../profile.ts";
import { formulaDecl } from "./records.ts";

type RecordSpec = ModelDocument["records"][number];

/** A record input or cell of a component: where it stands and what it names. */
export interface DocumentPlace {
  readonly component: string;
  /** Name in tags of claims: `approval`, `uses.roof.vote`. */
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly spec: RecordInput;
  readonly state: InputState;
  readonly label: Text;
  /** Product the component is about, where it is about one. */
  readonly product: string | undefined;
}

/** Every record input and cell of a component. */
export function documentPlaces({ spec, mechanism, inputs, tables }: ReadComponent): readonly DocumentPlace[] {
  const path = `components/${spec.id}/inputs`;
  const about = inputs.get("product");
  const product = about?.state === "word" ? about.word : undefined;
  return Object.entries(mechanism.inputs).flatMap(([name, input]): readonly DocumentPlace[] => {
    if (input.type === "record") {
      const state = inputs.get(name);
      if (state === undefined) throw new Error(`input ${name} was not read`);
      const place = { component: spec.id, name, id: `${spec.id}.${name}`, path: `${path}/${name}` };
      return [{ ...place, spec: input, state, label: input.label, product }];
    }
    if (input.type !== "table") return [];
    return (tables.get(name) ?? []).flatMap(({ id, cells }) =>
      Object.entries(input.columns).flatMap(([column, cell]): readonly DocumentPlace[] => {
        const state = cells.get(column);
        if (cell.type !== "record" || state === undefined) return [];
        const own = `${name}.${id}.${column}`;
        const label = { zh: `${cell.label.zh} · ${id}`, en: `${cell.label.en} · ${id}` };
        const place = {
          component: spec.id,
          name: own,
          id: `${spec.id}.${own}`,
          path: `${path}/${name}/${id}/${column}`,
        };
        return [{ ...place, spec: cell, state, label, product }];
      }),
    );
  });
}

export interface DocumentLines {
  readonly inputs: readonly InputLine[];
  readonly formulas: readonly FormulaDecl[];
  readonly problems: readonly Problem[];
}

/** Whether what a component rests on holds: period by period, at some time, and at the end. */
export function documentLines(component: ReadComponent, { document, timeline }: ExpandContext): DocumentLines {
  const inputs: InputLine[] = [];
  const formulas: FormulaDecl[] = [];
  const problems: Problem[] = [];
  for (const place of documentPlaces(component)) {
    const found = recordOf(place, document);
    if (found === undefined) {
      const { state } = place;
      if (state.state === "broken") inputs.push(...constants(place, timeline, undefined, state.problem));
      else inputs.push(...constants(place, timeline, standsWithout(place) ? "1" : "0"));
      continue;
    }
    const problem = kindProblem(place, found) ?? productProblem(place, found);
    if (problem === undefined) {
      formulas.push(...followed(place, found));
      problems.push(...doubtful(place, found));
    } else {
      problems.push(problem);
      inputs.push(...constants(place, timeline, "0"));
    }
  }
  return { inputs, formulas, problems };
}

/** Whether figures stand although no record is named: none is needed, or the verdicts wait for it. */
const standsWithout = ({ state, spec }: DocumentPlace): boolean =>
  state.state === "unneeded" || (state.state === "absent" && spec.leftOut === "undecided");

/** The record a place names. */
function recordOf({ state }: DocumentPlace, { records }: ModelDocument): RecordSpec | undefined {
  return state.state === "word" ? records.find(({ id }) => id === state.word) : undefined;
}

const metas = ({ id, label, path, component }: DocumentPlace) => {
  const scalar = (name: string, zh: string, en: string) =>
    ({
      id: `${id}.${name}`,
      label: { zh: `${label.zh}(${zh})`, en: `${label.en} (${en})` },
      path,
      unit: "1",
      kind: "scalar",
      axis: "scalar",
      tags: { component, document: "yes" },
    }) as const;
  return {
    series: { id, label, path, unit: "1", kind: "flag", axis: "period", tags: { component, document: "yes" } } as const,
    held: scalar("held", "计算期内成立", "holds within the horizon"),
    stands: scalar("stands", "期末仍成立", "still holds at the end"),
  };
};

/** The same at all times: nothing is needed, nothing was given, or what was given cannot serve. */
function constants(
  place: DocumentPlace,
  timeline: Timeline,
  value: "0" | "1" | undefined,
  problem?: Problem,
): readonly InputLine[] {
  const { series, held, stands } = metas(place);
  return [
    inputLine(series, value === undefined ? undefined : constantSeries(value, timeline), problem),
    ...[held, stands].map((meta) => inputLine(meta, value, problem)),
  ];
}

/** Lines that follow the record, with what this use asks of it beyond its kind: the majority of the item, a word it must carry. */
function followed(place: DocumentPlace, { id, kind, values }: RecordSpec): readonly FormulaDecl[] {
  const { spec } = place;
  const { series, held, stands } = metas(place);
  const rule = kind === "vote" && spec.majority !== undefined ? `holds_${spec.majority}` : "holds";
  const carried = (spec.needs ?? []).map((name) => (values?.[name] === true ? "" : " * 0")).join("");
  const holds = `record.${id}.${rule}${carried}`;
  return [
    formulaDecl(series, `record.${id}.dated * ${holds}`),
    formulaDecl(held, `record.${id}.dated_ever * ${holds}`),
    formulaDecl(stands, `record.${id}.dated_last * ${holds}`),
  ];
}

/** A record of another kind proves nothing here. */
function kindProblem({ spec, path, label }: DocumentPlace, record: RecordSpec): Problem | undefined {
  const { kinds } = spec;
  if (kinds === undefined || kinds.includes(record.kind ?? "")) return undefined;
  const { zh, en } = kindNames(kinds);
  return documentProblem("document.record_kind", path, {
    input: label,
    record: textOf(record.label),
    kinds: { zh, en },
  });
}

/** A record of another product proves nothing of this one. */
function productProblem(
  { product, path, label }: DocumentPlace,
  { values, label: name }: RecordSpec,
): Problem | undefined {
  const named = values?.["product"];
  if (named === undefined || named === "" || product === undefined || named === product) return undefined;
  return documentProblem("document.record_product", path, {
    input: label,
    record: textOf(name),
    named: String(named),
    product,
  });
}

/** What a record that serves here leaves open: how much it grants, and whether it was meant for this. */
function doubtful({ spec, path, label }: DocumentPlace, { kind, values, label: name }: RecordSpec): readonly Problem[] {
  const args = { input: label, record: textOf(name) };
  const amount = RECORD_RULES[kind ?? ""]?.amount;
  const isOpen = spec.grants === true && amount !== undefined && values?.[amount] === undefined;
  const purpose = String(values?.["purpose"] ?? "");
  const isOther = spec.grants === true && PURPOSES.includes(purpose) && purpose !== spec.purpose;
  return [
    ...(isOpen ? [documentProblem("document.record_amount", path, args)] : []),
    ...(isOther ? [documentProblem("document.record_purpose", path, { ...args, purpose })] : []),
  ];
}

function kindNames(kinds: readonly string[]): Text {
  const labels = kinds.map((kind) => RECORD_KINDS[kind]?.label ?? { zh: kind, en: kind });
  return listed(labels);
}

/** Whether a record states how much it grants. */
export function capOf(
  place: DocumentPlace,
  document: ModelDocument,
): { readonly record: string; readonly figure: string } | undefined {
  const record = recordOf(place, document);
  if (record === undefined || (kindProblem(place, record) ?? productProblem(place, record)) !== undefined)
    return undefined;
  const figure = RECORD_RULES[record.kind ?? ""]?.amount;
  return figure === undefined || record.values?.[figure] === undefined ? undefined : { record: record.id, figure };
}

/**
 * What a record still grants each of its users, in the order of the components: its amount less what those before rest on it. A line says so by the tag
 * `claims`: the names of the record inputs it rests on.
 */
export function allowanceLines(
  { components, document }: ExpandContext,
  lines: readonly FormulaDecl[],
): readonly FormulaDecl[] {
  const before = new Map<string, string[]>();
  return components.flatMap((component) =>
    documentPlaces(component).flatMap((place) => {
      const cap = capOf(place, document);
      if (cap === undefined) return [];
      const used = before.get(cap.record) ?? [];
      before.set(cap.record, used);
      const left = [`record.${cap.record}.${cap.figure} * 1 CNY`, ...used].join(" - ");
      used.push(
        ...lines
          .filter(({ tags }) => tags["component"] === place.component && claims(tags, place.name))
          .map(({ id }) => id),
      );
      const { held } = metas(place);
      const label = { zh: `${place.label.zh}(尚余额度)`, en: `${place.label.en} (amount left)` };
      return [formulaDecl({ ...held, id: `${place.id}.allowance`, label, unit: "CNY" }, `max(0 CNY, ${left})`)];
    }),
  );
}

/** A line of a row names a cell `row.vote`; its place is `uses.ROW.vote`. */
function claims(tags: FormulaDecl["tags"], name: string): boolean {
  const [own, row, column] = name.split(".");
  const wanted = column === undefined ? own : `row.${column}`;
  const rests = String(tags["claims"] ?? "")
    .split(" ")
    .includes(wanted ?? "");
  return rests && (row === undefined || tags["row"] === row);
}
