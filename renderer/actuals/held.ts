import type { Json } from "../../app/contract.ts";
import { isObject, objectsOf, textOf } from "../session/json.ts";

/** A figure as it was reported, and by which report. */
export interface HeldFigure {
  readonly report: string;
  readonly document: string;
  /** Decimal in the unit of the line. */
  readonly amount: string;
}

/** What the reports of a document have for one line and period; undefined where none has anything. Lines have dots in their names and no slashes. */
export function heldFigure(reports: Json | undefined, line: string, period: string): HeldFigure | undefined {
  for (const report of objectsOf(reports)) {
    const { figures } = report;
    const own = isObject(figures) ? figures[line] : undefined;
    if (isObject(own) && own[period] !== undefined)
      return { report: textOf(report["id"]), document: textOf(report["document"]), amount: textOf(own[period]) };
  }
  return undefined;
}
