import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../language/graph.ts";
import { grouped } from "../../wording/grouped.ts";
import { sum } from "../amounts.ts";
import { isRunningCost } from "../expectations/running.ts";
import type { VerdictId } from "../verdicts/verdict.ts";
import { isPaidOut, isReceived } from "./papers.ts";
import type { Concern } from "./point.ts";
import { partyName, type Subject } from "./subject.ts";

/** Payments that lag behind what they are for come in within so many periods after it. */
const LAG = { periods: 1 };

const SERVING: readonly VerdictId[] = ["B4", "B5"];
/** What is won after construction counts for these. */
const TOTALS: readonly VerdictId[] = ["B2", ...SERVING, "B6", "B7", "B8"];

/** 成本结束后的收入: what a party still earns by operating after its last running cost is earned for nothing; a longer horizon alone makes more of it. */
export function outlastingConcerns(subject: Subject): readonly Concern[] {
  const { document, graph, results, reach } = subject;
  const of = (meant: (line: GraphLine) => boolean, party: (line: GraphLine) => string | undefined) =>
    Map.groupBy(graph.lines.filter(meant), (line) => party(line) ?? "");
  const costs = of(
    (line) => isRunningCost(line) && isPaidOut(line),
    ({ payer }) => payer,
  );
  const incomes = of(
    (line) => line.role?.startsWith("revenue.") === true && isReceived(line),
    ({ payee }) => payee,
  );
  const debts = graph.lines.filter((line) => line.role?.startsWith("debt.") === true && isPaidOut(line));
  return [...incomes].flatMap(([party, lines]): readonly Concern[] => {
    const last = Math.max(0, ...(costs.get(party) ?? []).map((line) => lastPaid(subject, line)));
    // That there is no cost at all is told as such.
    if (party === "" || last === 0) return [];
    const after = last + LAG.periods;
    const late = lines.filter((line) => lastPaid(subject, line) > after);
    const amounts = late.flatMap(({ index }) => results.periods(index).slice(after));
    const amount = sum(amounts.map((value) => new RecordDecimal((value as never) ?? 0)));
    if (!amount.greaterThan(0)) return [];
    const name = partyName(document, party);
    // Money that comes after the last debt is served helps none of what was owed.
    const served = Math.max(0, ...debts.map((line) => lastPaid(subject, line)));
    const helped = TOTALS.filter((verdict) => served > after || !SERVING.includes(verdict));
    const [when, won] = [results.frame.periodLabels[last - 1] ?? "", grouped(amount.toFixed(2))];
    return [
      {
        kind: "missing",
        path: late[0]?.path ?? "components",
        message: {
          zh: `${name.zh}的经营成本至 ${when} 为止,其后仍有运营收入 ${won} 元:请补列成本,或将收入同时结束`,
          en: `the running cost of ${name.en} ends with ${when}, CNY ${won} of its income comes later: enter its cost, or end it too`,
        },
        against: amount,
        touches: (verdict) => helped.includes(verdict) && late.some(({ index }) => reach.line(verdict, index)),
      },
    ];
  });
}

/** The last period in which a line has an amount; 0 where it has none. */
const lastPaid = ({ results }: Subject, { index }: GraphLine): number =>
  results.periods(index).findLastIndex((value) => value !== undefined && Number(value) > 0) + 1;
