import type { ExperienceValueView } from "../../app/contract.ts";
import { inBoth, words } from "../language/i18n.ts";
import { dayText } from "../revisions/time.ts";
import { markedAssumed } from "../session/assumed.ts";
import { edit } from "../session/edit.ts";

/** Puts the value of another project in: assumed, with where it is from, until somebody confirms it. */
export function takeValue(path: string, { project, addedAt, value }: ExperienceValueView): void {
  const source = words("experience.source", { project, day: dayText(addedAt) });
  edit([{ path, value }, ...markedAssumed(path, source)], { label: inBoth("experience.taken") });
}
