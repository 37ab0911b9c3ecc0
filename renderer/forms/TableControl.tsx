import { Button } from "antd";
import type { FieldView, TextView } from "../../app/contract.ts";
import { FillFromFile } from "../exchange/FillFromFile.tsx";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { displayOfField } from "../numbers/units.ts";
import { previewPaste } from "../paste/plan.ts";
import { tablePlan } from "../paste/table.ts";
import { usePasteContext } from "../paste/usePasteContext.ts";
import { usePreferences } from "../preferences/store.ts";
import { MarkButton } from "../remarks/MarkButton.tsx";
import { edit } from "../session/edit.ts";
import { useValue } from "../session/effective.ts";
import { useFixed } from "../session/frozen.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { isMissing } from "../session/missing.ts";
import { focusOn } from "../shell/navigation.ts";
import { Confirm } from "./Confirm.tsx";
import { Control } from "./Control.tsx";
import { duplicateRow, listEdits, newRow, pasteBlock, type Row } from "./table.ts";
import { isBlock, parseTsv } from "./tsv.ts";
import { storedRows, useField } from "./useField.ts";

interface TableControlProps {
  readonly path: string;
  readonly label: TextView;
  readonly columns: readonly FieldView[];
  /** Stem of new row ids. */
  readonly stem: string;
  /** What a new row starts with in lists of the document; rows of a mechanism start empty, and what they need is marked. */
  readonly blank?: Row;
}

function Cell(props: TableControlProps & { readonly row: string; readonly column: FieldView }) {
  const { pick } = useWords();
  const { column } = props;
  const field = useField({
    path: `${props.path}/${props.row}/${column.name}`,
    label: column.label,
  });
  const problem = field.problems.find((one) => !isMissing(one));
  return (
    <td
      className={`cell-${column.type}${field.patched ? " patched" : ""}`}
      data-path={`${props.path}/${props.row}/${column.name}`}
    >
      <Control
        field={column}
        value={field.value}
        onChange={field.set}
        disabled={field.disabled}
        invalid={problem !== undefined}
        wanting={field.problems.some(isMissing)}
        ariaLabel={`${pick(column.label)} ${props.row}`}
      />
      {problem && (
        <span className="cell-problem" role="alert">
          {problem.message} <Confirm problem={problem} />
        </span>
      )}
    </td>
  );
}

function Heads({ columns }: { readonly columns: readonly FieldView[] }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  return (
    <thead>
      <tr>
        <th scope="col" className="row-id">
          {t("field.rowId")}
        </th>
        {columns.map((column) => {
          const unit = column.type === "number" ? displayOfField(column, money, t).unit : "";
          return (
            <th key={column.name} scope="col" title={column.hint ? pick(column.hint) : ""}>
              {pick(column.label)}
              {unit !== "" && <span className="head-unit"> {unit}</span>}
              {!column.optional && <span className="required-mark"> *</span>}
            </th>
          );
        })}
        <th scope="col" aria-label={t("field.rowActions")} />
      </tr>
    </thead>
  );
}

/** Rows of a mechanism can be remarked on and audited; lists of the document have forms of their own. */
const IN_COMPONENT = /^components\//;

/** Rows with ids of their own: add, duplicate, remove, paste from a spreadsheet. */
export function TableControl(props: TableControlProps) {
  const { path, columns, stem } = props;
  const { t, pick } = useWords();
  const rows = objectsOf(useValue(path));
  const context = usePasteContext();
  const readOnly = useFixed(path);
  const put = (next: readonly Row[], key: "field.rowAdded" | "field.rowRemoved" | "field.rowsPasted") => {
    edit(listEdits(path, rows, next), {
      label: { zh: inBoth(key, { what: props.label.zh }).zh, en: inBoth(key, { what: props.label.en }).en },
    });
  };
  const blank = () => ({ ...props.blank, ...newRow(rows, stem) });
  const addRow = () => {
    const row = blank();
    put([...rows, row], "field.rowAdded");
    const [first] = columns;
    if (first !== undefined) focusOn(`${path}/${textOf(row["id"])}/${first.name}`);
  };
  const paste = (at: { row: number; column: number }, text: string) => {
    const pasted = pasteBlock(rows, columns, at, parseTsv(text), stem, context);
    const take = () => put(storedRows(path, pasted.rows, columns), "field.rowsPasted");
    previewPaste(tablePlan(pasted, pick(props.label), context, (id) => id, take));
  };
  return (
    <div className="table-editor">
      <table className="plain editor">
        <Heads columns={columns} />
        <tbody>
          {rows.map((row, rowIndex) => {
            const id = textOf(row["id"]);
            return (
              <tr
                key={id}
                onPaste={(event) => {
                  const text = event.clipboardData.getData("text/plain");
                  if (!isBlock(text) || readOnly) return;
                  const cell = (event.target as HTMLElement).closest("td");
                  if (!cell) return;
                  event.preventDefault();
                  paste({ row: rowIndex, column: cell.cellIndex - 1 }, text);
                }}
              >
                <th scope="row" className="row-id">
                  {id}
                </th>
                {columns.map((column) => (
                  <Cell key={column.name} {...props} row={id} column={column} />
                ))}
                <td className="row-actions">
                  {IN_COMPONENT.test(path) && (
                    <MarkButton
                      marked={{ on: "row", anchor: `${path}/${id}`, place: `${pick(props.label)} ${id}`, columns }}
                    />
                  )}
                  <IconButton
                    icon="copy"
                    label={t("field.duplicateRow")}
                    disabled={readOnly}
                    onClick={() => put([...rows, duplicateRow(rows, row)], "field.rowAdded")}
                  />
                  <IconButton
                    icon="trash"
                    label={t("field.removeRow")}
                    disabled={readOnly}
                    onClick={() =>
                      put(
                        rows.filter((other) => other !== row),
                        "field.rowRemoved",
                      )
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="table-foot">
        <Button size="small" icon={<Icon name="plus" />} disabled={readOnly} onClick={addRow}>
          {t("field.addRow")}
        </Button>
        {IN_COMPONENT.test(path) && <FillFromFile path={path} disabled={readOnly} />}
        <span className="muted">{rows.length === 0 ? t("field.noRows") : t("field.pasteHint")}</span>
      </div>
    </div>
  );
}
