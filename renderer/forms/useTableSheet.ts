import type { FieldView, TextView } from "../../app/contract.ts";
import { editOf } from "../cells/edits.ts";
import type { Filled, Sheet } from "../cells/sheet.ts";
import { cellText, fits } from "../cells/texts.ts";
import type { Place } from "../grid/model.ts";
import { inBoth } from "../language/i18n.ts";
import { previewPaste } from "../paste/plan.ts";
import { tablePlan } from "../paste/table.ts";
import { usePasteContext } from "../paste/usePasteContext.ts";
import { edit } from "../session/edit.ts";
import { currentEffective, useValue } from "../session/effective.ts";
import { useFixed } from "../session/frozen.ts";
import { objectsOf, textOf, valueAt } from "../session/json.ts";
import { notifyDone } from "../shell/notices.ts";
import { listEdits, newRow, pasteBlock, type Row } from "./table.ts";
import { named, storedRows } from "./useField.ts";

interface TableOfRows {
  readonly path: string;
  readonly label: TextView;
  readonly columns: readonly FieldView[];
  readonly stem: string;
  readonly blank?: Row;
}

type RowsEdit = "field.rowAdded" | "field.rowRemoved" | "field.rowsPasted";

const inBothOf = (key: RowsEdit | "field.filled" | "field.cleared", { zh, en }: TextView): TextView => ({
  zh: inBoth(key, { what: zh }).zh,
  en: inBoth(key, { what: en }).en,
});

/** The rows of a table, how they are changed, and what the keys of a spreadsheet do to them. */
export function useTableSheet({ path, label, columns, stem, blank }: TableOfRows) {
  const rows = objectsOf(useValue(path));
  const context = usePasteContext();
  const readOnly = useFixed(path);
  const put = (next: readonly Row[], key: RowsEdit) =>
    edit(listEdits(path, rows, next), { label: inBothOf(key, label) });
  /** Path, value and column of a cell as they are at this moment. */
  const at = ({ row, column }: Place) => {
    const field = columns[column];
    const own = `${path}/${textOf(rows[row]?.["id"])}/${field?.name ?? ""}`;
    return { field, path: own, value: valueAt(currentEffective(), own) };
  };
  const fill = (cells: readonly Filled[]) => {
    const edits = cells.flatMap(({ from, to }) => {
      const [source, target] = [at(from), at(to)];
      const taken = source.field && target.field && fits(source.value, source.field, target.field);
      return taken ? [editOf(target.path, source.value)] : [];
    });
    edit(edits, { label: inBothOf("field.filled", label) });
    if (edits.length < cells.length) notifyDone(context.t("field.notFilled", { count: cells.length - edits.length }));
  };
  const sheet: Sheet = {
    rows: rows.length,
    columns: columns.length,
    isSeries: false,
    readOnly,
    text: (place) => {
      const { field, value } = at(place);
      return field === undefined ? "" : cellText(value, field, context);
    },
    hold: (place) => {
      const { path: own, value, field } = at(place);
      return () => {
        const changed = valueAt(currentEffective(), own) !== value;
        if (changed && field) edit([editOf(own, value)], { label: named(field.label), group: own });
      };
    },
    clear: (places) => {
      const filled = places.map(at).filter(({ value }) => value !== undefined);
      const edits = filled.map((cell) => editOf(cell.path, undefined));
      edit(edits, { label: inBothOf("field.cleared", label) });
    },
    fill,
    paste: (place, block) => {
      const pasted = pasteBlock(rows, columns, place, block, stem, context);
      const take = () => put(storedRows(path, pasted.rows, columns), "field.rowsPasted");
      previewPaste(tablePlan(pasted, context.pick(label), context, (id) => id, take));
    },
    addRow: () => put([...rows, { ...blank, ...newRow(rows, stem) }], "field.rowAdded"),
  };
  return { rows, readOnly, put, sheet };
}
