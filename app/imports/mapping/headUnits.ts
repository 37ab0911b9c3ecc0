import { exchangeProblem } from "../../../models/wording/exchange.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import type { MoneyUnit } from "../../exports/tables/money.ts";
import { lettersOf } from "../../exports/workbook/columns.ts";
import type { ReadCell, ReadSheet } from "../sheets/cells.ts";
import type { Gathered } from "../template/edits.ts";
import { PLAIN_NUMBER } from "./csv.ts";
import type { Columns, Heads } from "./guess.ts";
import type { Target, TargetField } from "./targets.ts";

/** What headings measure in, as people write it; of several that fit the first holds. */
const SCALES: readonly (readonly [unit: string, words: RegExp])[] = [
  ["亿元", /亿(?:元|\b|(?=[)\]】\s/]|$))|billion|\bbn\b/i],
  ["千万元", /千万/],
  ["百万元", /百万|million|\bmio?\b|\bmn\b/i],
  ["十万元", /十万/],
  ["万元", /万(?!㎡|m2|平|亩|户|人|个|套)|\b10k\b|10,000|10 000/i],
  ["千元", /千(?:元|(?=[)\]】\s/]|$))|thousand|\bk(?:cny|rmb|yuan)|'000/i],
  ["元", /元|\b(?:cny|rmb|yuan)\b|¥/i],
];

const AREAS: readonly (readonly [unit: string, words: RegExp])[] = [
  ["万㎡", /万\s*(?:㎡|m2|平)/i],
  ["公顷", /公顷|hectare|\bha\b/i],
  ["亩", /亩|\bmu\b/i],
  ["㎡", /㎡|m2|平方米|平米/i],
];

const TIMES: readonly (readonly [unit: string, words: RegExp])[] = [
  ["年", /[([【/]\s*(?:年|years?|a)\s*[)\]】]?/i],
  ["月", /[([【/]\s*(?:个?月|months?|mo)\s*[)\]】]?/i],
];

export const saysPercent = (head: string): boolean => /[%%‰]|百分|per ?cent/i.test(head);

const found = (head: string, units: typeof SCALES): string | undefined =>
  units.find(([, words]) => words.test(head))?.[0];

const isPercentField = ({ kind }: TargetField): boolean => kind.type === "number" && kind.format.endsWith("%");

/** What a field measures in, of what headings name. */
function ownUnits({ unit }: TargetField): readonly (readonly [own: string, units: typeof SCALES])[] {
  const own: (readonly [string, typeof SCALES])[] = [];
  if (unit.startsWith("万元")) own.push(["万元", SCALES]);
  else if (unit.startsWith("元")) own.push(["元", SCALES]);
  if (unit.startsWith("㎡")) own.push(["㎡", AREAS]);
  if (/^月(?: |$)/.test(unit)) own.push(["月", TIMES]);
  if (/^年(?: |$)/.test(unit)) own.push(["年", TIMES]);
  return own;
}

const WAN_PLACES = 4;
const WAN = { zh: "万元", en: " × 10,000 yuan" };

/**
 * Unit prices in 万元 where amounts are and the heading says so too; one that says nothing goes by what stands above the table, and that is told. Other fields
 * are as they were.
 */
export function priced(
  sheet: ReadSheet,
  head: number,
  heads: Heads,
  { target, columns, unit }: { readonly target: Target; readonly columns: Columns; readonly unit: MoneyUnit },
  gathered: Gathered,
): Target {
  if (unit !== "wan" || head === 0) return target;
  const above = statedUnits(sheet, head);
  const fields = target.fields.map((field) => {
    const column = columns[field.code];
    if (column === undefined || field.kind.type !== "number" || !field.unit.startsWith("元")) return field;
    const said = found(heads.get(column) ?? "", SCALES);
    const stated =
      said === undefined && bareUnit(field) === "元" ? above.find((one) => one.said === "万元") : undefined;
    if (said !== "万元" && stated === undefined) return field;
    if (stated !== undefined)
      gathered.told.push(
        exchangeProblem("price_in_wan", stated.at, { input: field.label, found: heads.get(column) ?? "" }),
      );
    const kind = { ...field.kind, places: WAN_PLACES, format: "#,##0.00####", shownIn: WAN };
    return { ...field, unit: field.unit.replace("元", "万元").replace("CNY", "10k CNY"), kind };
  });
  return { ...target, fields };
}

const bareUnit = ({ unit }: TargetField): string | undefined => unit.split(" ")[0];

/** Units of money that stand above the headings. */
function statedUnits(
  { name, rows }: ReadSheet,
  head: number,
): readonly { readonly at: string; readonly said: string }[] {
  return [...rows].flatMap(([number, cells]) =>
    [...(number < head ? cells : [])].flatMap(([column, { text }]) => {
      const said = /单位|unit/i.test(text) ? found(text, SCALES) : undefined;
      return said === undefined ? [] : [{ at: `${name}!${lettersOf(column)}${number}`, said }];
    }),
  );
}

/** Headings, and the unit named above them, that say another unit than their field is read in: their numbers would be wrong by as much. */
export function unitProblems(
  sheet: ReadSheet,
  head: number,
  heads: Heads,
  { fields }: Target,
  columns: Columns,
): readonly Problem[] {
  const { name } = sheet;
  const problems: Problem[] = [];
  const mapped = fields.flatMap((field) =>
    columns[field.code] === undefined ? [] : [[field, columns[field.code] as number] as const],
  );
  const refuse = (at: string, said: string, own: string): void => {
    if (!problems.some(({ path }) => path === at))
      problems.push(exchangeProblem("head_unit", at, { found: said, own }));
  };
  for (const [field, column] of mapped) {
    const text = head === 0 ? "" : (heads.get(column) ?? "");
    const at = `${name}!${lettersOf(column)}${head}`;
    for (const [own, units] of ownUnits(field)) {
      const said = found(text, units);
      if (said !== undefined && said !== own) refuse(at, said, own);
    }
    if (field.kind.type === "number" && saysPercent(text) && !isPercentField(field)) refuse(at, "%", field.unit || "1");
  }
  // A heading that names its unit holds against what stands above the table.
  const isSilent = ([, column]: (typeof mapped)[number]) => found(heads.get(column) ?? "", SCALES) === undefined;
  const silent = mapped.filter((one) => head === 0 || isSilent(one)).map(([field]) => bareUnit(field));
  const amounts = silent.find((unit) => unit === "元" || unit === "万元");
  if (amounts === undefined) return problems;
  for (const { at, said } of statedUnits(sheet, head)) if (said !== amounts) refuse(at, said, amounts);
  return problems;
}

/** A number of which nothing in the cell says whether it is per cent. */
export const isBare = ({ kind, isPercent, text }: ReadCell): boolean =>
  kind !== "formula" && isPercent !== true && PLAIN_NUMBER.test(text.trim());

/**
 * Fields whose heading says per cent and whose numbers are meant so: one of them is above 1. Where none is, 0.5 may be a half or half a per cent, which is a fault
 * at the first of them.
 */
export function percentColumns(
  { name, rows }: ReadSheet,
  head: number,
  heads: Heads,
  { fields }: Target,
  columns: Columns,
): { readonly codes: ReadonlySet<string>; readonly problems: readonly Problem[] } {
  const codes = new Set<string>();
  const problems: Problem[] = [];
  for (const field of fields) {
    const column = columns[field.code];
    if (column === undefined || head === 0 || !isPercentField(field) || !saysPercent(heads.get(column) ?? "")) continue;
    const unsigned = [...rows].flatMap(([number, cells]) => {
      const cell = number > head ? cells.get(column) : undefined;
      return cell !== undefined && isBare(cell) ? [[number, Number(cell.text)] as const] : [];
    });
    const [first] = unsigned.filter(([, value]) => value !== 0);
    if (first === undefined) continue;
    if (unsigned.some(([, value]) => Math.abs(value) > 1)) codes.add(field.code);
    else {
      const at = `${name}!${lettersOf(column)}${first[0]}`;
      problems.push(exchangeProblem("percent_head", at, { input: field.label, found: String(first[1]) }));
    }
  }
  return { codes, problems };
}
