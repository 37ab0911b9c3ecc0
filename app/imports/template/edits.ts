import type { Json } from "../../../models/document/location.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Entry } from "../../exports/template/grid.ts";
import type { EntryKind, EntryValue } from "../../exports/template/kinds.ts";
import { type ReadingContext, readEntry } from "./entry.ts";
import type { FilledRow } from "./rows.ts";

/** One value of the document that the sheets change. */
export interface Edit {
  readonly place: string;
  readonly label: Text;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** The cell, or the first of them. */
  readonly at: string;
}

/** One cell that says something else than when the template was made. */
export interface CellChange {
  readonly at: string;
  readonly place: string;
  readonly label: Text;
  readonly kind: EntryKind;
  readonly before: EntryValue;
  readonly after: EntryValue;
}

/** What is gathered from all sheets: every fault, not the first alone. */
export class Gathered {
  readonly problems: Problem[] = [];
  readonly told: Problem[] = [];
  readonly edits: Edit[] = [];
  readonly changes: CellChange[] = [];
  /** The cell of each place that was read. */
  readonly cells = new Map<string, string>();
  #context: ReadingContext;

  constructor(context: ReadingContext) {
    this.#context = context;
  }

  /** From here on months are measured by another horizon. */
  within(span: ReadingContext["span"]): void {
    this.#context = { ...this.#context, span };
  }

  /** The value of an entry after the sheet was read; a fault leaves it as it was. */
  read(row: FilledRow, code: string, entry: Entry): EntryValue {
    const at = row.at(code);
    this.cells.set(entry.place, at);
    if (row.isMerged(code)) return entry.value;
    const reading = readEntry(row.cell(code), entry, at, this.#context);
    if (reading.is === "same") return entry.value;
    if (reading.is === "fault") {
      this.problems.push(reading.problem);
      return entry.value;
    }
    if (reading.told !== undefined) this.told.push(reading.told);
    const { place, label, kind, value: before } = entry;
    this.changes.push({ at, place, label, kind, before, after: reading.value });
    return reading.value;
  }

  /** Whether a cell says what the entry holds already. */
  says(row: FilledRow, code: string, entry: Entry): boolean {
    return readEntry(row.cell(code), entry, row.at(code), this.#context).is === "same";
  }

  /** An entry that is one value of the document. */
  single(row: FilledRow, code: string, entry: Entry): void {
    const after = this.read(row, code, entry);
    if (after !== entry.value) this.edit(entry.place, entry.label, entry.value, after, row.at(code));
  }

  edit(place: string, label: Text, before: EntryValue, after: EntryValue, at: string): void {
    this.cells.set(place, at);
    this.edits.push({ place, label, before: before as Json | undefined, after: after as Json | undefined, at });
  }
}
