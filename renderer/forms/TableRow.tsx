import { memo } from "react";
import type { FieldView, RenamedList, TextView } from "../../app/contract.ts";
import { cellMark } from "../cells/holder.ts";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { IdButton } from "../pages/IdButton.tsx";
import { MarkButton } from "../remarks/MarkButton.tsx";
import { isMissing } from "../session/missing.ts";
import { Confirm } from "./Confirm.tsx";
import { Control } from "./Control.tsx";
import { useField } from "./useField.ts";

interface CellProps {
  readonly path: string;
  readonly row: string;
  readonly column: FieldView;
  /** `row:column` */
  readonly mark: string;
}

const Cell = memo(function Cell({ path, row, column, mark }: CellProps) {
  const { pick } = useWords();
  const own = `${path}/${row}/${column.name}`;
  const field = useField({ path: own, label: column.label });
  const problem = field.problems.find((one) => !isMissing(one));
  return (
    <td
      className={`cell-${column.type}${field.patched ? " patched" : ""}`}
      data-path={own}
      data-cell={mark}
      tabIndex={-1}
    >
      <Control
        field={column}
        value={field.value}
        onChange={field.set}
        disabled={field.disabled}
        invalid={problem !== undefined}
        wanting={field.problems.some(isMissing)}
        ariaLabel={`${pick(column.label)} ${row}`}
      />
      {problem && (
        <span className="cell-problem" role="alert">
          {problem.message} <Confirm problem={problem} />
        </span>
      )}
    </td>
  );
});

const RENAMED: readonly string[] = ["parties", "plots", "timeline/phases"] satisfies readonly RenamedList[];

/** Rows of the document's own lists, whose ids formulas and inputs name. */
const isRenamed = (path: string): path is RenamedList => RENAMED.includes(path);

interface TableRowProps {
  readonly path: string;
  readonly label: TextView;
  readonly columns: readonly FieldView[];
  readonly id: string;
  readonly index: number;
  readonly readOnly: boolean;
  /** Whether it can be remarked on and audited. */
  readonly remarked: boolean;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** One row of a table of inputs, with what can be done to it. */
export function TableRow(props: TableRowProps) {
  const { path, label, columns, id, index, readOnly } = props;
  const { t, pick } = useWords();
  return (
    <tr>
      <th scope="row" className="row-id">
        {isRenamed(path) ? <IdButton list={path} id={id} /> : id}
      </th>
      {columns.map((column, at) => (
        <Cell key={column.name} path={path} row={id} column={column} mark={cellMark({ row: index, column: at })} />
      ))}
      <td className="row-actions">
        {props.remarked && (
          <MarkButton marked={{ on: "row", anchor: `${path}/${id}`, place: `${pick(label)} ${id}`, columns }} />
        )}
        <IconButton icon="copy" label={t("field.duplicateRow")} disabled={readOnly} onClick={props.onDuplicate} />
        <IconButton icon="trash" label={t("field.removeRow")} disabled={readOnly} onClick={props.onRemove} />
      </td>
    </tr>
  );
}
