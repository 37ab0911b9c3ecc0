import type { Edit, ExperienceValueView } from "../../app/contract.ts";
import { inBoth, words } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { edit } from "../session/edit.ts";
import { baseScenario, getSession } from "../session/store.ts";

const PLACE = /^(components\/[^/]+)\/inputs\/([^/]+)/;
const DAY = "2026-11-28".length;

/** Puts the value of another project in: assumed, with where it is from, until somebody confirms it. A scenario cannot differ in where a value comes from. */
export function takeValue(path: string, { project, addedAt, value }: ExperienceValueView): void {
  const [, component, input] = PLACE.exec(path) ?? [];
  const assumed = words("experience.source", { project, day: momentText(addedAt).slice(0, DAY) });
  const mark: readonly Edit[] =
    component === undefined || input === undefined || getSession().scenario !== baseScenario
      ? []
      : [{ path: `${component}/evidence/${input}`, value: { assumed } }];
  edit([{ path, value }, ...mark], { label: inBoth("experience.taken") });
}
