import { Button } from "antd";
import type { FieldView, TextView } from "../../app/contract.ts";
import { useCells } from "../cells/useCells.ts";
import { FillFromFile } from "../exchange/FillFromFile.tsx";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { textOf } from "../session/json.ts";
import { TableRow } from "./TableRow.tsx";
import { duplicateRow, type Row } from "./table.ts";
import { useRowJump } from "./useRowJump.ts";
import { useTableSheet } from "./useTableSheet.ts";

interface TableControlProps {
  readonly path: string;
  readonly label: TextView;
  readonly columns: readonly FieldView[];
  /** Stem of new row ids. */
  readonly stem: string;
  /** What a new row starts with in lists of the document; rows of a mechanism start empty, and what they need is marked. */
  readonly blank?: Row;
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

/** Rows with ids of their own: add, duplicate, remove, and fill in with the keys of a spreadsheet. */
export function TableControl(props: TableControlProps) {
  const { path, columns } = props;
  const { t } = useWords();
  const { rows, readOnly, put, sheet } = useTableSheet(props);
  const { holder, handlers, addRow } = useCells<HTMLTableElement>(sheet);
  const inComponent = IN_COMPONENT.test(path);
  useRowJump(path, holder);
  return (
    <div className="table-editor">
      <table ref={holder} className="plain editor" {...handlers}>
        <Heads columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <TableRow
              key={textOf(row["id"])}
              {...{ path, columns, index, readOnly }}
              label={props.label}
              id={textOf(row["id"])}
              remarked={inComponent}
              onDuplicate={() => put([...rows, duplicateRow(rows, row)], "field.rowAdded")}
              onRemove={() =>
                put(
                  rows.filter((other) => other !== row),
                  "field.rowRemoved",
                )
              }
            />
          ))}
        </tbody>
      </table>
      <div className="table-foot">
        <Button size="small" icon={<Icon name="plus" />} disabled={readOnly} onClick={addRow}>
          {t("field.addRow")}
        </Button>
        {inComponent && <FillFromFile path={path} disabled={readOnly} />}
        <span className="muted">{t(rows.length === 0 ? "field.noRows" : "field.pasteHint")}</span>
      </div>
    </div>
  );
}
