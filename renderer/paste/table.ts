import type { FieldView } from "../../app/contract.ts";
import type { PasteContext, Pasted } from "../forms/table.ts";
import { shownValue } from "./cells.ts";
import type { PastePlan, PlannedCell } from "./plan.ts";

/** What a pasted block does to a table, as it is shown. `rowName`: what people call a row; `columnName`: a column by its position. */
export function tablePlan(
  pasted: Pasted,
  title: string,
  context: PasteContext & { readonly pick: (label: FieldView["label"]) => string },
  rowName: (id: string) => string,
  take: () => void,
): PastePlan {
  const { t, pick } = context;
  const cells = pasted.cells.map(({ row, column, position, text, before, after, fault }): PlannedCell => {
    const shown = column === undefined ? "" : shownValue(before, column, context);
    return {
      row: rowName(row),
      column: column === undefined ? t("paste.nth", { number: position + 1 }) : pick(column.label),
      before: shown,
      // An empty cell leaves what is there.
      after:
        fault !== undefined || column === undefined
          ? text
          : after === undefined
            ? shown
            : shownValue(after, column, context),
      ...(fault === undefined ? {} : { fault }),
    };
  });
  return { title, cells, added: pasted.added, skipsHead: pasted.skipsHead, take };
}
