// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be virtualised in both directions; the ARIA grid pattern stands in
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell by aria-activedescendant
import { memo } from "react";
import { Icon } from "../icons/Icon.tsx";
import { bounds, type GridCell, type GridColumn, type GridRow, type Place, type Selection } from "./model.ts";
import { Spark } from "./Spark.tsx";

/** The columns drawn, and where they are. */
export interface ColumnWindow {
  readonly first: number;
  readonly last: number;
  readonly columnWidth: number;
  /** 1 where the first column stays beside the names. */
  readonly frozen: number;
}

function offset({ first, frozen, columnWidth }: ColumnWindow): React.CSSProperties {
  return { marginInlineStart: (first - frozen) * columnWidth };
}

const bandOf = (column: GridColumn | undefined): string =>
  column?.band !== undefined && column.band % 2 === 1 ? " odd-year" : "";

/** The frozen head: names of periods. */
export const GridHead = memo(function GridHead(props: ColumnWindow & { readonly columns: readonly GridColumn[] }) {
  const { columns, first, last, frozen } = props;
  return (
    <div className="grid-head" role="row" aria-rowindex={1}>
      <div className="grid-name" role="columnheader" aria-colindex={1} />
      {frozen === 1 && (
        <div className="grid-cell frozen" role="columnheader" aria-colindex={2}>
          {columns[0]?.label}
        </div>
      )}
      <div className="grid-cells" role="presentation" style={offset(props)}>
        {columns.slice(first, last + 1).map((column, index) => (
          <div
            key={column.id}
            className={`grid-cell${bandOf(column)}`}
            role="columnheader"
            aria-colindex={first + index + 2}
          >
            {column.label}
          </div>
        ))}
      </div>
    </div>
  );
});

function marks(place: Place, selection: Selection | null): string {
  if (!selection) return "";
  const { left, right } = bounds(selection);
  const active = place.row === selection.focus.row && place.column === selection.focus.column;
  return `${place.column >= left && place.column <= right ? " selected" : ""}${active ? " active" : ""}`;
}

interface CellProps {
  readonly id: string;
  readonly cell: GridCell;
  readonly column: number;
  readonly marked: string;
}

const Cell = memo(function Cell({ id, cell, column, marked }: CellProps) {
  return (
    <div
      id={id}
      className={`grid-cell${cell.negative ? " negative-cell" : ""}${cell.faint ? " faint" : ""}${marked}`}
      role="gridcell"
      aria-colindex={column + 2}
      data-column={column}
    >
      {cell.text}
    </div>
  );
});

interface RowProps extends ColumnWindow {
  readonly id: string;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly index: number;
  readonly top: number;
  /** Null where the selection does not touch this row. */
  readonly selection: Selection | null;
}

/** One line, cells in sight only. Where the mouse is in it is read from the data attributes. */
export const GridRowView = memo(function GridRowView(props: RowProps) {
  const { id, row, columns, index, first, last, frozen, selection } = props;
  const cellAt = (column: number, extra: string) => {
    const cell = row.cells[column];
    if (cell === undefined) return null;
    const marked = `${extra}${marks({ row: index, column }, selection)}`;
    return <Cell key={column} id={`${id}-${index}-${column}`} cell={cell} column={column} marked={marked} />;
  };
  const heading = row.open !== undefined;
  return (
    <div
      className={`grid-row${heading ? " heading" : ""}${row.strong ? " strong" : ""}`}
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.level + 1}
      {...(heading ? { "aria-expanded": row.open } : {})}
      data-row={index}
      style={{ top: props.top }}
    >
      <div
        id={`${id}-${index}--1`}
        className={`grid-name${marks({ row: index, column: -1 }, selection)}`}
        role="rowheader"
        aria-colindex={1}
        data-column={-1}
      >
        <span className="grid-label" style={{ paddingInlineStart: row.level * 14 }} title={row.title ?? row.label}>
          {heading && <Icon name={row.open ? "down" : "right"} size={11} />}
          <span className="capital">{row.label}</span>
        </span>
        {row.spark !== undefined && <Spark values={row.spark} />}
        <span className="grid-unit">{row.unit}</span>
      </div>
      {frozen === 1 && cellAt(0, " frozen")}
      <div className="grid-cells" role="presentation" style={offset(props)}>
        {row.cells.slice(first, last + 1).map((_, at) => cellAt(first + at, bandOf(columns[first + at])))}
      </div>
    </div>
  );
});
