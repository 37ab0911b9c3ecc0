import { show } from "../../models/document/issues.ts";
import type { ImportView, Lang } from "../contract.ts";
import { type EntryKind, type EntryValue, entryCell, typedText } from "../exports/template/kinds.ts";
import { shown } from "../model/shown.ts";
import type { CellChange } from "./template/edits.ts";

/** A value as the sheet shows it; “–” where there is none. */
function shownValue(value: EntryValue, kind: EntryKind, lang: Lang): string {
  if (value === undefined) return "–";
  if (Array.isArray(value)) return `${value.length}`;
  if (kind.type === "number" && typeof value !== "object")
    return `${typedText(String(value), kind) ?? String(value)}${kind.shownIn?.[lang] ?? ""}`;
  return entryCell(value, kind.type === "month" ? { type: "text" } : kind, lang).text ?? show(value);
}

/** What was changed, cell by cell, in one language. */
export const changeViews = (changes: readonly CellChange[], lang: Lang): ImportView["changes"] =>
  changes.map(({ at, place, label, kind, before, after }) => ({
    cell: at,
    path: place,
    label: shown(lang)(label),
    before: shownValue(before, kind, lang),
    after: shownValue(after, kind, lang),
  }));
