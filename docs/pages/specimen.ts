import { componentLines } from "../../models/compile/expand/lines.ts";
import { readComponent } from "../../models/document/component.ts";
import { isId } from "../../models/document/ids.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { FormulaDecl } from "../../models/language/line.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { loadPacks } from "../../models/policy/load.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";

/** One thing done otherwise than in the full specimen: another option, or an input left out. `column` is one of a table's. */
export interface Departure {
  readonly input: string;
  readonly column?: string;
  /** Option taken instead; left out when undefined. */
  readonly option?: string;
}

type Specs = Readonly<Record<string, InputSpec | ColumnSpec>>;

/** Id of the one row every table of a specimen has; lines of a row end in it. */
export const ROW = "ROW";

/** A name as the id of a party, plot, record or product; some names are the product's own. */
const idOf = (name: string): string => (isId(name) ? name : `the_${name}`);

/** A value for every input, words by the input's own name, so that formulas read as the mechanism means them. */
function filledIn(name: string, spec: InputSpec | ColumnSpec, departure: Departure | undefined): unknown {
  switch (spec.type) {
    case "number":
    case "profile":
      return String(spec.usual?.[0] ?? spec.from ?? 1);
    case "month":
      return "2028-01";
    case "flag":
      return true;
    case "choice":
      return departure?.option ?? Object.keys(spec.options)[0];
    case "status":
      return "approved";
    case "table":
      return [{ id: ROW, ...filled(spec.columns, departure && { ...departure, input: departure.column ?? "" }) }];
    default:
      return idOf(name);
  }
}

function filled(specs: Specs, departure: Departure | undefined): Record<string, unknown> {
  const entries = Object.entries(specs).flatMap(([name, spec]) => {
    const here = departure?.input === name ? departure : undefined;
    const leftOut = here !== undefined && here.column === undefined && here.option === undefined;
    return leftOut ? [] : [[name, filledIn(name, spec, here)] as const];
  });
  return Object.fromEntries(entries);
}

/** Inputs and columns of a mechanism that are of one type, by the name their value has in a specimen. */
function named<T extends InputSpec["type"]>({ inputs }: Mechanism, type: T) {
  const cells = Object.values(inputs).flatMap((spec) => (spec.type === "table" ? Object.entries(spec.columns) : []));
  return [...Object.entries(inputs), ...cells].flatMap(([name, spec]) =>
    spec.type === type ? [[name, spec as Extract<InputSpec, { type: T }>] as const] : [],
  );
}

/** The lines of a mechanism with everything filled in, but for one departure. */
export function specimenLines(mechanism: Mechanism, departure?: Departure): readonly FormulaDecl[] {
  const unique = <T extends { readonly id: string }>(items: readonly T[]) => [
    ...new Map(items.map((item) => [item.id, item])).values(),
  ];
  const draft = {
    format: "pingheng/model",
    version: 1,
    project: { name: mechanism.id, type: "renovation", mode: "rebuild" },
    timeline: { start: "2028-01", step: "month", periods: 12 },
    plots: unique(named(mechanism, "plot").map(([id]) => ({ id: idOf(id), label: id }))),
    parties: unique(named(mechanism, "party").map(([id, { roles }]) => ({ id: idOf(id), label: id, role: roles[0] }))),
    records: unique(named(mechanism, "record").map(([id]) => ({ id: idOf(id), label: id, date: "2028-01-01" }))),
    components: [{ id: mechanism.id, mechanism: mechanism.id, inputs: filled(mechanism.inputs, departure) }],
  };
  const parsed = parseDocument(draft, new Map([[mechanism.id, mechanism]]));
  if (!parsed.ok) throw new Error(`${mechanism.id}: ${parsed.problems.map(({ message }) => message.en).join("; ")}`);
  const { document } = parsed.value;
  const [component] = document.components;
  if (component === undefined) throw new Error(`${mechanism.id}: no component`);
  const read = readComponent(component, mechanism, { document, packs: loadPacks({ packs: INSTALLED_PACKS }) });
  return componentLines(read, document, []).lines;
}
