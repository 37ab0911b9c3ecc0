import type { RowValue } from "../../models/document/inputSchema.ts";
import type { ComponentSpec, ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { asRequired, type ColumnSpec, type InputSpec, isOptionalIn } from "../../models/terms/inputs.ts";
import type { Outcome } from "./outcome.ts";

/** A file with something taken out of it. */
export interface Removal {
  /** Where it was. */
  readonly path: string;
  readonly document: ModelDocument;
}

/** All of them in the long run (PINGHENG_REMOVALS=all), else every n-th, beginning elsewhere in each file. */
export const sampleOf = <T>(list: readonly T[], file: number, step: number): readonly T[] =>
  process.env["PINGHENG_REMOVALS"] === "all" ? list : list.filter((_, index) => index % step === file % step);

type Inputs = ComponentSpec["inputs"];

/** A record left out is no missing value: it counts like one that does not hold, and its money is told as uncounted. */
function isRequired(spec: InputSpec | ColumnSpec, type: string, beside: Readonly<Record<string, unknown>>): boolean {
  const asked = asRequired(spec, (name) => beside[name] !== undefined);
  return !isOptionalIn(asked, type) && spec.type !== "record" && !(spec.type === "number" && spec.policy !== undefined);
}

function leavingOut<T extends object>(values: T, name: string): T {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name)) as T;
}

/** The file without one of its required inputs, one of its required tables' rows, or one required cell of a table's first row. */
export function requiredOut(document: ModelDocument): readonly Removal[] {
  const { type } = document.project;
  return document.components.flatMap((component) => {
    if (!component.enabled) return [];
    const specs = mechanisms.get(component.mechanism)?.inputs ?? {};
    const put = (path: string, inputs: Inputs): Removal => ({
      path: `components/${component.id}/inputs/${path}`,
      document: {
        ...document,
        components: document.components.map((one) => (one === component ? { ...one, inputs } : one)),
      },
    });
    return Object.entries(specs).flatMap(([name, spec]) => {
      const own = component.inputs[name];
      if (own === undefined) return [];
      const isNeeded = isRequired(spec, type, component.inputs);
      const whole = isNeeded ? [put(name, leavingOut(component.inputs, name))] : [];
      if (spec.type !== "table" || !Array.isArray(own)) return whole;
      const [row, ...others] = own as readonly RowValue[];
      const cells = Object.entries(spec.columns).flatMap(([column, cell]) =>
        row?.[column] === undefined || !isRequired(cell, type, row)
          ? []
          : [put(`${name}/${row.id}/${column}`, { ...component.inputs, [name]: [leavingOut(row, column), ...others] })],
      );
      return [...whole, ...(isNeeded ? [put(name, { ...component.inputs, [name]: [] })] : []), ...cells];
    });
  });
}

/** What is wrong where something required is missing: it is not said, a verdict that rests on it is decided, or one is met that was not. */
export function unsaid(before: Outcome, after: Outcome, path: string): readonly string[] {
  const isSaid = after.problems.some((problem) => {
    const at = problem.slice(problem.indexOf(" ") + 1);
    return path.startsWith(at) || at.startsWith(path);
  });
  const verdicts = [...after.verdicts].flatMap(([id, pass]) => {
    if (pass === null) return [];
    if (after.missing.get(id)?.some((missing) => path.startsWith(missing)) === true) return [`${id} is decided`];
    if (pass && before.verdicts.get(id) !== true) return [`${id} turned on`];
    return pass && !Number.isFinite(margin(after, id)) ? [`${id} is met by nothing`] : [];
  });
  return [...(isSaid ? [] : ["is not said"]), ...verdicts].map((fault) => `${path}: ${fault}`);
}

const LISTS = ["parties", "plots", "records"] as const;

export interface NamedRemoval extends Removal {
  readonly list: (typeof LISTS)[number];
  readonly id: string;
}

/** The file without one of the parties, plots or records its components name. */
export function namedOut(document: ModelDocument): readonly NamedRemoval[] {
  return LISTS.flatMap((list) =>
    document[list].map(({ id }) => ({
      path: `${list}/${id}`,
      list,
      id,
      document: { ...document, [list]: document[list].filter((one) => one.id !== id) },
    })),
  );
}

const KINDS = { parties: "party", plots: "plot", records: "record" } as const;

/** Components in use that name it by an input of its kind. */
export function namers({ components }: ModelDocument, { list, id }: NamedRemoval): readonly string[] {
  return components.flatMap(({ id: component, mechanism, inputs, enabled }) =>
    enabled &&
    Object.entries(mechanisms.get(mechanism)?.inputs ?? {}).some(
      ([name, { type }]) => type === KINDS[list] && inputs[name] === id,
    )
      ? [component]
      : [],
  );
}

const margin = (outcome: Outcome, id: string): number =>
  outcome.lines.get(`verdict.${id}.margin`)?.values[0] ?? Number.NaN;

/** What is met without it that was not met with it, or is met by a larger margin. */
export function better(before: Outcome, after: Outcome): readonly string[] {
  return [...after.verdicts].flatMap(([id, pass]) => {
    if (pass !== true) return [];
    if (before.verdicts.get(id) !== true) return [`${id} turned on`];
    const [was, is] = [margin(before, id), margin(after, id)];
    return is <= was + Math.max(0.01, 1e-9 * Math.abs(was)) ? [] : [`${id}: ${was} became ${is}`];
  });
}

/** What a missing thing that is named leaves unsaid or makes better. */
export function unmissed(
  document: ModelDocument,
  before: Outcome,
  removal: NamedRemoval,
  after: Outcome,
): readonly string[] {
  const said = after.problems.join("\n");
  const silent = namers(document, removal).filter((component) => !said.includes(` components/${component}/`));
  return [...silent.map((component) => `${component} does not say it`), ...better(before, after)].map(
    (fault) => `${removal.path}: ${fault}`,
  );
}

/** The file without one row of a table, each with the path of the row. */
export function rowsOut(document: ModelDocument): readonly Removal[] {
  return document.components.flatMap((component) =>
    Object.entries(component.inputs).flatMap(([name, value]) =>
      Array.isArray(value)
        ? (value as readonly RowValue[]).map((row) => ({
            path: `components/${component.id}/inputs/${name}/${row.id}`,
            document: {
              ...document,
              components: document.components.map((one) =>
                one === component
                  ? { ...one, inputs: { ...one.inputs, [name]: value.filter((other) => other !== row) } }
                  : one,
              ),
            },
          }))
        : [],
    ),
  );
}
