import type { Decimal } from "decimal.js";
import { grouped } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import { MONEY } from "../expectations/expectation.ts";
import type { Concern } from "./point.ts";
import { amountOf, componentName, type Subject } from "./subject.ts";

/** What stands behind no sum. */
const WITHOUT: Readonly<Record<string, Text>> = {
  "works.per_area": { zh: "未附工程量", en: "without quantities" },
  "compensation.per_area": { zh: "未附补偿标准", en: "without the standards of compensation" },
};

/** 按金额填列的工程与补偿: no quantities stand behind a sum, so that nobody can tell whether it is all they cost: what it comes to per ㎡ is said. */
export function sumConcerns(subject: Subject): readonly Concern[] {
  const { document, graph } = subject;
  const on = new Set(document.components.filter(({ enabled }) => enabled).map(({ id }) => id));
  return graph.lines.flatMap((line): readonly Concern[] => {
    const without = WITHOUT[line.role ?? ""];
    if (without === undefined) return [];
    const { component } = line.tags;
    if (component !== undefined && !on.has(String(component))) return [];
    const price = amountOf(subject, line);
    if (price === undefined) return [];
    const name = component === undefined ? line.label : componentName(document, String(component));
    const row = line.tags["row"] === undefined ? "" : ` ${line.tags["row"]}`;
    return [
      {
        kind: "finding",
        path: component === undefined ? line.id : `components/${component}`,
        message: {
          zh: `${name.zh}${row}:按金额填列,折合 ${written(price)} 元/㎡,${without.zh}`,
          en: `${name.en}${row}: entered as a sum, ${written(price)} CNY/㎡, ${without.en}`,
        },
        touches: (verdict) => MONEY.includes(verdict),
      },
    ];
  });
}

const written = (price: Decimal): string => grouped(price.toFixed(2));
