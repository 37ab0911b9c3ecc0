import type { ModelDocument } from "../../document/schema.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { buildTimeline } from "../../language/timeline.ts";

/** 税收处理依据: kind of record by which a file says why something is not taxed, or taxed less than the rules have it. */
export const TAX_GROUND = "tax_ground";

/** A clause (第…条), a law or rule by its title in 《》, a numbered paper (〔2026〕…号), or the same in English. */
const LAW =
  /第.{1,8}[条款号项]|〔\d{4}〕|《.{2,}(?:法|条例|办法|规定|细则|通知|公告|意见|决定|批复)[^《》]{0,12}》|公告\d{4}年|\b(?:art(?:icle|\.)?|no\.?|notice|announcement) ?\d/i;

/** A paper by what it is called alone (“a reply of the tax office”), or a publication that says what others left out, shows nobody on what ground. */
const isLaw = (text: unknown): boolean => typeof text === "string" && LAW.test(text);

/** Places a record of the kind names, each with the paper or clause it rests on: a component, a row of it (`services.meals`), or a tax said to be none (`tax_vat`). */
export function groundsOf({ records, timeline }: Pick<ModelDocument, "records" | "timeline">): ReadonlySet<string> {
  const { endMonth } = buildTimeline(timeline);
  const named = records.flatMap(({ kind, date, document, values = {} }) => {
    const { item, clause, refused } = values;
    const rests = [document, clause].some(isLaw);
    const month = readDateMonth(date);
    if (kind !== TAX_GROUND || !rests || refused === true || month === undefined || month > endMonth) return [];
    return typeof item === "string" ? item.split(/[\s、,,;;]+/) : [];
  });
  return new Set(named.filter((place) => place !== ""));
}
