import type { Decimal } from "decimal.js";
import type { Prepared } from "../../models/compile/prepare.ts";
import { type Explanation as EngineExplanation, explain } from "../../models/engines/explain/explain.ts";
import { type Evaluation, evaluateRecord } from "../../models/engines/index.ts";
import { renderFormula } from "../../models/language/render.ts";
import { parsePeriod } from "../../models/language/timeline.ts";
import { loadPacks } from "../../models/policy/load.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { ClauseView, Explanation, Lang } from "../contract.ts";
import { inputPathOf } from "./inputs.ts";

export interface ExplainQuestion {
  readonly line: string;
  /** 1-based number or label of a period; the last one in which the line moves when absent. */
  readonly period?: string;
  readonly lang: Lang;
}

/** Why one number is what it is, one step deep: every term can be asked in turn. */
export function explainCell(
  prepared: Prepared,
  { line, period }: ExplainQuestion,
  record: Evaluation<Decimal> = evaluateRecord(prepared.graph, prepared.bindings),
): Result<Explanation> {
  const { graph, timeline } = prepared;
  const index = graph.indexById.get(line) ?? graph.indexById.get(`${line}.margin`);
  if (index === undefined) return fail(unknownLine(prepared, line));
  const found = period === undefined ? busiestPeriod(record, index) : parsePeriod(period, timeline)?.number;
  if (found === undefined) return fail(unknownPeriod(prepared, period ?? ""));
  const cell = explain(graph, record, index, found);
  const label = (number: number) => timeline.periods[number - 1]?.label ?? "";
  const meta = graph.lines[index];
  const path = inputPathOf(prepared.document, line);
  const evidence = evidenceOf(prepared, path);
  return succeed({
    line,
    label: cell.label,
    period: label(cell.period),
    value: literal(cell.value),
    unit: cell.unit,
    formula: { zh: formulaIn(cell, prepared, "zh"), en: formulaIn(cell, prepared, "en") },
    source: cell.written,
    terms: cell.terms.map((term) => ({
      ref: term.ref,
      label: term.label,
      period: label(term.period),
      value: literal(term.value),
      unit: term.unit,
    })),
    clauses: clausesOf(prepared, cell.clauses),
    ...(cell.convention === undefined ? {} : { convention: cell.convention }),
    ...(meta?.payer === undefined ? {} : { payer: meta.payer }),
    ...(meta?.payee === undefined ? {} : { payee: meta.payee }),
    ...(path === undefined ? {} : { inputPath: path }),
    ...(evidence === undefined ? {} : { evidence }),
    recordValue: literal(cell.value),
  });
}

function formulaIn(cell: EngineExplanation<Decimal>, { graph }: Prepared, lang: Lang): string {
  return cell.source === "input" ? "" : renderFormula(graph, cell.line, lang);
}

function literal(value: Decimal | undefined): string | null {
  return value === undefined ? null : value.toDecimalPlaces(10).toFixed();
}

/** The period in which a line is largest, since that is what people ask about first. */
function busiestPeriod(record: Evaluation<Decimal>, line: number): number {
  let best = 1;
  for (let t = 2; t <= record.periods; t += 1) {
    const [here, there] = [record.value(line, t), record.value(line, best)];
    if (here !== undefined && (there === undefined || here.abs().greaterThan(there.abs()))) best = t;
  }
  return best;
}

/** Clauses with their text from the packs of the document; one no pack has is shown by its id alone. */
export function clausesOf(
  { document }: { readonly document: Parameters<typeof loadPacks>[0] },
  ids: readonly string[],
): readonly ClauseView[] {
  const packs = loadPacks(document);
  return ids.map((id) => {
    const clause = packs.clause(id);
    const draft = packs.packs.some((pack) => id.startsWith(`${pack.id}/`) && pack.status === "draft");
    return clause === undefined
      ? { id, title: { zh: id, en: id }, text: { zh: "所用规则包未收录", en: "not in the packs of this file" }, draft }
      : { id, title: clause.title, text: clause.text, draft };
  });
}

function evidenceOf({ document }: Prepared, path: string | undefined): Explanation["evidence"] {
  const [, id, , ...name] = path?.split("/") ?? [];
  const evidence = document.components.find((component) => component.id === id)?.evidence;
  const key = [name.join("/"), name[0] ?? ""].find(
    (candidate) => evidence !== undefined && Object.hasOwn(evidence, candidate),
  );
  return key === undefined ? undefined : evidence?.[key];
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
