// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be virtualised in both directions; the ARIA grid pattern stands in
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell by aria-activedescendant
import { memo } from "react";
import { Icon } from "../icons/Icon.tsx";
import { bounds, type GridColumn, type GridRow, type Place, type Selection } from "./model.ts";

interface HeadProps {
  readonly columns: readonly GridColumn[];
  readonly first: number;
  readonly last: number;
  readonly columnWidth: number;
}

/** The frozen head: names of periods. */
export const GridHead = memo(function GridHead({ columns, first, last, columnWidth }: HeadProps) {
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      <div className="grid-name" role="columnheader" aria-colindex={1} />
      {columns.slice(first, last + 1).map((column, offset) => (
        <div
          key={column.id}
          className="grid-cell"
          role="columnheader"
          aria-colindex={first + offset + 2}
          style={{ transform: `translateX(${(first + offset) * columnWidth}px)` }}
        >
          {column.label}
        </div>
      ))}
    </div>
  );
});

interface RowProps {
  readonly id: string;
  readonly row: GridRow;
  readonly index: number;
  readonly top: number;
  readonly first: number;
  readonly last: number;
  readonly columnWidth: number;
  readonly selection: Selection;
  readonly onPress: (place: Place, extend: boolean) => void;
  readonly onDrag: (place: Place) => void;
  readonly onRelease: (place: Place, extend: boolean) => void;
}

function marks(place: Place, selection: Selection): string {
  const { top, bottom, left, right } = bounds(selection);
  const inside = place.row >= top && place.row <= bottom && place.column >= left && place.column <= right;
  const active = place.row === selection.focus.row && place.column === selection.focus.column;
  return `${inside ? " selected" : ""}${active ? " active" : ""}`;
}

function Name({ row }: { readonly row: GridRow }) {
  return (
    <>
      <span className="grid-label" style={{ paddingInlineStart: row.level * 14 }} title={row.title ?? row.label}>
        {row.open !== undefined && <Icon name={row.open ? "down" : "right"} size={11} />}
        <span className="capital">{row.label}</span>
      </span>
      <span className="grid-unit">{row.unit}</span>
    </>
  );
}

function sameRow(before: RowProps, now: RowProps): boolean {
  if (before.row !== now.row || before.top !== now.top || before.first !== now.first || before.last !== now.last)
    return false;
  if (before.selection === now.selection) return before.index === now.index;
  const touches = ({ selection, index }: RowProps) => {
    const { top, bottom } = bounds(selection);
    return index >= top && index <= bottom;
  };
  return !touches(before) && !touches(now);
}

/** One line, cells in sight only. */
export const GridRowView = memo(function GridRowView(props: RowProps) {
  const { id, row, index, first, last, columnWidth, selection } = props;
  const handlers = (place: Place) => ({
    onMouseDown: (event: React.MouseEvent) => props.onPress(place, event.shiftKey),
    onMouseEnter: () => props.onDrag(place),
    onMouseUp: (event: React.MouseEvent) => props.onRelease(place, event.shiftKey),
  });
  const name: Place = { row: index, column: -1 };
  return (
    <div
      className={row.open === undefined ? "grid-row" : "grid-row heading"}
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.level + 1}
      {...(row.open === undefined ? {} : { "aria-expanded": row.open })}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div
        id={`${id}-${index}--1`}
        className={`grid-name${marks(name, selection)}`}
        role="rowheader"
        aria-colindex={1}
        {...handlers(name)}
      >
        <Name row={row} />
      </div>
      {row.cells.slice(first, last + 1).map((cell, offset) => {
        const column = first + offset;
        const place: Place = { row: index, column };
        return (
          <div
            key={column}
            id={`${id}-${index}-${column}`}
            className={`grid-cell${cell.negative ? " negative-cell" : ""}${marks(place, selection)}`}
            role="gridcell"
            aria-colindex={column + 2}
            style={{ transform: `translateX(${column * columnWidth}px)` }}
            {...handlers(place)}
          >
            {cell.text}
          </div>
        );
      })}
    </div>
  );
}, sameRow);
