import type { MoneyUnit } from "../../exports/tables/money.ts";
import { asNamedNow } from "../formerly.ts";
import type { ReadCell, ReadSheet } from "../sheets/cells.ts";
import { holdPeriods } from "./periods.ts";
import { PERIOD, type Target, type TargetField, VALUE } from "./targets.ts";

/** Column of the file, from 1, by the code of the field it is mapped to. */
export type Columns = Readonly<Record<string, number>>;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, "")
    .replace(/[\s:;,、。·*_\-/]+/g, "");

/** Words that people use for one another. */
const KIN: readonly (readonly string[])[] = [
  ["金额", "数额", "投资额", "价款", "款项", "amount", "sum"],
  [
    ["月份", "年月", "日期", "时间", "期间", "年份", "年度", "季度", "季", "半年", "期次", "期别"],
    ["month", "date", "period", "year", "quarter", "half"],
  ].flat(),
  ["比例", "占比", "比率", "份额", "share", "ratio", "percent"],
  ["面积", "建筑面积", "area"],
  ["单价", "价格", "均价", "price"],
  ["数量", "户数", "套数", "个数", "quantity", "count", "number"],
  ["名称", "项目", "内容", "name", "item"],
  ["月数", "期限", "months", "term"],
  ["备注", "说明", "note", "remark"],
];

const EXACT = 100;
const WITHIN = 60;
const KINDRED = 45;
const LIKE = 50;
const LIKE_LEAST = 0.5;
const WORD_LEAST = 2;
/** Below this a heading says nothing about a field. */
const SCORE_LEAST = 25;

/** What comparing a text takes, worked out once. */
interface Known {
  readonly plain: string;
  readonly pairs: ReadonlySet<string>;
  /** Which kins have a word in it. */
  readonly kins: readonly number[];
}

function known(text: string): Known {
  const bare = plain(asNamedNow(text));
  return {
    plain: bare,
    pairs: new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2))),
    kins: KIN.flatMap((words, kin) => (words.some((word) => bare.includes(word)) ? [kin] : [])),
  };
}

const fieldNames = new WeakMap<TargetField, readonly Known[]>();

function namesOf(field: TargetField): readonly Known[] {
  const found = fieldNames.get(field) ?? [field.label.zh, field.label.en, field.code].map(known);
  fieldNames.set(field, found);
  return found;
}

/** How well a heading fits a field. */
function fitOf(asked: Known, field: TargetField): number {
  if (asked.plain === "") return 0;
  const names = namesOf(field);
  if (names.some((name) => name.plain === asked.plain)) return EXACT;
  const isLong = ({ plain: { length } }: Known) => length >= WORD_LEAST;
  const within = names.some(
    (name) => isLong(name) && isLong(asked) && (asked.plain.includes(name.plain) || name.plain.includes(asked.plain)),
  );
  if (within) return WITHIN;
  if (asked.kins.some((kin) => names.some(({ kins }) => kins.includes(kin)))) return KINDRED;
  const likeness = Math.max(...names.map((name) => likenessOf(asked, name)));
  return likeness >= LIKE_LEAST ? LIKE * likeness : 0;
}

/** Pairs of letters two words have in common, of all they have. */
function likenessOf({ pairs: own }: Known, { pairs: other }: Known): number {
  if (own.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const pair of own) if (other.has(pair)) common += 1;
  return (2 * common) / (own.size + other.size);
}

export type Heads = ReadonlyMap<number, string>;

/** Which column goes to which field: the best pairs first, each used once. */
export function guessColumns(
  heads: Heads,
  { fields, type }: Target,
): { readonly columns: Columns; readonly score: number } {
  const pairs = [...heads]
    .slice(0, HEADS_MAX)
    .map(([column, head]) => [column, knownHead(head)] as const)
    .flatMap(([column, head]) => fields.map((field) => ({ column, field, score: fitOf(head, field) })))
    .filter(({ score }) => score >= SCORE_LEAST)
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  const columns: Record<string, number> = {};
  let total = 0;
  for (const { column, field, score } of pairs) {
    if (columns[field.code] !== undefined || Object.values(columns).includes(column)) continue;
    columns[field.code] = column;
    total += score;
  }
  return { columns: type === "series" ? completedSeries(columns, heads) : columns, score: total };
}

/** The column that names periods though its heading does not say so, if columns do not have one: values beside it never go by their order. */
export function withPeriods({ rows }: ReadSheet, head: number, heads: Heads, columns: Columns): Columns {
  if (columns[PERIOD] !== undefined) return columns;
  const column = [...heads.keys()].find(
    (one) =>
      one !== columns[VALUE] &&
      holdPeriods([...rows].flatMap(([number, cells]) => (number > head ? (cells.get(one) ?? []) : []))),
  );
  return column === undefined ? columns : completedSeries({ ...columns, [PERIOD]: column }, heads);
}

/** A series has one value: where its heading says something else, the column that is left. */
function completedSeries(columns: Columns, heads: Heads): Columns {
  if (columns[VALUE] !== undefined) return columns;
  const left = [...heads.keys()].filter((column) => column !== columns[PERIOD]);
  const [only, another] = left;
  return only === undefined || another !== undefined ? columns : { ...columns, [VALUE]: only };
}

const HEAD_ROWS = 40;
/** Columns whose headings are compared; no form has more. */
const HEADS_MAX = 200;

const heard = new Map<string, Known>();
const HEARD_MAX = 20_000;

function knownHead(head: string): Known {
  const found = heard.get(head) ?? known(head);
  if (heard.size > HEARD_MAX) heard.clear();
  heard.set(head, found);
  return found;
}

/** A row of many texts is no better a row of headings than one of some. */
const TEXTS_MAX = 20;

const isText = ({ kind }: ReadCell): boolean => kind === "text";

/** The row that reads most like headings: among the first, the one with most texts and no fewer than the rows above it. 0 where the file has none. */
export function guessHead({ rows }: ReadSheet, targets: readonly Target[]): number {
  const early = [...rows].toSorted(([a], [b]) => a - b).filter(([number]) => number <= HEAD_ROWS);
  const scored = early.map(([number, cells]) => {
    const texts = [...cells.values()].filter(isText).length;
    // A row of figures has no headings.
    if (texts < cells.size / 2) return { number, score: 0 };
    const heads = headsOf(cells);
    const best = Math.max(0, ...targets.map((target) => guessColumns(heads, target).score));
    return { number, score: best + Math.min(texts, TEXTS_MAX) };
  });
  const top = scored.reduce((best, one) => (one.score > best.score ? one : best), { number: 0, score: 0 });
  return top.number;
}

export const headsOf = (cells: ReadonlyMap<number, ReadCell> | undefined): Heads =>
  new Map([...(cells ?? [])].map(([column, { text }]) => [column, text.normalize("NFKC").replace(/\s+/g, " ").trim()]));

/** The input whose columns the headings fit best; the first of several alike. */
export function guessTarget(heads: Heads, targets: readonly Target[]): Target | undefined {
  const scored = targets.map((target) => ({ target, score: guessColumns(heads, target).score }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (one.score > (top?.score ?? 0) ? one : top),
    undefined,
  );
  return best?.target ?? targets[0];
}

/** Whether amounts are in 万元: as the headings or what stands above them says. */
export function guessUnit({ rows }: ReadSheet, head: number): MoneyUnit {
  const above = [...rows].filter(([number]) => number <= Math.max(head, 1)).flatMap(([, cells]) => [...cells.values()]);
  return above.some(({ text }) => /万元|10k|10,000/i.test(text)) ? "wan" : "yuan";
}

const SIGNATURE_MAX = 600;

/** What a form is known by: its headings, without units and signs. */
export const signatureOf = (heads: Heads): string =>
  [...heads]
    .toSorted(([a], [b]) => a - b)
    .map(([column, head]) => `${column}:${plain(head)}`)
    .join("|")
    .slice(0, SIGNATURE_MAX);
