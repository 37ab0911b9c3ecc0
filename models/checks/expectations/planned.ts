import type { Decimal } from "decimal.js";
import type { ComponentSpec, ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal, ZERO } from "../../engines/arithmetic/decimal.ts";
import { readDecimal, writeDecimal } from "../../language/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { loadPacks } from "../../policy/load.ts";
import type { Results } from "../../results/results.ts";
import { groundedIn } from "../taxes/grounds.ts";
import type { CostedArea, Place, Planned } from "./expectation.ts";
import { earnedMonths } from "./spans.ts";
import { untaxedOf } from "./untaxed.ts";

/** A scenario as expectations look at it. */
export function plannedOf<V>(document: ModelDocument, values: Results<V>): Planned {
  const { project, plots, parties, components, records, absences = [] } = document;
  const { lines } = values.evaluation.graph;
  const on = components.filter(({ enabled }) => enabled);
  const ids = new Set(on.map(({ id }) => id));
  const amountOf = ({ id }: GraphLine): Decimal | undefined => {
    const value = values.scalar(id);
    return value === undefined ? undefined : new RecordDecimal(value as never);
  };
  return {
    type: project.type,
    mode: project.mode,
    mechanisms: new Set(on.map(({ mechanism }) => mechanism)),
    lines: lines.filter(
      ({ role, tags }) =>
        role !== undefined &&
        (tags["custom"] !== undefined || ids.has(String(tags["component"]))) &&
        !isPaidByOthers(role, tags),
    ),
    plots: plots.map(({ id, label }) => ({ id, label: textOf(label) })),
    parties: parties.map(({ id, label }) => ({ id, label: textOf(label) })),
    undecided: on.flatMap(undecidedIn),
    // Why there is no VAT return is said of the whole file.
    untaxed: absences.some(({ id }) => id === "tax_vat") ? [] : untaxedOf(on, groundedIn(document)),
    measures: new Set(
      on.flatMap(({ mechanism, inputs }) => (mechanism === "works" ? measuresIn(inputs["items"]) : [])),
    ),
    areas: areasOf(lines, amountOf),
    area: (meant) =>
      lines
        .filter((line) => line.axis === "scalar" && meant(line))
        .reduce<Decimal | undefined>((sum, line) => {
          const value = amountOf(line);
          return value === undefined ? undefined : sum?.plus(value);
        }, ZERO),
    earnedMonths: earnedMonths(document, values),
    hasParameter: (id) => loadPacks(document).parameter(id) !== undefined,
    recordedArea: recordedArea(records),
  };
}

/** Figures of records that state what stands on the plots. */
const EXISTING_FIGURES: Readonly<Record<string, string>> = { vote: "totalArea", building_age: "areaTotal" };

/** ㎡ that the records of a file state to stand there. */
export function recordedArea(records: ModelDocument["records"]): Decimal {
  const stated = records.flatMap(({ kind, values }) => {
    const figure = EXISTING_FIGURES[kind ?? ""];
    const value = figure === undefined ? undefined : values?.[figure];
    const literal = value === undefined ? undefined : readDecimal(String(value));
    return literal === undefined ? [] : [new RecordDecimal(writeDecimal(literal))];
  });
  return RecordDecimal.max(ZERO, ...stated);
}

/** Of works and of compensation alike. */
const WITHOUT = /^(works|compensation)\.without$/;
const DUE = /^(works|compensation)\.due$/;

function areasOf(
  lines: readonly GraphLine[],
  amountOf: (line: GraphLine) => Decimal | undefined,
): readonly CostedArea[] {
  const without = new Map(
    lines.flatMap((line) => (WITHOUT.test(line.role ?? "") ? [[placeOf(line), line] as const] : [])),
  );
  return lines.flatMap((line): readonly CostedArea[] => {
    const rest = without.get(placeOf(line));
    if (!DUE.test(line.role ?? "") || rest === undefined) return [];
    const { plot, covers } = line.tags;
    return [{ plot: String(plot), position: String(covers), due: amountOf(line), without: amountOf(rest) }];
  });
}

const placeOf = ({ tags }: GraphLine): string => `${tags["plot"]} ${tags["covers"]}`;

/** Record inputs of a component that name none although nothing is decided without one. */
const undecidedIn = ({ id, label, mechanism, inputs }: ComponentSpec): readonly Place[] =>
  Object.entries(mechanisms.get(mechanism)?.inputs ?? {}).flatMap(([name, spec]) => {
    if (spec.type !== "record" || spec.leftOut !== "undecided" || inputs[name] !== undefined) return [];
    const own = textOf(label ?? id);
    const called = { zh: `${own.zh} · ${spec.label.zh}`, en: `${own.en} · ${spec.label.en}` };
    return [{ id: `${id}.${name}`, name: called }];
  });

/** Cost and tax of a party outside the project are none of its own. */
const isPaidByOthers = (role: string, { crosses, perimeter }: GraphLine["tags"]): boolean =>
  /^(cost|opex|tax)\./.test(role) && (crosses === "outside" || (crosses === undefined && perimeter === "no"));

function measuresIn(items: unknown): readonly string[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((row: Readonly<Record<string, unknown>>) =>
    typeof row["basis"] === "string" ? [row["basis"]] : [],
  );
}
