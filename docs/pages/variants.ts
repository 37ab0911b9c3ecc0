import type { FormulaDecl } from "../../models/language/line.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import type { ColumnSpec, InputSpec } from "../../models/terms/inputs.ts";
import { type Departure, specimenLines } from "./specimen.ts";

/** A line of a mechanism over all the ways its inputs can be filled in. */
export interface VariedLine {
  readonly line: FormulaDecl;
  /** What it needs: `retention`, `use = debt`; empty when it is always there. */
  readonly needs: readonly string[];
  /** Formulas it has otherwise, with what makes it so. */
  readonly otherwise: ReadonlyMap<string, readonly string[]>;
}

type Spec = InputSpec | ColumnSpec;

/** Everything that can be done otherwise: each other option of a choice, each optional input left out. */
function departures(mechanism: Mechanism): readonly Departure[] {
  return Object.entries(mechanism.inputs).flatMap(([input, spec]) => [
    ...ofOne({ input }, spec),
    ...(spec.type === "table"
      ? Object.entries(spec.columns).flatMap(([column, cell]) => ofOne({ input, column }, cell))
      : []),
  ]);
}

function ofOne(place: Pick<Departure, "input" | "column">, spec: Spec): readonly Departure[] {
  const options = spec.type === "choice" ? Object.keys(spec.options).slice(1) : [];
  const leftOut = spec.optional === true ? [place] : [];
  return [...options.map((option) => ({ ...place, option })), ...leftOut];
}

const nameOf = ({ input, column }: Departure): string => (column === undefined ? input : `${input}.${column}`);

/** `use = capital`, or `no retention` where it is left out. */
function label(departure: Departure): string {
  return departure.option === undefined ? `no ${nameOf(departure)}` : `${nameOf(departure)} = ${departure.option}`;
}

function specOf(mechanism: Mechanism, { input, column }: Departure): Spec | undefined {
  const spec = mechanism.inputs[input];
  return column !== undefined && spec?.type === "table" ? spec.columns[column] : spec;
}

/** A line that is missing under some departures needs the contrary of each. */
function needsOf(mechanism: Mechanism, missing: readonly Departure[]): readonly string[] {
  const byName = Map.groupBy(missing, nameOf);
  return [...byName].map(([name, gone]) => {
    const [first] = gone;
    const spec = first === undefined ? undefined : specOf(mechanism, first);
    const lost = new Set(gone.map(({ option }) => option));
    if (spec?.type !== "choice" || gone.every(({ option }) => option === undefined)) return name;
    const left = Object.keys(spec.options).filter((option) => !lost.has(option));
    return `${name} = ${left.join(" / ")}`;
  });
}

/** Every line a mechanism can write, in its own order; lines that only a departure brings come last. */
export function variedLines(mechanism: Mechanism): readonly VariedLine[] {
  const full = specimenLines(mechanism);
  const others = departures(mechanism).map((departure) => {
    const lines = new Map(specimenLines(mechanism, departure).map((line) => [line.id, line]));
    return { departure, lines };
  });
  const own = full.map((line) => {
    const missing = others.filter(({ lines }) => !lines.has(line.id)).map(({ departure }) => departure);
    return { line, needs: needsOf(mechanism, missing), otherwise: otherFormulas(line, others) };
  });
  const known = new Set(full.map(({ id }) => id));
  const added = new Map<string, { readonly line: FormulaDecl; readonly needs: string[] }>();
  for (const { departure, lines } of others)
    for (const line of lines.values()) {
      if (known.has(line.id)) continue;
      const entry = added.get(line.id) ?? { line, needs: [] };
      entry.needs.push(label(departure));
      added.set(line.id, entry);
    }
  const brought = [...added.values()].map(({ line, needs }) => ({
    line,
    needs: [needs.join(" / ")],
    otherwise: otherFormulas(line, others),
  }));
  return [...own, ...brought];
}

interface Other {
  readonly departure: Departure;
  readonly lines: ReadonlyMap<string, FormulaDecl>;
}

function otherFormulas(line: FormulaDecl, others: readonly Other[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { departure, lines } of others) {
    const formula = lines.get(line.id)?.formula;
    if (formula === undefined || formula === line.formula) continue;
    found.set(formula, [...(found.get(formula) ?? []), label(departure)]);
  }
  return found;
}
