import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { type ComplianceRow, complianceRows } from "../../bids/compliance.ts";
import { COMPLIANCE_MARK, GROUP_TITLES } from "../../bids/titles.ts";
import type { BidCellView, BidsView, Lang } from "../../contract.ts";
import { sayIn } from "../plan/facts.ts";
import { figure, unitText } from "../plan/quantity.ts";
import type { MoneyUnit } from "../tables/money.ts";
import type { Block } from "../word/blocks.ts";
import { captioned } from "./layout.ts";

/** Everything bids are told of, and how. */
export interface BidTables {
  readonly view: Omit<BidsView, "version" | "sheets">;
  readonly money: MoneyUnit;
  readonly lang: Lang;
}

/** Bids across a page. */
const ACROSS = 6;
const [LABEL, UNIT, WHOLE] = [24, 8, 100];
/** Shares, growth and rates of return are read in per cent. */
const PERCENT = /(?:^|\.)(?:rate|growth|firr)$/;
/** A row of the report tells a rate from other plain numbers by a name of its own. */
const readAs = (name: string): string => (PERCENT.test(name) ? "firr" : name);

interface Row {
  readonly label: string;
  readonly unit: string;
  readonly cells: readonly string[];
}

/** Rows with a column a bid, as many tables as the bids need. */
function tables(caption: string, rows: readonly Row[], { view, lang }: BidTables): readonly Block[] {
  const say = sayIn(lang);
  const starts = Array.from({ length: Math.ceil(view.bids.length / ACROSS) }, (_, at) => at * ACROSS);
  return starts.flatMap((start) => {
    const bids = view.bids.slice(start, start + ACROSS);
    const title = start === 0 ? caption : say(`${caption}(续)`, `${caption} (continued)`);
    return captioned(
      title,
      {
        head: [say("项目", "item"), say("单位", "unit"), ...bids.map(({ id, bidder }) => `${id} ${bidder}`.trim())],
        widths: [LABEL, UNIT, ...bids.map(() => (WHOLE - LABEL - UNIT) / bids.length)],
        figures: bids.map((_, at) => at + 2),
        small: true,
      },
      rows.map(({ label, unit, cells }) => [label, unit, ...cells.slice(start, start + ACROSS)]),
    );
  });
}

/** What is compared, group by group, and what becomes of the offers step by step. */
export function groupTables(asked: BidTables): readonly Block[] {
  const { view, lang } = asked;
  return view.groups.flatMap(({ id, rows }) =>
    tables(
      GROUP_TITLES[id][lang],
      rows.map(({ name, label, unit, cells }) => ({
        label: label[lang],
        unit: unitText(unit, readAs(name), asked),
        cells: cells.map((cell) => cellText(cell, unit, name, asked)),
      })),
      asked,
    ),
  );
}

/** A figure, or why there is none; nothing where a bid has no such row. */
function cellText({ cell, value, note }: BidCellView, unit: string, name: string, asked: BidTables): string {
  if (cell === undefined) return "";
  if (value === null) return note?.[asked.lang] ?? sayIn(asked.lang)("无", "none");
  return figure(new RecordDecimal(value), unit, readAs(name), asked);
}

/** 符合性: what the notice and the law ask, and how each bid keeps it. */
export function complianceTables(asked: BidTables): readonly Block[] {
  const say = sayIn(asked.lang);
  const told = ({ name, unit, cells }: ComplianceRow): readonly string[] =>
    cells.map((one) => (one === undefined ? "" : `${COMPLIANCE_MARK[one.is]} ${cellText(one, unit, name, asked)}`));
  return tables(
    say("符合性(余量)", "Compliance, and what is to spare"),
    complianceRows(asked.view).map((row) => ({
      label: row.label[asked.lang],
      unit: unitText(row.unit, readAs(row.name), asked),
      cells: told(row),
    })),
    asked,
  );
}

/** Each line over the years, the bids beside one another. */
export function yearTables(asked: BidTables): readonly Block[] {
  const { view, lang } = asked;
  const tails = [...new Set(view.lines.map(({ id, bid }) => id.slice(`bid.${bid}.`.length)))];
  return tails.flatMap((tail) => {
    const lines = view.bids.map(({ id }) => view.lines.find((one) => one.id === `bid.${id}.${tail}`));
    const first = lines.find((line) => line !== undefined);
    if (first === undefined) return [];
    const rows = view.years.map(({ label }, year) => ({
      label: label[lang],
      unit: unitText(first.unit, readAs(tail), asked),
      cells: lines.map((line) => {
        const value = line?.values[year];
        return value === undefined || value === null
          ? "–"
          : figure(new RecordDecimal(value), first.unit, readAs(tail), asked);
      }),
    }));
    return tables(first.label[lang], rows, asked);
  });
}
