import { isId } from "../../../models/document/ids.ts";
import { exchangeProblem } from "../../../models/wording/exchange.ts";
import { sheetProblem } from "../../../models/wording/sheet.ts";
import { type BidFacts, EVERY, REFERENCE, yearlyEntries } from "../../exports/bidForm/cells.ts";
import { type ListGrid, listOf } from "../../exports/bidForm/grids.ts";
import type { Entry, GridRow } from "../../exports/template/grid.ts";
import type { EntryValue } from "../../exports/template/kinds.ts";
import type { Gathered } from "../template/edits.ts";
import type { FilledRow } from "../template/rows.ts";
import type { BidDraft } from "./draft.ts";

/** Terms that stand once. */
export function readTerms(rows: readonly FilledRow[], draft: BidDraft, gathered: Gathered): void {
  for (const filled of rows) {
    const [path = ""] = filled.keys;
    const entry = filled.row?.entries["value"];
    if (entry === undefined) continue;
    const after = gathered.read(filled, "value", entry);
    if (after !== entry.value) draft.set(path, after, filled.at("value"));
  }
}

/** Amounts by year. */
export function readYears(rows: readonly FilledRow[], draft: BidDraft, gathered: Gathered): void {
  for (const filled of rows) {
    const [path = ""] = filled.keys;
    if (filled.row === undefined) continue;
    const read = readYearly(filled, filled.row.entries, gathered);
    if (read !== undefined) draft.set(path, read.value, read.at);
  }
}

/** What the cells of a row of amounts say together; undefined where they say what they said, or where one is wrong. */
function readYearly(
  filled: FilledRow,
  entries: GridRow["entries"],
  gathered: Gathered,
): { readonly value: unknown; readonly at: string } | undefined {
  const faults = gathered.problems.length;
  const codes = Object.keys(entries).filter((code) => code === REFERENCE || code === EVERY || /^y\d+$/.test(code));
  const read = codes.map((code) => [code, gathered.read(filled, code, entries[code] as Entry)] as const);
  const changed = read.find(([code, value]) => value !== entries[code]?.value);
  if (changed === undefined || gathered.problems.length > faults) return undefined;
  const values = new Map<string, EntryValue>(read);
  const every = values.get(EVERY);
  const years = read.flatMap(([code, value]) =>
    /^y\d/.test(code) && value !== undefined ? [[code.slice(1), value]] : [],
  );
  const input = (entries[EVERY] as Entry).label;
  const at = filled.at(EVERY);
  if (values.get(REFERENCE) === true) {
    if (every === undefined && years.length === 0) return { value: "reference", at: filled.at(changed[0]) };
    gathered.problems.push(exchangeProblem("reference_both", filled.at(REFERENCE), { input }));
    return undefined;
  }
  if (every !== undefined && years.length > 0) {
    gathered.problems.push(exchangeProblem("yearly_both", at, { input }));
    return undefined;
  }
  const value = every ?? (years.length > 0 ? Object.fromEntries(years) : undefined);
  return { value, at: filled.at(changed[0]) };
}

type Row = Record<string, unknown>;

/** A list whose rows the bidder chooses: rows that are there are compared, others are new, and those that are gone are left out. */
export function readList(
  rows: readonly FilledRow[],
  grid: ListGrid,
  facts: BidFacts,
  draft: BidDraft,
  gathered: Gathered,
): void {
  const faults = gathered.problems.length;
  const held = listOf(facts, grid.list) as readonly (Row & { readonly id: string })[];
  const found: Row[] = [];
  for (const filled of rows) {
    const row = readRow(filled, held, found, grid, facts, gathered);
    if (row !== undefined) found.push(row);
  }
  // A row that could not be read would be taken for one that is gone.
  if (gathered.problems.length > faults) return;
  if (JSON.stringify(held) === JSON.stringify(found)) return;
  for (const { id } of held) if (!found.some((row) => row["id"] === id)) gathered.changes.push(gone(id, grid, facts));
  draft.setList(grid.list, found, grid.name);
}

const gone = (id: string, { list, title, name }: ListGrid, { bid }: BidFacts) => ({
  at: name,
  place: `bids/${bid.id}/${list}/${id}`,
  label: { zh: `${title} · ${id}`, en: `${title} · ${id}` },
  kind: { type: "text" } as const,
  before: id,
  after: undefined,
});

function readRow(
  filled: FilledRow,
  held: readonly Row[],
  found: readonly Row[],
  grid: ListGrid,
  facts: BidFacts,
  gathered: Gathered,
): Row | undefined {
  const [named = ""] = filled.keys;
  const id = named === "" ? freeId([...held, ...found]) : named;
  const at = filled.at("row");
  if (filled.row === undefined && !isId(id)) {
    gathered.problems.push(sheetProblem("row_id", at, { found: id }));
    return undefined;
  }
  const path = `${grid.list}/${id}`;
  gathered.cells.set(`bids/${facts.bid.id}/${path}`, at);
  const row: Row = structuredClone(held.find((one) => one["id"] === id) ?? { id });
  for (const [code, entry] of Object.entries(entriesOf(filled, path, grid, facts))) {
    if (code === EVERY || /^y\d+$/.test(code)) continue;
    const after = gathered.read(filled, code, entry);
    if (after !== entry.value) setIn(row, code.split("/"), after);
  }
  if (grid.isYearly) {
    const read = readYearly(filled, entriesOf(filled, path, grid, facts), gathered);
    if (read !== undefined) setIn(row, ["amounts"], read.value);
  }
  // A new row without a word in it is an empty line of the sheet.
  return filled.row === undefined && Object.keys(row).length === 1 && named === "" ? undefined : row;
}

/** Entries of the row, also of one that is new. */
function entriesOf(filled: FilledRow, path: string, grid: ListGrid, facts: BidFacts): GridRow["entries"] {
  if (filled.row !== undefined) return filled.row.entries;
  const { title, fresh = {}, columns } = grid;
  const [, id = ""] = /\/([^/]+)$/.exec(path) ?? [];
  const entries = columns.flatMap(({ code, head }) => {
    const kind = fresh[code];
    const label = { zh: `${title} · ${id} · ${head}`, en: `${title} · ${id} · ${head}` };
    return kind === undefined
      ? []
      : [[code, { place: `bids/${facts.bid.id}/${path}/${code}`, label, kind, value: undefined }] as const];
  });
  const own = Object.fromEntries(entries.filter(([code]) => code !== EVERY && !/^y\d+$/.test(code)));
  if (!grid.isYearly) return own;
  return { ...own, ...yearlyEntries(`${path}/amounts`, { zh: `${title} · ${id}`, en: `${title} · ${id}` }, facts) };
}

function setIn(row: Row, [word = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) {
    const inner = { ...((row[word] as Row | undefined) ?? {}) };
    setIn(inner, rest, value);
    row[word] = inner;
  } else if (value === undefined) delete row[word];
  else row[word] = value;
}

function freeId(rows: readonly Row[]): string {
  const taken = new Set(rows.map((row) => row["id"]));
  for (let number = 1; ; number += 1) if (!taken.has(`r${number}`)) return `r${number}`;
}
