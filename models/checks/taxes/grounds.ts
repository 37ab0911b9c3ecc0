import type { ModelDocument } from "../../document/schema.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { buildTimeline } from "../../language/timeline.ts";
import { allows, type Eased, namesLaw } from "./statutes.ts";

/** 税收处理依据: kind of record by which a file says why something is not taxed, or taxed less than the rules have it. */
export const TAX_GROUND = "tax_ground";

type File = Pick<ModelDocument, "records" | "timeline" | "components">;

/** A ground as the file gives it. */
export interface Ground {
  readonly path: string;
  /** Places it names: a component, a row of it (`services.meals`), or a tax said to be none (`tax_vat`). */
  readonly places: readonly string[];
  readonly texts: readonly string[];
}

/** Grounds of a file that were not refused and are dated within the plan. */
export function groundsOf({ records, timeline }: Pick<File, "records" | "timeline">): readonly Ground[] {
  const { endMonth } = buildTimeline(timeline);
  return records.flatMap(({ id, kind, date, document, values = {} }) => {
    const { item, clause, refused } = values;
    const month = readDateMonth(date);
    if (kind !== TAX_GROUND || refused === true || month === undefined || month > endMonth) return [];
    const places = typeof item === "string" ? item.split(/[\s、,,;;]+/).filter((place) => place !== "") : [];
    return [
      {
        path: `records/${id}`,
        places,
        texts: [document, clause].filter((text): text is string => typeof text === "string"),
      },
    ];
  });
}

/** Whether a ground of the file names a clause of the rule packs that allows what is done at one of the places. */
export type Grounded = (places: readonly string[], eased: Omit<Eased, "document">) => boolean;

export function groundedIn(document: File): Grounded {
  const grounds = groundsOf(document);
  return (places, eased) =>
    grounds.some(
      (ground) =>
        places.some((place) => ground.places.includes(place)) &&
        ground.texts.some((text) => allows(text, { ...eased, document })),
    );
}

/** 表决、会议、合同等: papers by which nobody is relieved of a tax. */
const NO_LAW =
  /议事规则|管理规约|公约|会议|纪要|协议|合同|章程|决议|请示|申请|承诺|方案|口头|聊天|微信|截图|意向|自拟|自行|\b(?:minutes|meeting|resolution|agreement|contract|articles of association|house rules|oral)\b/i;

/** Grounds that are plainly no law: their papers name none, and are of a kind that cannot relieve of a tax. */
export const lawless = (document: File): readonly Ground[] =>
  groundsOf(document).filter(({ texts }) => texts.some((text) => NO_LAW.test(text)) && !texts.some(namesLaw));
