import { show } from "../../models/document/issues.ts";
import type { Lang } from "../contract.ts";
import { type EntryKind, type EntryValue, entryCell, scaledText } from "../exports/template/kinds.ts";

const PERCENT_PLACES = 2;

/** A value as the sheet shows it; “–” where there is none. */
export function shownValue(value: EntryValue, kind: EntryKind, lang: Lang): string {
  if (value === undefined) return "–";
  if (Array.isArray(value)) return `${value.length}`;
  if (kind.type === "number" && typeof value !== "object") {
    const percent = kind.format.endsWith("%");
    const shown = scaledText(String(value), percent ? PERCENT_PLACES : -kind.places);
    return shown === undefined ? String(value) : `${shown}${percent ? "%" : ""}`;
  }
  return entryCell(value, kind.type === "month" ? { type: "text" } : kind, lang).text ?? show(value);
}
