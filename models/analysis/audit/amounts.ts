import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Statement, StatementRow } from "../../statements/tables/read.ts";
import type { Text } from "../../wording/text.ts";
import { addingUp, roundedTo, stepOf, written } from "../bridge/rounding.ts";

/** 送审, 审定, 核增, 核减 of one amount: decimal literals to the fen. */
export interface AuditedAmount {
  readonly before: string;
  readonly after: string;
  readonly increase: string;
  readonly decrease: string;
}

/** A row of a table in both plans, with its years. */
export interface AuditedRow extends AuditedAmount {
  readonly no: string;
  readonly label: Text;
  /** Of the submitted plan where it has the row. */
  readonly line: string;
  readonly level: number;
  readonly years: readonly AuditedAmount[];
}

export interface AuditedTable {
  readonly years: readonly string[];
  /** The rows that make up the total, the total last. */
  readonly rows: readonly AuditedRow[];
}

/** The table's total: what the rows before it add up to. */
const TOTAL = "4";
const FEN = stepOf("CNY");
const ZERO = new RecordDecimal(0);

/**
 * 送审—审定—核增减 of the investment estimate (总投资估算表) by year. Every row is a row of the plans' tables; amounts are set to the fen so that rows add up
 * to the total, 核增 and 核减 too, and years to their row: a fen left by rounding goes to the row that lost most by it.
 * @param before the table by years, its first column the total
 */
export function auditedTable(before: Statement, after: Statement): AuditedTable | undefined {
  const [own, other] = [fenOf(before), fenOf(after)];
  if (own === undefined || other === undefined) return undefined;
  const years = mergedKeys(own.years, other.years);
  const keys = mergedKeys([...own.rows.keys()], [...other.rows.keys()]);
  const both = keys.map((key) => ({ key, left: own.rows.get(key), right: other.rows.get(key) }));
  const isTotal = ({ left, right }: (typeof both)[number]) => (left ?? right)?.row.no === TOTAL;
  const leaves = both.filter((one) => !isTotal(one) && !both.some(({ key }) => key.startsWith(`${one.key}\n`)));
  const rows = both.map((one): AuditedRow => {
    const { row } = (one.left ?? one.right) as FenRow;
    const { no, label, line, level } = row;
    const under = isTotal(one) ? leaves : leaves.filter(({ key }) => key.startsWith(`${one.key}\n`));
    const amount = (column: string) =>
      audited(
        moved(one, column),
        under.map((leaf) => moved(leaf, column)),
      );
    return { no, label, line, level, ...amount("total"), years: years.map(amount) };
  });
  return { years, rows };
}

interface Moved {
  readonly before: Decimal;
  readonly after: Decimal;
}

const moved = (
  { left, right }: { readonly left?: FenRow | undefined; readonly right?: FenRow | undefined },
  column: string,
): Moved => ({
  before: left?.cells.get(column) ?? ZERO,
  after: right?.cells.get(column) ?? ZERO,
});

/** 核增 and 核减 of a row: its own, or of one made up of others theirs, so that both columns add up as they are printed. */
function audited({ before, after }: Moved, under: readonly Moved[]): AuditedAmount {
  const byRow = under.map((one) => one.after.minus(one.before));
  const sum = (all: readonly Decimal[]) => all.reduce((total, by) => total.plus(by), ZERO as Decimal);
  // What one plan has beside the rows it is made up of in the other.
  const own = after.minus(before).minus(sum(byRow));
  const all = [...byRow, own];
  return {
    before: told(before),
    after: told(after),
    increase: told(sum(all.filter((by) => by.gt(0)))),
    decrease: told(sum(all.filter((by) => by.lt(0))).neg()),
  };
}

/** Without the sign of a zero. */
const told = (value: Decimal) => written(value.isZero() ? ZERO : value, "CNY");

interface FenRow {
  readonly row: StatementRow;
  /** By the place of the column. */
  readonly cells: ReadonlyMap<string, Decimal>;
}

interface FenTable {
  readonly years: readonly string[];
  readonly rows: ReadonlyMap<string, FenRow>;
}

/** One plan's table in whole fen; undefined where an amount is missing, which is not zero. */
function fenOf({ columns, rows }: Statement): FenTable | undefined {
  const end = rows.findIndex(({ no }) => no === TOTAL);
  const own = rows.slice(0, end + 1);
  if (end < 0 || own.some(({ values }) => values.some((value) => value === null))) return undefined;
  const leaves = own.filter((row, index) => row.no !== TOTAL && (own[index + 1]?.level ?? 0) <= row.level);
  const whole = roundedTo(amountIn(own[end], 0), FEN);
  const totals = addingUp(
    leaves.map((row) => amountIn(row, 0).toNumber()),
    whole,
    FEN,
  );
  const years = columns.slice(1).map(({ place }) => place);
  const cells = new Map(
    leaves.map((row, index) => {
      const total = totals[index] as Decimal;
      const shares = addingUp(
        years.map((_, year) => amountIn(row, year + 1).toNumber()),
        total,
        FEN,
      );
      const entries = years.map((year, at) => [year, shares[at] as Decimal] as const);
      return [row, new Map<string, Decimal>([["total", total], ...entries])] as const;
    }),
  );
  const sums = (under: readonly StatementRow[]) =>
    new Map(
      ["total", ...years].map((column) => [
        column,
        under.reduce((sum, leaf) => sum.plus(cells.get(leaf)?.get(column) ?? ZERO), ZERO as Decimal),
      ]),
    );
  const under = (row: StatementRow) =>
    row.no === TOTAL ? leaves : leaves.filter(({ no }) => no === row.no || no.startsWith(`${row.no}.`));
  const named = own.map((row) => [keyOf(row, own), { row, cells: sums(under(row)) }] as const);
  return { years, rows: new Map(named) };
}

const amountIn = (row: StatementRow | undefined, column: number): Decimal => (row?.values[column] ?? ZERO) as Decimal;

/** Rows are numbered anew in each plan: one is known by what it and the rows above it are called. */
function keyOf(row: StatementRow, rows: readonly StatementRow[]): string {
  const above = rows.filter(({ no }) => row.no.startsWith(`${no}.`)).map(({ label }) => label.zh);
  return [...above, row.label.zh].join("\n");
}

/** The rows of the one, and what only the other has after the row it follows there. */
function mergedKeys(own: readonly string[], other: readonly string[]): readonly string[] {
  const keys = [...own];
  for (const [index, key] of other.entries())
    if (!keys.includes(key)) keys.splice(keys.indexOf(other[index - 1] ?? "") + 1, 0, key);
  return keys;
}
