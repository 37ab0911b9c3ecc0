import type { Decimal } from "decimal.js";
import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { isPublicBody } from "../../terms/payerNames.ts";
import type { Concern } from "./point.ts";
import { amountOf, type Subject } from "./subject.ts";

/** Money that is there by somebody's decision counts against the verdicts as far as no paper shows it. */
export function unpaperedConcerns(subject: Subject): readonly Concern[] {
  return [...purchases(subject), ...gifts(subject)];
}

const NONE = new RecordDecimal(0);

/** What the records of a kind that hold come to, of one purpose or of any. */
function shown({ document, results }: Subject, kind: string, purpose?: string): Decimal {
  return document.records.reduce((sum, { id, kind: own, values }) => {
    const amount = values?.["amount"];
    const meant = own === kind && (purpose === undefined || values?.["purpose"] === purpose);
    const holds = Number(results.scalar(`record.${id}.holds`) ?? 0) > 0;
    return meant && holds && amount !== undefined ? sum.plus(String(amount)) : sum;
  }, NONE);
}

/** 政府购买服务: what a budget buys for its money is bought by a procurement on paper, or within a budget for operation. */
function purchases(subject: Subject): readonly Concern[] {
  const { document, graph, results, reach } = subject;
  const budgets = new Set(
    document.parties.filter(({ id, role, label }) => isPublicBody(role, textOf(label ?? id))).map(({ id }) => id),
  );
  const bought = graph.lines.filter(
    ({ role, payer, tags }) =>
      role?.startsWith("revenue.") === true && payer !== undefined && budgets.has(payer) && tags["crosses"] === "in",
  );
  const open = bought.filter((line) => !isProcured(subject, line));
  const years = (results.frame.years ?? []).map((_year, at) =>
    open.reduce((sum, { id }) => sum.plus(results.years(id)?.[at] ?? 0), NONE),
  );
  const most = years.reduce((high, value) => (value.greaterThan(high) ? value : high), NONE);
  const approved = shown(subject, "budget_approval", "operation");
  if (!most.greaterThan(approved)) return [];
  return open.flatMap((line): readonly Concern[] => {
    const amount = amountOf(subject, line);
    if (amount === undefined || !amount.greaterThan(0)) return [];
    const payer = textOf(document.parties.find(({ id }) => id === line.payer)?.label ?? line.payer ?? "");
    return [
      {
        kind: "missing",
        path: line.path ?? line.id,
        message: {
          zh: `${payer.zh}购买的“${line.label.zh}”没有采购文件,也没有足额的运营预算批准`,
          en: `“${line.label.en}” bought by ${payer.en} has neither a procurement on record nor a budget for operation that covers it`,
        },
        against: amount,
        touches: (verdict) => reach.line(verdict, line.index),
      },
    ];
  });
}

/** Whether an integrated operation of the same operator names a procurement that holds. */
function isProcured({ document, results }: Subject, { payee }: GraphLine): boolean {
  return document.components.some(({ enabled, inputs }) => {
    const { procurement, operator } = inputs;
    if (!enabled || typeof procurement !== "string" || operator !== payee) return false;
    return Number(results.scalar(`record.${procurement}.holds`) ?? 0) > 0;
  });
}

/** 捐赠: what is given in money is as much as the papers of its use show. */
function gifts(subject: Subject): readonly Concern[] {
  const { graph, reach } = subject;
  const lines = graph.lines.filter(({ role, tags }) => role === "contribution.donation" && tags["crosses"] === "in");
  const given = lines.reduce((sum, line) => sum.plus(amountOf(subject, line) ?? 0), NONE);
  const used = shown(subject, "donation_use");
  const [first] = lines;
  if (first === undefined || !given.greaterThan(used)) return [];
  return [
    {
      kind: "missing",
      path: first.path ?? first.id,
      message: {
        zh: `捐赠 ${given.toFixed(2)} 元,捐赠使用记录只载明 ${used.toFixed(2)} 元`,
        en: `CNY ${given.toFixed(2)} is given, the records of its use show CNY ${used.toFixed(2)}`,
      },
      against: given.minus(used),
      touches: (verdict) => lines.some(({ index }) => reach.line(verdict, index)),
    },
  ];
}
