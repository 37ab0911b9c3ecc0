import { amountText } from "../../wording/grouped.ts";
import { sum, ZERO } from "../amounts.ts";
import { shownToAfford, transfersIn } from "../transferred.ts";
import type { Concern } from "./point.ts";
import { amountOf, type Subject } from "./subject.ts";

/** 项目间调入: what another project gives counts as far as its own figures show that it has it: what one plan gains by it the other loses. */
export function transferConcerns(subject: Subject): readonly Concern[] {
  const { document, graph, reach } = subject;
  return transfersIn(document, graph.lines).flatMap(({ payer, lines }): readonly Concern[] => {
    const given = sum(lines.map((line) => amountOf(subject, line) ?? ZERO));
    const open = given.minus(shownToAfford(subject, payer));
    const [first] = lines;
    if (first === undefined || !open.greaterThan(0)) return [];
    const { zh, en } = payer.name;
    return [
      {
        kind: "paper",
        path: first.path === "" ? first.id : first.path,
        message: {
          zh: `“${zh}”调入 ${amountText(given)} 元:没有调剂文件载明该项目调出后的期末结余,其能否调出无从核对`,
          en: `CNY ${amountText(given)} comes from “${en}”: no paper states what that project has left after it`,
        },
        against: open,
        money: first.id,
        touches: (verdict) => lines.some(({ index }) => reach.line(verdict, index)),
      },
    ];
  });
}
