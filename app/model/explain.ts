import type { Decimal } from "decimal.js";
import { inputPathOf, inputSpecOf } from "../../models/compile/inputPaths.ts";
import { type Prepared, recordOf } from "../../models/compile/prepare.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { explainCell } from "../../models/results/explain.ts";
import { type CellRef, readPlace, splitReference } from "../../models/results/reference.ts";
import { type Results, resultsOf } from "../../models/results/results.ts";
import { reasonWords } from "../../models/statements/indicators/reasonWords.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Explanation } from "../contract.ts";
import { clausesOf } from "./clauses.ts";

/** Reads `LINE`, `LINE@PERIOD`, `LINE@YEAR` or `LINE@total`; a line over time alone means the period in which it is largest. */
export function readReference(prepared: Prepared, text: string, record: Results<Decimal>): Result<CellRef> {
  const { graph, timeline, frame } = prepared;
  const split = splitReference(text, graph);
  // A verdict is its margin.
  const line = record.line(split.line) === undefined ? `${split.line}.margin` : split.line;
  const { at } = split;
  const found = record.line(line);
  if (found === undefined) return fail(unknownLine(prepared, split.line));
  if (found.axis === "scalar") return at === undefined ? succeed({ line }) : fail(oneValue(found.label, at));
  if (at === undefined) return succeed({ line, place: { kind: "period", period: busiestPeriod(record, line) } });
  const place = readPlace(at, frame, timeline);
  if (place === undefined) return fail(unknownPeriod(prepared, at));
  // Shares and rates may be added up in a formula; the sum of a level over time means nothing.
  if (place.kind === "total" && found.kind === "stock" && !record.hasTotal(line)) return fail(noTotal(found.label));
  return succeed({ line, place });
}

/** The explanation of a cell by the book of record, for whoever asks but once. */
export function explainOnce(prepared: Prepared, cell: string): Result<Explanation> {
  const record = resultsOf(recordOf(prepared), prepared.frame);
  const asked = readReference(prepared, cell, record);
  return asked.ok ? succeed(explainReference(prepared, asked.value, record)) : asked;
}

/** Why one number is what it is, one step deep: every term can be asked in turn. */
export function explainReference(prepared: Prepared, cell: CellRef, record: Results<Decimal>): Explanation {
  const { line, place, value, formula, written, terms, convention, reason } = explainCell(record, cell);
  const path = inputPathOf(prepared.document, line.id, mechanisms);
  const evidence = evidenceOf(prepared, path);
  return {
    line: line.id,
    label: line.label,
    period: place,
    value: literal(value),
    unit: line.unit,
    ...yesNo(prepared, line, value),
    formula,
    source: written,
    terms: terms.map((term) => ({
      ref: term.ref,
      label: term.label,
      period: term.place,
      value: literal(term.value),
      unit: term.unit,
      ...yesNo(prepared, record.line(term.ref.split("@")[0] ?? ""), term.value),
    })),
    clauses: clausesOf(prepared, line.clauses),
    ...(convention === undefined ? {} : { convention }),
    ...(reason === undefined ? {} : { note: reasonWords(reason) }),
    ...(line.payer === undefined ? {} : { payer: line.payer }),
    ...(line.payee === undefined ? {} : { payee: line.payee }),
    ...(path === undefined ? {} : { inputPath: path }),
    ...(evidence === undefined ? {} : { evidence }),
    recordValue: literal(value),
  };
}

/** Whether a value is an answer, yes or no: of a line of such, or of an input that is one. A count of periods is none. */
function yesNo({ document }: Prepared, line: GraphLine | undefined, value: Decimal | undefined): { yesNo?: true } {
  if (line === undefined || line.unit !== "1" || (value?.equals(0) !== true && value?.equals(1) !== true)) return {};
  const spec = line.path === undefined ? undefined : inputSpecOf(document, line.path, mechanisms);
  const isAnswer =
    spec?.type === "flag" || (spec?.type === "number" && spec.integer === true && spec.from === 0 && spec.to === 1);
  return isAnswer || line.kind === "flag" ? { yesNo: true } : {};
}

function literal(value: Decimal | undefined): string | null {
  return value === undefined ? null : value.toDecimalPlaces(10).toFixed();
}

/** The period in which a line is largest, since that is what people ask about first. */
function busiestPeriod(record: Results<Decimal>, line: string): number {
  let best = 0;
  const sizes = record.periods(line).map((value) => value?.abs());
  for (const [t, size] of sizes.entries()) {
    const most = sizes[best];
    if (size !== undefined && (most === undefined || size.greaterThan(most))) best = t;
  }
  return best + 1;
}

function evidenceOf({ document }: Prepared, path: string | undefined): Explanation["evidence"] {
  const [, id, , ...name] = path?.split("/") ?? [];
  const evidence = document.components.find((component) => component.id === id)?.evidence;
  const key = [name.join("/"), name[0] ?? ""].find(
    (candidate) => evidence !== undefined && Object.hasOwn(evidence, candidate),
  );
  const given = key === undefined ? undefined : evidence?.[key];
  return given !== undefined && "assumed" in given ? { note: given.assumed, assumed: true as const } : given;
}

function unknownLine({ graph }: Prepared, line: string): Problem {
  const near = graph.lines
    .filter(({ id, source }) => source !== "hidden" && id.includes(line.split(".")[0] ?? line))
    .slice(0, 8)
    .map(({ id }) => id);
  return {
    code: "explain.line_unknown",
    message: { zh: `没有行“${line}”`, en: `there is no line “${line}”` },
    path: line,
    hint:
      near.length > 0
        ? { zh: `相近:${near.join("、")}`, en: `near it: ${near.join(", ")}` }
        : { zh: "用 lines 命令列出全部行", en: "the lines command lists them all" },
  };
}

function oneValue(label: Text, at: string): Problem {
  return {
    code: "explain.one_value",
    message: { zh: `“${label.zh}”只有一个值,不分期间`, en: `“${label.en}” has one value, the same at all times` },
    path: at,
    hint: { zh: "不写 @ 及其后的期间", en: "leave out the @ and what follows" },
  };
}

function noTotal(label: Text): Problem {
  return {
    code: "explain.no_total",
    message: { zh: `“${label.zh}”是时点数,没有合计`, en: `“${label.en}” is a level and has no total` },
    path: "total",
    hint: { zh: "写期间或年份,例如 @2030", en: "name a period or a year, such as @2030" },
  };
}

function unknownPeriod({ timeline }: Prepared, period: string): Problem {
  const [first, last] = [timeline.periods[0]?.label ?? "", timeline.periods.at(-1)?.label ?? ""];
  return {
    code: "explain.period_unknown",
    message: { zh: `没有期间“${period}”`, en: `there is no period “${period}”` },
    path: period,
    hint: {
      zh: `1 至 ${timeline.periods.length},或 ${first} 至 ${last}`,
      en: `1 to ${timeline.periods.length}, or ${first} to ${last}`,
    },
  };
}
