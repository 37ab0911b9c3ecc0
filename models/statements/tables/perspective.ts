import type { Decimal } from "decimal.js";
import type { LineMeta } from "../../language/line.ts";
import type { By } from "../../results/frame.ts";
import { columnNames } from "../../results/frame.ts";
import { isRole, ROLES } from "../../terms/roles.ts";
import type { Text } from "../../wording/text.ts";
import { cumulate, type ModelView, ZERO } from "../view.ts";
import type { Statement, StatementRow } from "./read.ts";

/** From whose side a cash statement is drawn: money between the parties of one side cancels. */
export interface Side {
  readonly id: string;
  readonly label: Text;
  readonly parties: ReadonlySet<string>;
  /** Lines that hold the side's net flow and cash, where there are such lines; the cash then includes what was there at the start. */
  readonly lines?: { readonly net: string; readonly cash: string };
}

type CashLine = Pick<LineMeta, "id" | "label" | "role" | "payer" | "payee">;

/** Every payment into and out of a side, by role: the same flows that all other sides see. */
export function sideStatement(view: ModelView, lines: readonly CashLine[], side: Side, by: By): Statement {
  const inside = (party: string | undefined): boolean => party !== undefined && side.parties.has(party);
  const money = lines.filter(({ payer, payee }) => payer !== undefined && payee !== undefined);
  const inflow = block(
    "1",
    { zh: "现金流入", en: "inflow" },
    money.filter(({ payer, payee }) => inside(payee) && !inside(payer)),
    view,
    by,
  );
  const outflow = block(
    "2",
    { zh: "现金流出", en: "outflow" },
    money.filter(({ payer, payee }) => inside(payer) && !inside(payee)),
    view,
    by,
  );
  const net = subtract(inflow.total, outflow.total);
  const known = side.lines === undefined ? undefined : valuesOf(view, side.lines.cash, by, "stock");
  return {
    id: `perspective.${side.id}`,
    title: { zh: `现金流量表:${side.label.zh}`, en: `Cash flow: ${side.label.en}` },
    columns: [{ zh: "合计", en: "total" }, ...columnNames(view, by)],
    rows: [
      ...inflow.rows,
      ...outflow.rows,
      amounts("3", { zh: "净现金流量", en: "net flow" }, side.lines?.net ?? null, 0, net),
      {
        ...amounts("4", { zh: "累计现金", en: "cumulative cash" }, side.lines?.cash ?? null, 0, known ?? cumulated(net)),
        values: [null, ...(known ?? cumulated(net))],
      },
    ],
    notes: [{ zh: "同一方之间的付款已抵销;金额以该方流入为正。", en: "Payments inside the side cancel; money coming to it is positive." }],
  };
}

type Values = readonly (Decimal | null)[];

function block(no: string, label: Text, lines: readonly CashLine[], view: ModelView, by: By): { readonly rows: readonly StatementRow[]; readonly total: Values } {
  const roles = [...new Set(lines.map(({ role }) => role ?? "other"))];
  const rows = roles.flatMap((role, index) => {
    const members = lines.filter((line) => (line.role ?? "other") === role);
    const values = members.map(({ id }) => valuesOf(view, id, by, "flow"));
    const total = values.reduce(add);
    const name = isRole(role) ? ROLES[role] : { zh: "其他", en: "other" };
    const [only, ...others] = members;
    const head = amounts(`${no}.${index + 1}`, name, others.length === 0 ? (only?.id ?? null) : null, 1, total);
    return [head, ...(others.length === 0 ? [] : members.map((line, at) => amounts("", line.label, line.id, 2, values[at] ?? [])))];
  });
  const heads = rows.filter(({ level }) => level === 1).map(({ values }) => values.slice(1));
  const total = heads.reduce(
    add,
    columnsOf(view, by).map(() => ZERO),
  );
  return { rows: [amounts(no, label, null, 0, total), ...rows], total };
}

const columnsOf = (view: ModelView, by: By): readonly unknown[] => (by === "year" ? view.years : view.periodLabels);

function valuesOf(view: ModelView, id: string, by: By, kind: "flow" | "stock"): Values {
  const series = view.series(id);
  if (series === undefined) return columnsOf(view, by).map(() => null);
  if (by === "period") return series;
  return view.years.map(({ first, last }) => (kind === "stock" ? (series[last - 1] ?? null) : series.slice(first - 1, last).reduce((sum, value) => sum.plus(value), ZERO)));
}

function amounts(no: string, label: Text, line: string | null, level: number, values: Values): StatementRow {
  const total = values.reduce<Decimal | null>((sum, value) => (sum === null || value === null ? null : sum.plus(value)), ZERO);
  return { no, label, line, level, unit: "CNY", values: [total, ...values] };
}

const add = (left: Values, right: Values): Values => left.map((value, index) => both(value, right[index] ?? null, (a, b) => a.plus(b)));
const subtract = (left: Values, right: Values): Values => left.map((value, index) => both(value, right[index] ?? null, (a, b) => a.minus(b)));

function both(left: Decimal | null, right: Decimal | null, with_: (a: Decimal, b: Decimal) => Decimal): Decimal | null {
  return left === null || right === null ? null : with_(left, right);
}

/** Running sums up to the first value that is missing. */
function cumulated(values: Values): Values {
  const gap = values.indexOf(null);
  const known = (gap < 0 ? values : values.slice(0, gap)) as readonly Decimal[];
  const sums: Values = cumulate(known);
  return values.map((_value, index) => sums[index] ?? null);
}
