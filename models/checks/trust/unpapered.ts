import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { sum, ZERO } from "../amounts.ts";
import { isEvidence } from "../paperWords.ts";
import { shownBy, unprocuredPurchases } from "../purchases.ts";
import { stands } from "../standing.ts";
import type { Concern } from "./point.ts";
import { amountOf, partyName, type Subject } from "./subject.ts";

/** Money that is there by somebody's decision counts against the verdicts as far as no paper shows it. */
export function unpaperedConcerns(subject: Subject): readonly Concern[] {
  return [...purchases(subject), ...gifts(subject)];
}

/** The verdict of what budgets pay. */
const OF_BUDGETS = "B9";

/** 政府购买服务: what a budget buys for its money is bought by a procurement on paper, or within a budget for operation. */
function purchases(subject: Subject): readonly Concern[] {
  const { document, graph, reach } = subject;
  return unprocuredPurchases(subject, graph.lines).flatMap((line): readonly Concern[] => {
    const amount = amountOf(subject, line);
    if (amount === undefined || !amount.greaterThan(0)) return [];
    const payer = partyName(document, line.payer ?? "");
    return [
      {
        kind: "missing",
        path: line.path ?? line.id,
        message: {
          zh: `${payer.zh}购买的“${line.label.zh}”没有采购文件,也没有足额的运营预算批准`,
          en: `“${line.label.en}” bought by ${payer.en} has neither a procurement on record nor a budget for operation that covers it`,
        },
        against: amount,
        money: line.id,
        // What nobody procured is money of the budget by another name.
        touches: (verdict) => verdict === OF_BUDGETS || reach.line(verdict, line.index),
      },
    ];
  });
}

/** 捐赠: money given for a named purpose is as much as an agreement of its donor and the papers of its use show; what is given for none in particular, nobody is bound to give. */
function gifts(subject: Subject): readonly Concern[] {
  const { document, graph, reach } = subject;
  const lines = graph.lines.filter(({ role, tags }) => role === "contribution.donation" && tags["crosses"] === "in");
  const byUse = Map.groupBy(lines, ({ payer = "", tags }) => `${payer} ${String(tags["purpose"] ?? "")}`);
  const left = new Map<string, Decimal>();
  return [...byUse.values()].flatMap((own): readonly Concern[] => {
    const [first] = own;
    if (first === undefined) return [];
    const purpose = first.tags["purpose"] === undefined ? undefined : String(first.tags["purpose"]);
    const given = sum(own.map((line) => amountOf(subject, line) ?? ZERO));
    const name = partyName(document, first.payer ?? "");
    const names: readonly unknown[] = [first.payer, name.zh, name.en];
    const agreed = agreedBy(subject, purpose, names);
    // What the one who receives it writes down of its use binds no donor.
    const used = purpose === undefined ? ZERO : (left.get(purpose) ?? shownBy(subject, "donation_use", purpose));
    const shown = least(agreed, used, given);
    if (purpose !== undefined) left.set(purpose, used.minus(shown));
    if (!given.greaterThan(shown)) return [];
    const [zh, en] =
      purpose === undefined
        ? ["未限定用途", "for no purpose in particular"]
        : [
            `该用途的捐赠协议载明 ${agreed.toFixed(2)} 元,捐赠使用记录载明 ${used.toFixed(2)} 元`,
            `agreements for that purpose show CNY ${agreed.toFixed(2)}, the records of its use CNY ${used.toFixed(2)}`,
          ];
    return [
      {
        kind: "missing",
        path: first.path ?? first.id,
        message: {
          zh: `“${name.zh}”捐赠 ${given.toFixed(2)} 元:${zh}`,
          en: `“${name.en}” gives CNY ${given.toFixed(2)}: ${en}`,
        },
        against: given.minus(shown),
        money: first.id,
        touches: (verdict) => own.some(({ index }) => reach.line(verdict, index)),
      },
    ];
  });
}

/** What agreements of a donor for a purpose come to that hold and name their paper. */
function agreedBy({ document, results }: Subject, purpose: string | undefined, names: readonly unknown[]): Decimal {
  const meant = document.records.filter(({ id, kind, values, document: paper, note }) => {
    const isOf = kind === "donation_agreement" && names.includes(values?.["donor"]);
    return (
      isOf && purpose !== undefined && values?.["purpose"] === purpose && isEvidence(paper, note) && stands(results, id)
    );
  });
  return sum(meant.map(({ values }) => new RecordDecimal(String(values?.["amount"] ?? "0"))));
}

const least = (...values: readonly Decimal[]): Decimal =>
  values.reduce((one, other) => (other.lessThan(one) ? other : one));
