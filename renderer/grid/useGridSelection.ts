import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
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
}

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
    else if (control && key === "c") void copy();
    else if (control && key === "a")
      select({ anchor: { row: 0, column: -1 }, focus: { row: rows.length - 1, column: columns.length - 1 } });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** What is selected in a grid, and how keys and the mouse change it. */
export function useGridSelection(wiring: Wiring) {
  const [chosen, setSelection] = useState<Selection>(start);
  const dragging = useRef(false);
  const selection = within(chosen, wiring.rows.length, wiring.columns.length);
  const onKeyDown = useKeys(wiring, selection, setSelection);
  const onPress = (place: Place, extend: boolean) => {
    dragging.current = true;
    setSelection({ anchor: extend ? selection.anchor : place, focus: place });
  };
  const onDrag = (place: Place) => {
    if (dragging.current) setSelection({ anchor: selection.anchor, focus: place });
  };
  const onRelease = (place: Place, extend: boolean) => {
    dragging.current = false;
    const { anchor } = selection;
    if (!extend && anchor.row === place.row && anchor.column === place.column) wiring.ask(place);
  };
  const onLeave = () => {
    dragging.current = false;
  };
  return { selection, onKeyDown, onPress, onDrag, onRelease, onLeave };
}
