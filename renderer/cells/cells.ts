import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from "react";
import { parseTsv, toTsv } from "../forms/tsv.ts";
import { bounds, moved, type Place, type Selection } from "../grid/model.ts";
import { beginStep, endStep } from "../session/edit.ts";
import { moveAmongActions } from "./actions.ts";
import { cellAt, enterCell, isText, lineLength, openList, openWords, paint, placeOf } from "./holder.ts";
import { filling, placesIn, type Sheet, tiled } from "./sheet.ts";

/**
 * `ready`: keys move from cell to cell. `typing`: begun by typing, arrows still leave the cell. `editing`: begun by F2 or a click, arrows move in the text.
 */
type Mode = "ready" | "typing" | "editing";

/** Rows that Page Up and Page Down move. */
const PAGE = 10;
const ARROW = /^Arrow/;

const only = (place: Place): Selection => ({ anchor: place, focus: place });
const isSame = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

/** Where one is in a table of inputs, what is chosen, and what the keys of a spreadsheet do there. */
export class Cells {
  sheet: Sheet;
  holder: HTMLElement | null = null;
  #chosen: Selection = only({ row: 0, column: 0 });
  #mode: Mode = "ready";
  /** The column a run of Tabs began in: Enter goes back to it. */
  #begun: number | undefined;
  /** Gives back what was in the cell before it was changed. */
  #restore: (() => void) | undefined;
  /** To be entered once the page has it. */
  #wanted: Place | undefined;
  #dragging = false;
  #inside = false;
  /** The key that opens a list is on its way to it. */
  #opening = false;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  /** After each drawing: marks are put on anew, and a new row is entered. */
  settle(): void {
    const wanted = this.#wanted;
    if (wanted !== undefined && cellAt(this.holder, wanted) !== null) {
      this.#wanted = undefined;
      this.#go(wanted);
    } else if (this.holder?.contains(document.activeElement)) paint(this.holder, this.#chosen);
    else if (this.#inside && this.#chosen.anchor.row >= this.sheet.rows && this.sheet.rows > 0) {
      // The row one was in has gone, as by undoing it.
      this.#go({ row: this.sheet.rows - 1, column: this.#chosen.anchor.column });
    }
  }

  /** Adds a row and enters it. */
  addRow(column = 0): void {
    this.#wanted = { row: this.sheet.rows, column };
    this.sheet.addRow?.();
  }

  keyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || this.#opening) return;
    if (placeOf(event.target) === null) {
      moveAmongActions(event, (row) => this.#go({ row, column: this.sheet.columns - 1 }));
      return;
    }
    if (event.target instanceof Element && event.target.tagName === "BUTTON" && event.key !== "Tab") return;
    const list = openList(event.target);
    if (list !== "closed" && !(event.key === "Enter" && list === "open")) {
      // A word is taken, and the cell is left as it is.
      if (event.key === "Enter") this.#arrive(this.#chosen.anchor);
      return;
    }
    // The control takes its own draft back.
    if (event.key === "Escape") {
      if (this.#escape()) event.preventDefault();
    } else if (this.#takes(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Whether the key was meant for the table. */
  #takes(event: KeyboardEvent): boolean {
    const { key, shiftKey, altKey } = event;
    const control = event.ctrlKey || event.metaKey;
    if (key === "Enter" && !control && !altKey) return this.#enter(shiftKey ? -1 : 1);
    if (key === "Tab" && !control && !altKey) return this.#tab(shiftKey ? -1 : 1);
    if (this.#mode === "editing") return false;
    if (this.#mode === "typing") return ARROW.test(key) && !control && !altKey && !shiftKey && this.#move(event);
    if (key === "F2" || (altKey && key === "ArrowDown")) return this.#edit(event.target);
    if (altKey) return false;
    if (this.#move(event)) return true;
    if (key === "Delete") return this.#clear();
    if (control) return this.#command(key.toLowerCase());
    // What is typed takes the place of what is there.
    if (key.length === 1 && isText(event.target)) event.target.select();
    return false;
  }

  #command(key: string): boolean {
    const { sheet } = this;
    if (key === "a") {
      this.#choose({ anchor: { row: 0, column: 0 }, focus: { row: sheet.rows - 1, column: sheet.columns - 1 } });
      return true;
    }
    if (key !== "d" && key !== "r") return false;
    const cells = filling(this.#chosen, sheet.isSeries || key === "r" ? "right" : "down");
    if (!sheet.readOnly && cells.length > 0) sheet.fill(cells);
    return true;
  }

  #move({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const { rows, columns, isSeries } = this.sheet;
    const from = shiftKey ? this.#chosen.focus : this.#chosen.anchor;
    const to = moved(from, key, ctrlKey || metaKey, { rows, columns, page: PAGE, first: 0 });
    if (to === null) return false;
    const line = isSeries && /^(Arrow(Up|Down)|Page)/.test(key) ? this.#line(from, key) : to;
    const beyond = key === "ArrowRight" && !shiftKey && isSame(line, from) && this.#toActions(from);
    if (beyond) return true;
    if (shiftKey) {
      this.#choose({ anchor: this.#chosen.anchor, focus: line });
      cellAt(this.holder, line)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else this.#go(line);
    return true;
  }

  /** Up and down in a series: to the line above or below. */
  #line(from: Place, key: string): Place {
    const step = /Up$/.test(key) ? -1 : 1;
    const column = from.column + step * lineLength(this.holder);
    return column < 0 || column >= this.sheet.columns ? from : { ...from, column };
  }

  /** Behind the last column: what can be done with the row. */
  #toActions({ row }: Place): boolean {
    const button = cellAt(this.holder, { row, column: 0 })
      ?.closest("tr")
      ?.querySelector<HTMLElement>(".row-actions button:not(:disabled)");
    button?.focus();
    return button != null;
  }

  #enter(step: 1 | -1): boolean {
    const { row, column } = this.#chosen.anchor;
    const { rows, columns, isSeries, readOnly, addRow } = this.sheet;
    if (isSeries) return this.#go({ row, column: Math.min(Math.max(column + step, 0), columns - 1) });
    const begun = this.#begun ?? column;
    if (row + step < 0) return true;
    if (row + step < rows) return this.#go({ row: row + step, column: begun });
    this.#mode = "ready";
    if (addRow !== undefined && !readOnly && this.#isFilled(row)) this.addRow(begun);
    return true;
  }

  /** An empty row is not followed by another. */
  #isFilled(row: number): boolean {
    return Array.from({ length: this.sheet.columns }, (_, column) => this.sheet.text({ row, column })).some(
      (text) => text !== "",
    );
  }

  /** From cell to cell, row after row; out of the table where there is none. */
  #tab(step: 1 | -1): boolean {
    const { rows, columns } = this.sheet;
    const { row, column } = this.#chosen.anchor;
    const at = row * columns + column + step;
    if (at < 0 || at >= rows * columns) return false;
    const begun = this.#begun ?? column;
    this.#go({ row: Math.floor(at / columns), column: at % columns });
    this.#begun = begun;
    return true;
  }

  #escape(): boolean {
    if (this.#mode === "ready") {
      const { anchor, focus } = this.#chosen;
      if (isSame(anchor, focus)) return false;
      this.#choose(only(anchor));
      return true;
    }
    this.#restore?.();
    const cell = this.#chosen.anchor;
    this.#arrive(cell);
    queueMicrotask(() => enterCell(this.holder, cell));
    return true;
  }

  #edit(target: EventTarget): boolean {
    if (this.sheet.readOnly || !(target instanceof Element)) return true;
    this.#choose(only(this.#chosen.anchor));
    if (!isText(target)) {
      this.#opening = true;
      openWords(target);
      this.#opening = false;
      return true;
    }
    this.#begin("editing");
    target.setSelectionRange(target.value.length, target.value.length);
    return true;
  }

  #begin(mode: Mode): void {
    this.#mode = mode;
    if (this.#restore === undefined) beginStep();
    this.#restore ??= this.sheet.hold(this.#chosen.anchor);
  }

  #clear(): boolean {
    if (!this.sheet.readOnly) this.sheet.clear(placesIn(this.#chosen));
    return true;
  }

  #choose(selection: Selection): void {
    this.#chosen = selection;
    paint(this.holder, selection);
  }

  #go(place: Place): boolean {
    this.#arrive(place);
    enterCell(this.holder, place);
    return true;
  }

  #arrive(place: Place): void {
    this.#mode = "ready";
    endStep();
    this.#restore = undefined;
    this.#begun = undefined;
    this.#choose(only(place));
  }

  /** Before the control knows of it: what was in the cell is kept. */
  input(event: { readonly target: EventTarget }): void {
    if (placeOf(event.target) !== null && this.#mode === "ready") this.#begin("typing");
  }

  focused(event: FocusEvent): void {
    const place = placeOf(event.target);
    this.#inside = place !== null;
    if (place !== null && !isSame(place, this.#chosen.anchor)) this.#arrive(place);
  }

  left(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || this.holder?.contains(to)) return;
    this.#inside = false;
    this.#arrive(this.#chosen.anchor);
    paint(this.holder, null);
  }

  mouseDown(event: MouseEvent): void {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      this.#choose({ anchor: this.#chosen.anchor, focus: place });
      return;
    }
    if (event.target.closest("button") !== null) return;
    const isHere = isSame(place, this.#chosen.anchor) && this.holder?.contains(document.activeElement);
    if (isHere && isText(event.target)) this.#begin("editing");
    this.#dragging = !isHere;
    if (isHere) this.#choose(only(place));
    else if (isText(event.target) || event.target.closest(".ant-select") === null) {
      event.preventDefault();
      this.#go(place);
    } else this.#arrive(place);
  }

  mouseOver(event: MouseEvent): void {
    if (event.buttons !== 1) this.#dragging = false;
    const place = placeOf(event.target);
    if (!this.#dragging || place === null || isSame(place, this.#chosen.focus)) return;
    this.#choose({ anchor: this.#chosen.anchor, focus: place });
  }

  /** Of a cell that is being changed, its text is copied, as anywhere. */
  copy(event: ClipboardEvent): boolean {
    if (this.#mode !== "ready" || placeOf(event.target) === null) return false;
    const { top, bottom, left, right } = bounds(this.#chosen);
    const lines = Array.from({ length: bottom - top + 1 }, (_, row) =>
      Array.from({ length: right - left + 1 }, (_, column) =>
        this.sheet.text({ row: top + row, column: left + column }),
      ),
    );
    event.clipboardData.setData("text/plain", toTsv(lines));
    event.preventDefault();
    return true;
  }

  cut(event: ClipboardEvent): void {
    if (this.copy(event)) this.#clear();
  }

  paste(event: ClipboardEvent): void {
    const place = placeOf(event.target);
    if (place === null || this.sheet.readOnly) return;
    const block = parseTsv(event.clipboardData.getData("text/plain"));
    const isOne = block.length === 1 && block[0]?.length === 1;
    // One value goes into the text of one cell, as anywhere.
    if (isOne && (this.#mode !== "ready" || (isText(event.target) && placesIn(this.#chosen).length === 1))) return;
    event.preventDefault();
    const { top, left } = bounds(this.#chosen);
    this.sheet.paste({ row: top, column: left }, tiled(block, this.#chosen));
  }
}
