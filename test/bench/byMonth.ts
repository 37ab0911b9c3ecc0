import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { STEP_MONTHS } from "../../models/language/timeline.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

/** The longest horizon by month the document allows within reason: 40 years. */
const LONG_PERIODS = 480;

/** An example by month instead of its own step, over as long as it lasts. */
export function byMonth(document: ModelDocument): ModelDocument {
  const months = document.timeline.periods * STEP_MONTHS[document.timeline.step];
  const periods = Math.min(months, LONG_PERIODS);
  const monthly = { ...document, timeline: { ...document.timeline, step: "month" as const, periods } };
  const parsed = parseDocument(monthly, mechanisms);
  return parsed.ok ? parsed.value.document : document;
}
