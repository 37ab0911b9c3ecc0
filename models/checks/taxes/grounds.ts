import type { ModelDocument } from "../../document/schema.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { buildTimeline } from "../../language/timeline.ts";
import { saysSomething } from "../../wording/substance.ts";

/** 税收处理依据: kind of record by which a file says why something is not taxed, or taxed less than the rules have it. */
export const TAX_GROUND = "tax_ground";

/** A clause (第…条), a numbered paper (〔2026〕…号), a title in 《》, or the same in English. */
const CLAUSE =
  /第.{1,8}[条款号项]|〔\d{4}〕|《.{2,}》|公告\d{4}年|\b(?:art(?:icle|\.)?|no\.?|notice|announcement) ?\d/i;

const isPaper = (text: unknown): boolean => typeof text === "string" && saysSomething(text);

/** Places a record of the kind names, each with the paper or clause it rests on: a component, a row of it (`services.meals`), or a tax said to be none (`tax_vat`). */
export function groundsOf({ records, timeline }: Pick<ModelDocument, "records" | "timeline">): ReadonlySet<string> {
  const { endMonth } = buildTimeline(timeline);
  const named = records.flatMap(({ kind, date, document, values = {} }) => {
    const { item, clause, refused } = values;
    const rests = isPaper(document) || (typeof clause === "string" && CLAUSE.test(clause));
    const month = readDateMonth(date);
    if (kind !== TAX_GROUND || !rests || refused === true || month === undefined || month > endMonth) return [];
    return typeof item === "string" ? item.split(/[\s、,,;;]+/) : [];
  });
  return new Set(named.filter((place) => place !== ""));
}
