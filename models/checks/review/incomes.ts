import type { GraphLine } from "../../language/graph.ts";
import type { Review } from "./review.ts";

/** What people call a kind of income, whatever contract it comes by; the first column is the subject, which says more than the form. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  parking: /停车|车位|泊位|车库|parking|garage|\bspaces?\b|_spaces?\b/i,
  charging: /充电|光伏|能源|charging|energy|solar/i,
  shops: /商铺|店铺|商业|底商|(?:\b|_)shops?\b|retail/i,
  fee: /物业(?:服务)?费|物业管理费|property[ _-]?fee/i,
  adverts: /广告|电梯.{0,4}屏|advert/i,
  flats: /住宅|商品房|售房|房屋销售|flats?\b|housing/i,
  care: /养老|托育|托幼|care\b|nursery/i,
  meals: /食堂|餐/i,
  land: /土地(?:出让)?(?:收益|收入|返还)|计提返还|land money|rebate/i,
  subsidy: /补贴|补助|财政资金|subsid/i,
};

/** What they call the form of it. */
const FORMS: Readonly<Record<string, RegExp>> = {
  lease: /租金|租赁|出租|\brents?\b|lease/i,
  sale: /销售|售房|出售|\bsales?\b/i,
  service: /服务/i,
  common: /公共收益|共有部分/i,
};

const ALL = /(?:全部|所有|整体|经营|运营|项目)(?:性)?(?:收益|收入|现金流)|all (?:of the )?income|operating (?:income|revenue)/i;

/** Everything income is named by, in either language. */
const named = (table: Readonly<Record<string, RegExp>>, text: string): readonly string[] => Object.entries(table).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));

/** Lines of income of the project. */
export const incomeLines = (review: Review): readonly GraphLine[] =>
  review.withRole("sale.receipt", "revenue.*", "support.operating", "support.rebate").filter(({ tags }) => tags["crosses"] === "in");

/** All names a line of income goes by: its kind, product, label, and its component where that has no other income. */
function namesOf(review: Review, line: GraphLine): string {
  const { component, product } = line.tags;
  const siblings = incomeLines(review).filter(({ tags }) => tags["component"] === component);
  const part = siblings.length === 1 ? review.parts.find(({ id }) => id === component) : undefined;
  const role = line.role?.replaceAll(".", " ") ?? "";
  return [role, product, line.label.zh, line.label.en, part?.id, part?.label.zh, part?.label.en].join(" ");
}

/** An income as a paper names it. */
export interface NamedIncome {
  readonly text: string;
  /** The whole income of the project, whatever it is. */
  readonly all: boolean;
  readonly words: readonly string[];
  readonly lines: ReadonlySet<string>;
}

/** What a text that names an income means: the lines of this file it can be, and what it calls them where the file has none. */
export function incomeNamed(review: Review, text: string): NamedIncome {
  const subjects = named(SUBJECTS, text);
  const words = subjects.length > 0 ? subjects : named(FORMS, text);
  const table = subjects.length > 0 ? SUBJECTS : FORMS;
  const lines = incomeLines(review).filter((line) => {
    const part = review.parts.find(({ id }) => id === line.tags["component"]);
    const exact = [line.id, line.tags["product"], part?.id, part?.label.zh, part?.label.en].includes(text);
    return exact || named(table, namesOf(review, line)).some((word) => words.includes(word));
  });
  return { text, all: words.length === 0 && ALL.test(text), words, lines: new Set(lines.map(({ id }) => id)) };
}

/** Whether two papers can mean the same money. */
export function sameIncome(one: NamedIncome, other: NamedIncome): boolean {
  return one.all || other.all || one.text === other.text || one.words.some((word) => other.words.includes(word)) || [...one.lines].some((line) => other.lines.has(line));
}

/** Whether a name was understood at all. */
export const isUnderstood = ({ all, words, lines }: NamedIncome): boolean => all || words.length > 0 || lines.size > 0;
