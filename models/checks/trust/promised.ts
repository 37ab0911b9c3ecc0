import { grouped } from "../../wording/grouped.ts";
import { MONEY } from "../expectations/expectation.ts";
import { unspentPromises } from "../promised.ts";
import { stands } from "../standing.ts";
import type { Concern } from "./point.ts";
import { amountOf, type Subject } from "./subject.ts";

/** 记录载明而计划未列的支出: what a paper says is spent, and the plan does not spend, counts against what rests on money. */
export function promisedConcerns(subject: Subject): readonly Concern[] {
  const { document, graph, results } = subject;
  const holds = (id: string) => stands(results, id);
  return unspentPromises(document, graph.lines, (line) => amountOf(subject, line), holds).map(
    ({ path, what, stated, planned }): Concern => {
      const listed = grouped(planned.toFixed(2));
      const touches: Concern["touches"] = (verdict) => MONEY.includes(verdict);
      if (stated === undefined)
        return {
          kind: "missing",
          path,
          message: {
            zh: `${what.zh}:计划列 ${listed} 元,没有载明金额的合同记录可核对`,
            en: `${what.en}: the plan has CNY ${listed}, and no contract on record says how much it must be`,
          },
          touches,
        };
      return {
        kind: "missing",
        path,
        message: {
          zh: `记录载明${what.zh} ${grouped(stated.toFixed(2))} 元,计划只列 ${listed} 元`,
          en: `${what.en}: the record says CNY ${grouped(stated.toFixed(2))}, the plan spends CNY ${listed}`,
        },
        against: stated.minus(planned),
        money: path,
        touches,
      };
    },
  );
}
