import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import { locate, valueAt } from "../../../models/document/location.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { readDecimal } from "../../../models/language/decimal.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { ColumnSpec, InputSpec } from "../../../models/terms/inputs.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Entry } from "../template/grid.ts";
import { FLAG } from "../template/kindOf.ts";
import { isFixed, isFound, isMonth, PRICE_BASE } from "./inputKinds.ts";

/** How an entry of the sheet of inputs is read back, where a place of the document takes it: these are coloured as changeable, and no others. */
export function changeable(line: GraphLine, document: ModelDocument): Omit<Entry, "value"> | undefined {
  const { path = "", label } = line;
  if (isFixed(line) || isFound(line)) return undefined;
  if (path === PRICE_BASE) return { place: path, label, kind: { type: "month", mayFollow: false, reach: "any" } };
  const spec = inputSpecOf(document, path, mechanisms);
  if (isMonth(line) && spec?.type === "month") {
    const reach = spec.late === undefined ? "horizon" : "late";
    return { place: path, label, kind: { type: "month", mayFollow: false, reach } };
  }
  if (spec?.type === "number" && spec.whole === true && isAlone(path, document)) return undefined;
  if (spec?.type === "number" && asksForMore(path, document)) return undefined;
  if (spec?.type === "flag" || ENABLED.test(path)) return { place: path, label, kind: FLAG };
  const isNumber =
    spec?.type === "number" || spec?.type === "profile" || NUMBERS.test(path) || isConvention(path, document);
  return isNumber ? { place: path, label, kind: { type: "number", places: 0, format: "General" } } : undefined;
}

/** The one share of its whole, which is the whole. */
function isAlone(path: string, document: ModelDocument): boolean {
  const located = locate(document, path.split("/").slice(0, TABLE_STEPS).join("/"));
  const rows = located.found ? valueAt(document, located.steps) : undefined;
  return Array.isArray(rows) && rows.length < 2;
}

/** A number that is 0 and once it is not asks for an input beside it that is not given: then there are other lines. */
function asksForMore(path: string, document: ModelDocument): boolean {
  const [steps, name = ""] = [path.split("/").slice(0, -1), path.split("/").at(-1)];
  const beside = besideOf(path, document);
  const given = (input: string): unknown => {
    const located = locate(document, [...steps, input].join("/"));
    return located.found ? valueAt(document, located.steps) : undefined;
  };
  if (Number(given(name)) !== 0) return false;
  return Object.entries(beside).some(
    ([input, spec]) => spec.with?.includes(name) === true && given(input) === undefined,
  );
}

/** Inputs of its component, or columns of its table. */
function besideOf(path: string, document: ModelDocument): Readonly<Record<string, InputSpec | ColumnSpec>> {
  const steps = path.split("/");
  const table =
    steps.length > TABLE_STEPS ? inputSpecOf(document, steps.slice(0, TABLE_STEPS).join("/"), mechanisms) : undefined;
  if (table?.type === "table") return table.columns;
  const component = document.components.find(({ id }) => id === steps[1]);
  return mechanisms.get(component?.mechanism ?? "")?.inputs ?? {};
}

/** components/…/inputs/… */
const TABLE_STEPS = 4;

const ENABLED = /^components\/[^/]+\/enabled$/;

/** Numbers beside those of components that stand on the sheet. */
const NUMBERS = /^(conventions\/minimumCash|project\/households|parties\/[^/]+\/openingCash)$/;

/** A convention that is a number and is stated: a rate, a target. */
function isConvention(path: string, document: ModelDocument): boolean {
  if (!path.startsWith("conventions/")) return false;
  const located = locate(document, path);
  const held = located.found ? valueAt(document, located.steps) : undefined;
  return typeof held === "string" && readDecimal(held) !== undefined;
}

/** Why an input that formulas read is not to be changed on the sheet, where that is not plain. */
export function whyHeld({ path = "" }: GraphLine): Text | undefined {
  return path.startsWith("timeline/phases/") ? PHASE : undefined;
}

const PHASE: Text = {
  zh: "随阶段的日期与分期序列要由平衡重排,请在平衡中改后重新导出",
  en: "dates and series that follow phases are laid out anew in Pingheng: change it there and export again",
};

/** Shares of one whole: of a column the rows beside it, of a series its periods. `rest`: they may add up to less. */
export interface Whole {
  readonly column: string;
  readonly hasRest: boolean;
}

export function wholeOf({ path = "" }: GraphLine, document: ModelDocument): Whole | undefined {
  const spec = inputSpecOf(document, path, mechanisms);
  if (spec === undefined || !isShare(spec as InputSpec)) return undefined;
  const { rest } = spec as { readonly rest?: Text };
  // …/inputs/table/row/column: the rows of one table
  const column = path.split("/").toSpliced(TABLE_STEPS, 1, "*").join("/");
  return { column, hasRest: rest !== undefined };
}

const isShare = (spec: InputSpec): boolean =>
  spec.type === "profile" ? spec.meaning === "share" : spec.type === "number" && spec.whole === true;
