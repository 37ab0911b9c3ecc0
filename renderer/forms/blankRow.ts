import type { FieldView, Json, JsonObject } from "../../app/contract.ts";
import { objectsOf, textOf, valueAt } from "../session/json.ts";
import { newRow, type Row } from "./table.ts";

function firstParty(column: FieldView, document: JsonObject): Json | undefined {
  const roles = column.partyRoles;
  const fitting = objectsOf(document["parties"]).filter(
    (party) => !roles || roles.length === 0 || roles.includes(textOf(party["role"])),
  );
  return fitting[0]?.["id"];
}

function numberFor(column: FieldView): string {
  const { from, to } = column;
  if (from !== undefined && from > 0) return String(from);
  return to !== undefined && to < 0 ? String(to) : "0";
}

function cellFor(column: FieldView, document: JsonObject, id: string, status: string | undefined): Json | undefined {
  switch (column.type) {
    case "number":
      return column.policy ? undefined : numberFor(column);
    case "month":
      return valueAt(document, "timeline/start");
    case "flag":
      return false;
    case "choice":
      return column.options?.[0]?.word;
    case "status":
      return status;
    case "party":
      return firstParty(column, document);
    case "plot":
      return objectsOf(document["plots"])[0]?.["id"];
    case "record":
      return objectsOf(document["records"])[0]?.["id"];
    case "word":
      return id;
    default:
      return undefined;
  }
}

/**
 * A new row whose required cells hold something the document accepts, so that the row can be stored and then filled
 * in: zeros or the lower bound, the start of the timeline, the first choice.
 */
export function filledRow(
  rows: readonly Row[],
  columns: readonly FieldView[],
  stem: string,
  document: JsonObject,
  status: string | undefined,
): Row {
  const row = newRow(rows, stem);
  const cells: Record<string, Json> = {};
  for (const column of columns) {
    if (column.optional) continue;
    const value = cellFor(column, document, textOf(row["id"]), status);
    if (value !== undefined) cells[column.name] = value;
  }
  return { ...row, ...cells };
}
