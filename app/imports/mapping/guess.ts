import type { MoneyUnit } from "../../exports/tables/money.ts";
import type { ReadCell, ReadSheet } from "../sheets/cells.ts";
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
  ["月份", "年月", "日期", "时间", "期间", "年份", "年度", "month", "date", "period", "year"],
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

/** How well a heading fits a field. */
function fitOf(head: string, { label, code }: TargetField): number {
  const asked = plain(head);
  if (asked === "") return 0;
  const names = [label.zh, label.en, code].map(plain);
  if (names.includes(asked)) return EXACT;
  const within = names.some(
    (name) => name.length >= WORD_LEAST && asked.length >= WORD_LEAST && (asked.includes(name) || name.includes(asked)),
  );
  if (within) return WITHIN;
  const kin = KIN.some(
    (words) =>
      words.some((word) => asked.includes(word)) && names.some((name) => words.some((word) => name.includes(word))),
  );
  if (kin) return KINDRED;
  const likeness = Math.max(...names.map((name) => likenessOf(asked, name)));
  return likeness >= LIKE_LEAST ? LIKE * likeness : 0;
}

/** Pairs of letters two words have in common, of all they have. */
function likenessOf(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [own, other] = [pairs(a), pairs(b)];
  if (own.size === 0 || other.size === 0) return 0;
  return (2 * [...own].filter((pair) => other.has(pair)).length) / (own.size + other.size);
}

export type Heads = ReadonlyMap<number, string>;

/** Which column goes to which field: the best pairs first, each used once. */
export function guessColumns(
  heads: Heads,
  { fields, type }: Target,
): { readonly columns: Columns; readonly score: number } {
  const pairs = [...heads]
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

/** A series has one value: where its heading says something else, the column that is left. */
function completedSeries(columns: Record<string, number>, heads: Heads): Columns {
  if (columns[VALUE] !== undefined) return columns;
  const left = [...heads.keys()].filter((column) => column !== columns[PERIOD]);
  const [only, another] = left;
  return only === undefined || another !== undefined ? columns : { ...columns, [VALUE]: only };
}

const HEAD_ROWS = 40;

const isText = ({ kind }: ReadCell): boolean => kind === "text";

/** The row that reads most like headings: among the first, the one with most texts and no fewer than the rows above it. 0 where the file has none. */
export function guessHead({ rows }: ReadSheet, targets: readonly Target[]): number {
  const early = [...rows].toSorted(([a], [b]) => a - b).filter(([number]) => number <= HEAD_ROWS);
  const scored = early.map(([number, cells]) => {
    const heads = headsOf(cells);
    const texts = [...cells.values()].filter(isText).length;
    const best = Math.max(0, ...targets.map((target) => guessColumns(heads, target).score));
    return { number, score: texts < cells.size / 2 ? 0 : best + texts };
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
