// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be virtualised in both directions; the ARIA grid pattern stands in
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef } from "react";
import { offerGrid } from "../find/grids.ts";
import { useWords } from "../language/i18n.ts";
import { TableTools } from "../tables/TableTools.tsx";
import { type ColumnWindow, GridHead, GridRowView } from "./GridRowView.tsx";
import { bounds, columnWidthOf, type GridColumn, type GridRow, type Place, selectedCells } from "./model.ts";
import { useGridSelection } from "./useGridSelection.ts";

/** Sizes in CSS pixels, the same as in grid.css. */
const rowHeight = 24;
const columnStep = 4;

interface GridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** A number was asked about: Enter or click on it; without a column, the line itself. */
  readonly onAsk: (row: GridRow, column: GridColumn | undefined) => void;
  /** A heading was opened or closed. */
  readonly onToggle: (row: GridRow) => void;
  readonly onCopied?: (cells: number) => void;
  /** A number begins to be typed in a cell, or F2 was pressed there: then nothing is typed yet. */
  readonly onType?: (row: GridRow, column: GridColumn | undefined, typed: string) => void;
  /** Width of the frozen column of names, in CSS pixels. */
  readonly nameWidth?: number;
}

/** Which rows and columns are in sight; the first column, where it stays beside the names, is none of those that come and go. */
function useWindows(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  columns: readonly GridColumn[],
  nameWidth: number,
  columnWidth: number,
) {
  const getScrollElement = () => scroller.current;
  const down = useVirtualizer({
    count,
    getScrollElement,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
    useFlushSync: false,
  });
  const frozen = columns[0]?.frozen ? 1 : 0;
  const headWidth = nameWidth + frozen * columnWidth;
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length - frozen,
    getScrollElement,
    estimateSize: () => columnWidth,
    overscan: 1,
    paddingStart: headWidth,
    scrollPaddingStart: headWidth,
    useFlushSync: false,
  });
  // Columns that were measured keep their width until they are measured anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width is what changes
  useLayoutEffect(() => across.measure(), [columnWidth]);
  return { down, across, frozen };
}

/**
 * Lines by periods. Only what is in sight is in the page, in both directions; the first columns and the head stay.
 * Arrow keys move as in a spreadsheet, Shift extends, Ctrl+C copies a block, Enter asks why.
 */
export function Grid({ label, columns, rows, onAsk, onToggle, onCopied, onType, nameWidth = 340 }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const columnWidth = useMemo(() => columnWidthOf(rows), [rows]);
  const { down, across, frozen } = useWindows(scroller, rows.length, columns, nameWidth, columnWidth);
  const seen = across.getVirtualItems();
  const columnsSeen = {
    ...columnWindow(seen[0]?.index ?? 0, seen.at(-1)?.index ?? -1, columns.length, frozen),
    columnWidth,
  };
  const ask = (place: Place) => {
    const row = rows[place.row];
    if (row?.open === undefined) row && onAsk(row, columns[place.column]);
    else onToggle(row);
  };
  const type =
    onType === undefined
      ? undefined
      : (place: Place, typed: string) => {
          const row = rows[place.row];
          if (row !== undefined) onType(row, columns[place.column], typed);
        };
  const reveal = (place: Place) => {
    down.scrollToIndex(place.row);
    if (place.column >= frozen) across.scrollToIndex(place.column - frozen);
  };
  const { selection, show, ...handlers } = useGridSelection({
    columns,
    rows,
    scroller,
    rowHeight,
    reveal,
    ask,
    onCopied,
    type,
  });
  useFoundRows(rows, show, scroller);
  const { top, bottom } = bounds(selection);
  return (
    <>
      <GridTools label={label} columns={columns} rows={rows} />
      <div
        ref={scroller}
        className="grid"
        style={{ "--grid-name": `${nameWidth}px`, "--grid-column": `${columnWidth}px` } as React.CSSProperties}
        role="treegrid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={`${id}-${selection.focus.row}-${selection.focus.column}`}
        tabIndex={0}
        {...handlers}
      >
        <div
          className="grid-inner"
          role="presentation"
          style={{ width: across.getTotalSize(), height: rowHeight + down.getTotalSize() }}
        >
          <GridHead columns={columns} {...columnsSeen} />
          {down.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const touched = index >= top && index <= bottom ? selection : null;
            return (
              <GridRowView
                key={row.id}
                id={id}
                row={row}
                columns={columns}
                index={index}
                top={rowHeight + start}
                selection={touched}
                {...columnsSeen}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** The whole grid as a table to copy or keep. */
function GridTools({ label, columns, rows }: Pick<GridProps, "label" | "columns" | "rows">) {
  const { t } = useWords();
  const whole = { anchor: { row: 0, column: -1 }, focus: { row: rows.length - 1, column: columns.length - 1 } };
  return (
    <TableTools
      title={() => label}
      rows={() => {
        const [head = [], ...body] = selectedCells(rows, columns, whole);
        return [[t("table.item"), t("table.unit"), ...head.slice(2)], ...body];
      }}
    />
  );
}

/** Offers the rows to whoever looks for something on the page. */
function useFoundRows(
  rows: readonly GridRow[],
  show: (row: number) => void,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const shown = useRef(show);
  shown.current = show;
  useEffect(
    () => offerGrid({ rows, show: (row) => shown.current(row), focus: () => scroller.current?.focus() }),
    [rows, scroller],
  );
}

/** The columns in sight, widened to whole steps, so that rows are drawn anew once a step and not once a column. */
function columnWindow(first: number, last: number, count: number, frozen: number): Omit<ColumnWindow, "columnWidth"> {
  return {
    first: frozen + Math.floor(first / columnStep) * columnStep,
    last: Math.min(frozen + Math.ceil((last + 1) / columnStep) * columnStep, count) - 1,
    frozen,
  };
}
