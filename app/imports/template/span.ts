import type { ModelDocument } from "../../../models/document/schema.ts";
import { readMonth } from "../../../models/language/calendar.ts";
import { STEP_MONTHS } from "../../../models/language/timeline.ts";
import type { Edit } from "./edits.ts";
import type { Span } from "./months.ts";

/** The horizon, with what the sheet of the project says of it. */
export function spanOf({ start, step, periods }: ModelDocument["timeline"], edits: readonly Edit[] = []): Span {
  const said = (name: string) => edits.find(({ place }) => place === `timeline/${name}`)?.after;
  const word = String(said("step") ?? step);
  const months = Object.hasOwn(STEP_MONTHS, word) ? STEP_MONTHS[word as keyof typeof STEP_MONTHS] : STEP_MONTHS[step];
  const first = readMonth(String(said("start") ?? start)) ?? readMonth(start) ?? 0;
  return { first, last: first + Number(said("periods") ?? periods) * months - 1 };
}
