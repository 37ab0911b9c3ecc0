import type { Book } from "../../../app/exports/workbook/book.ts";
import { isMonth } from "../../../app/exports/workbook/inputKinds.ts";
import { FIRST_PERIOD } from "../../../app/exports/workbook/places.ts";
import { serialOfMonth } from "../../../app/exports/workbook/styles.ts";
import { newShelf } from "../../../app/model/prepare.ts";
import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import { type Prepared, prepareScenario } from "../../../models/compile/prepare.ts";
import { locate, withValue } from "../../../models/document/location.ts";
import { writePath } from "../../../models/document/path.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { writeMonth } from "../../../models/language/calendar.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";

/** What is typed over cells of a row of the sheet of inputs, columns from 0; and the value of the document that says the same. */
interface Change {
  readonly id: string;
  readonly path: string;
  readonly value: unknown;
  readonly cells: ReadonlyMap<number, number>;
}

/** A document and its workbook after the same changes. */
export interface Changed {
  readonly document: ModelDocument;
  readonly changes: readonly Change[];
}

const ENTRY = 3;
const shelf = newShelf();

export function prepared(document: ModelDocument): Prepared {
  const made = prepareScenario(document, "base", shelf);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

/** Ids of the rows that have a coloured cell. */
export const colouredIn = ({ sheets }: Book): readonly string[] =>
  rowsOf(sheets).flatMap((row) => (row.some((cell) => cell?.style === "entry") ? [row[0]?.text ?? ""] : []));

const rowsOf = (sheets: Book["sheets"]) => sheets.find(({ name }) => name === "输入")?.rows ?? [];

/**
 * Rows with a coloured cell, each changed within its range, in as few documents as take them together; what cannot be changed at all so that the model
 * takes it is `left`. Switches stand alone, for what is switched off hides every change in it.
 */
export function everyChange(document: ModelDocument, book: Book, ids: readonly string[]) {
  const original = prepared(document);
  const left: string[] = [];
  let groups: Changed[] = [];
  for (const id of ids) {
    if (groups.some(({ changes }) => changes.some((change) => change.id === id))) continue;
    const line = original.graph.lines[original.graph.indexById.get(id) ?? -1];
    if (line === undefined) throw new Error(`${id} is no line`);
    const candidates = candidatesOf(line, original, book);
    const at = groups.findIndex((group) => isSwitch(line) === isSwitchGroup(group));
    const taken = taking(groups[at] ?? { document, changes: [] }, candidates, original);
    if (taken !== undefined) {
      groups = at < 0 ? [...groups, taken] : groups.with(at, taken);
      continue;
    }
    const alone = taking({ document, changes: [] }, candidates, original);
    if (alone === undefined) left.push(id);
    else groups = [...groups, alone];
  }
  return { groups, left };
}

const isSwitch = ({ path = "" }: GraphLine): boolean => path.endsWith("/enabled");
const isSwitchGroup = ({ changes }: Changed): boolean => changes.some(({ path }) => path.endsWith("/enabled"));

/** The group with the first candidate that leaves every input its value; one that is only spoken of counts too, after those that are not. */
function taking(group: Changed, candidates: readonly (readonly Change[])[], original: Prepared): Changed | undefined {
  const written = candidates.flatMap((changes): readonly (Changed & { readonly problems: number })[] => {
    const made = changes.reduce<ModelDocument | undefined>((document, { path, value }) => {
      const next = document && writePath(document, path, value as never, mechanisms);
      // What is only spoken of, such as an input that is asked for now, is no fault of this one.
      const isOwn = next?.ok === false && next.problems.some((problem) => problem.path === path);
      return next?.ok ? next.value : document && !isOwn ? put(document, path, value) : undefined;
    }, group.document);
    if (made === undefined) return [];
    const { graph, bindings, problems } = prepared(made);
    if ((bindings.unbound?.size ?? 0) > (original.bindings.unbound?.size ?? 0)) return [];
    if (graph !== original.graph) throw new Error(`${changes[0]?.id} changes which lines there are`);
    return [{ document: made, changes: [...group.changes, ...changes], problems: problems.length }];
  });
  return written.find(({ problems }) => problems <= original.problems.length) ?? written[0];
}

function put(document: ModelDocument, path: string, value: unknown): ModelDocument | undefined {
  const located = locate(document, path);
  return located.found ? (withValue(document, located.steps, value as never) as ModelDocument) : undefined;
}

function candidatesOf(line: GraphLine, original: Prepared, book: Book): readonly (readonly Change[])[] {
  const { id, path = "", index } = line;
  const { bindings, document } = original;
  const single = (value: unknown, number: number): readonly Change[] => [oneCell(id, path, value, number)];
  const entry = rowsOf(book.sheets).find(([first]) => first?.text === id)?.[ENTRY];
  if (line.axis !== "scalar" && entry?.number === undefined) return [seriesChanges(line, original)];
  const spec = inputSpecOf(document, path, mechanisms);
  const now = Number(line.axis === "scalar" ? bindings.scalars.get(index) : bindings.series.get(index)?.[0]);
  if (spec?.type === "number" && spec.whole === true) return [sharesMoved(line, original)];
  if (isSwitch(line) || spec?.type === "flag") return [single(now === 0, now === 0 ? 1 : 0)];
  if (isMonth(line))
    return [3, -3, 12, 1, -1]
      .map((by) => now + by)
      .filter((month) => month >= original.timeline.startMonth && month <= original.timeline.endMonth)
      .map((month) => single(writeMonth(month), serialOfMonth(month)));
  const tried = now === 0 ? [0.01, 1, 12, 1000] : [now * 0.9, now * 1.1, now + 1, now - 1];
  return tried.map((value) => Number(value.toPrecision(6))).map((number) => single(text(number), number));
}

const oneCell = (id: string, path: string, value: unknown, number: number): Change => ({
  id,
  path,
  value,
  cells: new Map([[ENTRY, number]]),
});

/** Half of a share goes to another row of its table, so that they stay a whole. */
function sharesMoved({ id, path = "", index }: GraphLine, { graph, bindings }: Prepared): readonly Change[] {
  const rows = (of: string) => of.split("/").toSpliced(4, 1).join("/");
  const other = graph.lines.find((line) => line.path !== path && rows(line.path ?? "") === rows(path));
  if (other === undefined) throw new Error(`${id} is the only share of its table`);
  const [own = 0, theirs = 0] = [index, other.index].map((at) => Number(bindings.scalars.get(at)));
  const [less, more] = [own / 2, theirs + own / 2];
  return [oneCell(id, path, text(less), less), oneCell(other.id, other.path ?? "", text(more), more)];
}

/** Amounts and rates of every period; of shares some go from one period to another, so that they stay a whole. */
function seriesChanges({ id, path = "", index }: GraphLine, { bindings, document }: Prepared): readonly Change[] {
  const spec = inputSpecOf(document, path, mechanisms);
  const values = (bindings.series.get(index) ?? []).map(Number);
  if (spec?.type !== "profile") return [];
  const { meaning } = spec;
  const first = values.findIndex((value) => value !== 0);
  const moved = (value: number, i: number): number => {
    if (meaning !== "share")
      return Number((value * 0.9 + (value === 0 && meaning === "amount" ? 100 : 0)).toPrecision(6));
    const half = (values[first] ?? 0) / 2;
    return i === first ? value - half : i === first + 1 ? value + half : value;
  };
  const wanted = values.map(moved);
  const profile = { from: document.timeline.start, every: document.timeline.step, values: wanted.map(text), meaning };
  return [{ id, path, value: { profile }, cells: new Map(wanted.map((number, i) => [FIRST_PERIOD - 1 + i, number])) }];
}

const text = (number: number): string => number.toFixed(12).replace(/\.?0+$/, "");

/** The workbook after somebody typed the changes over its entries. */
export function typedOver(book: Book, changes: readonly Change[]): Book {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const sheets = book.sheets.map((sheet) => {
    if (sheet.name !== "输入") return sheet;
    const rows = sheet.rows.map((row) => {
      const change = byId.get(row[0]?.text ?? "");
      return change === undefined
        ? row
        : row.map((cell, c) =>
            cell !== undefined && change.cells.has(c) ? { ...cell, number: change.cells.get(c) ?? 0 } : cell,
          );
    });
    return { ...sheet, rows };
  });
  return { ...book, sheets };
}
