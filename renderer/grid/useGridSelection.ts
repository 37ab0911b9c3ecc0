import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from "react";
import { toTsv } from "../forms/tsv.ts";
import { type GridColumn, type GridRow, moved, type Place, type Selection, selectedCells } from "./model.ts";

interface Wiring {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowHeight: number;
  readonly reveal: (place: Place) => void;
  readonly ask: (place: Place) => void;
  readonly onCopied: ((cells: number) => void) | undefined;
  /** A number begins to be typed, or F2 was pressed: then nothing is typed yet. */
  readonly type: ((place: Place, typed: string) => void) | undefined;
}

/** What a number can begin with. */
const BEGINS = /^[\d.\-=]$/;

const start: Selection = { anchor: { row: 0, column: -1 }, focus: { row: 0, column: -1 } };

/** The selection cut to the rows and columns there are now. */
function within(selection: Selection, rows: number, columns: number): Selection {
  const clip = (place: Place): Place => ({
    row: Math.max(0, Math.min(place.row, rows - 1)),
    column: Math.min(place.column, columns - 1),
  });
  return { anchor: clip(selection.anchor), focus: clip(selection.focus) };
}

function useKeys(wiring: Wiring, selection: Selection, select: (next: Selection) => void) {
  const { rows, columns, scroller, rowHeight } = wiring;
  const size = () => ({
    rows: rows.length,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
  });
  const copy = async () => {
    const cells = selectedCells(rows, columns, selection);
    await navigator.clipboard.writeText(toTsv(cells));
    wiring.onCopied?.(cells.reduce((sum, row) => sum + row.length, 0));
  };
  return (event: KeyboardEvent) => {
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const target = event.altKey ? null : moved(selection.focus, event.key, control, size());
    if (target) {
      select({ anchor: event.shiftKey ? selection.anchor : target, focus: target });
      wiring.reveal(target);
    } else if (event.key === "Enter" || event.key === " ") wiring.ask(selection.focus);
    else if (wiring.type !== undefined && event.key === "F2") wiring.type(selection.focus, "");
    else if (wiring.type !== undefined && !control && !event.altKey && BEGINS.test(event.key))
      wiring.type(selection.focus, event.key);
    else if (control && key === "c") void copy();
    else if (control && key === "a")
      select({ anchor: { row: 0, column: -1 }, focus: { row: rows.length - 1, column: columns.length - 1 } });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The cell under the mouse, from the data attributes of cell and row. */
function placeOf(event: MouseEvent): Place | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (!cell || !row) return null;
  return { row: Number(row.dataset["row"]), column: Number(cell.dataset["column"]) };
}

/** What is selected in a grid, and how keys and the mouse change it. */
export function useGridSelection(wiring: Wiring) {
  const [chosen, setSelection] = useState<Selection>(start);
  const dragging = useRef(false);
  const selection = within(chosen, wiring.rows.length, wiring.columns.length);
  const onKeyDown = useKeys(wiring, selection, setSelection);
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event);
    if (!place || event.button !== 0) return;
    dragging.current = true;
    setSelection({ anchor: event.shiftKey ? selection.anchor : place, focus: place });
  };
  const onMouseMove = (event: MouseEvent) => {
    if (!dragging.current) return;
    const place = placeOf(event);
    if (!place || (place.row === selection.focus.row && place.column === selection.focus.column)) return;
    setSelection({ anchor: selection.anchor, focus: place });
  };
  const onMouseUp = (event: MouseEvent) => {
    const place = placeOf(event);
    const { anchor } = selection;
    const clicked =
      dragging.current && place && !event.shiftKey && anchor.row === place.row && anchor.column === place.column;
    dragging.current = false;
    if (clicked) wiring.ask(place);
  };
  const onMouseLeave = () => {
    dragging.current = false;
  };
  const show = (row: number) => {
    const place = { row, column: -1 };
    setSelection({ anchor: place, focus: place });
    wiring.reveal(place);
  };
  return { selection, show, onKeyDown, onMouseDown, onMouseMove, onMouseUp, onMouseLeave };
}
