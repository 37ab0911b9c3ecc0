import type { PreparedBids } from "../../models/analysis/bids/bids.ts";
import { evaluate } from "../../models/compile/prepare.ts";
import { noticeHash } from "../../models/document/tender/hash.ts";
import type { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import { reasonOfCell } from "../../models/results/reason.ts";
import type { CellRef } from "../../models/results/reference.ts";
import { type Results, resultsOf } from "../../models/results/results.ts";
import { reasonWords } from "../../models/statements/indicators/reasonWords.ts";
import type { Text } from "../../models/wording/text.ts";
import type {
  BidCellView,
  BidGroupView,
  BidLineView,
  BidRowView,
  BidsView,
  BidView,
  ComplianceView,
  Lang,
} from "../contract.ts";
import { decimalText } from "../model/results.ts";
import { onPaper } from "../model/shown.ts";
import { problemViews } from "../wording.ts";
import { GROUPS, type RowSpec, YEARLY } from "./rows.ts";

export type BidValues = Results<InstanceType<typeof RecordDecimal>>;

/** Bids by the book of record. */
export function valuesOf(prepared: PreparedBids): BidValues {
  const evaluation = evaluate(prepared, "record") as Evaluation<InstanceType<typeof RecordDecimal>>;
  return resultsOf(evaluation, prepared.frame);
}

/** Everything that is stated of the bids of a tender, but for its sheets. */
export function bidsView(prepared: PreparedBids, results: BidValues, lang: Lang): Omit<BidsView, "version" | "sheets"> {
  const { tender, bids, against, years } = prepared;
  const hash = noticeHash(tender);
  return {
    notice: hash,
    against: against ?? null,
    bids: bids.map((bid): BidView => {
      const lines = prepared.graph.lines.filter(
        ({ id, source }) => source !== "hidden" && id.startsWith(`bid.${bid.id}.room.`),
      );
      return {
        id: bid.id,
        bidder: bid.bidder,
        answers: bid.answers === undefined ? null : bid.answers === hash,
        compliance: lines.map((line) => complianceOf(line, bid.bidder === "" ? bid.id : bid.bidder, results)),
        deviations: bid.deviations.map(({ clause, text }) => ({ clause, text })),
      };
    }),
    groups: GROUPS.flatMap(({ id, rows }): readonly BidGroupView[] => {
      const found = rows.flatMap((row) => rowsOf(row, prepared, results));
      return found.length === 0 ? [] : [{ id, rows: found }];
    }),
    years: Array.from({ length: years + 1 }, (_, year) => ({
      label: year === 0 ? { zh: "基准日", en: "base date" } : { zh: `第${year}年`, en: `year ${year}` },
      period: String(year + 1),
    })),
    lines: bids.flatMap((bid) => YEARLY.flatMap((tail) => lineView(bid, tail, results))),
    benchmark:
      results.line("self.npv") === undefined
        ? null
        : {
            npv: cellView("self.npv", undefined, results),
            equivalent: cellView("self.equivalent", undefined, results),
          },
    problems: problemViews(
      prepared.problems.filter(({ code }) => code !== "bids.own_missing"),
      lang,
    ),
  };
}

/** Lines are called after their bidder; in a column of its own that is said already. */
function withoutBidder({ label }: GraphLine, bidder: string): Text {
  const cut = (text: string, mark: string) =>
    text.startsWith(bidder + mark) ? text.slice(bidder.length + mark.length) : text;
  return onPaper({ zh: cut(label.zh, ":"), en: cut(label.en, ": ") });
}

function rowsOf({ tail, at }: RowSpec, { bids, graph }: PreparedBids, results: BidValues): readonly BidRowView[] {
  const tails =
    typeof tail === "string"
      ? [tail]
      : [
          ...new Set(
            graph.lines.flatMap(({ id, source }) => {
              if (source === "hidden") return [];
              const found = /^bid\.[^.]+\.(.+)$/.exec(id)?.[1];
              return found !== undefined && tail.test(found) ? [found] : [];
            }),
          ),
        ];
  return tails.flatMap((name): readonly BidRowView[] => {
    const lines = bids.map((bid) => ({ bid, line: results.line(`bid.${bid.id}.${name}`) }));
    const first = lines.find(({ line }) => line !== undefined);
    if (first?.line === undefined) return [];
    const { bid, line } = first;
    return [
      {
        name,
        label: withoutBidder(line, bid.bidder === "" ? bid.id : bid.bidder),
        unit: line.unit,
        cells: lines.map((one) => (one.line === undefined ? { value: null } : cellView(one.line.id, at, results))),
      },
    ];
  });
}

function cellView(line: string, at: string | undefined, results: BidValues): BidCellView {
  const place =
    at === undefined
      ? {}
      : { place: at === "total" ? ({ kind: "total" } as const) : ({ kind: "period", period: Number(at) } as const) };
  const ref: CellRef = { line, ...place };
  const value = results.cell(ref);
  const cell = at === undefined ? line : `${line}@${at}`;
  if (value !== undefined) return { cell, value: decimalText(value, results.line(line)?.unit ?? "1") };
  const why = reasonOfCell(results, ref);
  return { cell, value: null, ...(why === undefined ? {} : { note: onPaper(reasonWords(why)) }) };
}

function complianceOf(line: GraphLine, bidder: string, results: BidValues): ComplianceView {
  const value = results.scalar(line.index);
  // A term that is not the one asked for departs from it either way.
  const exact = line.id.endsWith(".room.term");
  const keeps = value !== undefined && (exact ? value.isZero() : !value.isNegative() || value.isZero());
  return {
    ...cellView(line.id, undefined, results),
    cell: line.id,
    label: withoutBidder(line, bidder),
    unit: line.unit,
    is: value === undefined ? "cannot_be_judged" : keeps ? "holds" : "fails",
  };
}

function lineView(
  { id, bidder }: PreparedBids["bids"][number],
  tail: string,
  results: BidValues,
): readonly BidLineView[] {
  const line = results.line(`bid.${id}.${tail}`);
  if (line === undefined) return [];
  return [
    {
      id: line.id,
      bid: id,
      label: withoutBidder(line, bidder === "" ? id : bidder),
      unit: line.unit,
      values: results.periods(line.index).map((value) => value?.toNumber() ?? null),
    },
  ];
}

/** What the bids come to, as a locked evaluation keeps it. */
export function sheetFigures(prepared: PreparedBids) {
  const results = valuesOf(prepared);
  const figure = (line: string) => results.scalar(line)?.toDecimalPlaces(2).toFixed() ?? null;
  return prepared.bids.map(({ id }) => ({
    id,
    npv: figure(`bid.${id}.npv`),
    equivalent: figure(`bid.${id}.equivalent`),
  }));
}
