import type { Decimal } from "decimal.js";
import { grouped } from "../../wording/grouped.ts";
import { MONEY } from "../expectations/expectation.ts";
import type { Concern } from "./point.ts";
import { amountOf, componentName, type Subject } from "./subject.ts";

/** 按金额填列的工程: no quantities stand behind a sum, so that nobody can tell whether it is all the works cost: what it comes to per ㎡ is said. */
export function sumConcerns(subject: Subject): readonly Concern[] {
  const { document, graph } = subject;
  const on = new Set(document.components.filter(({ enabled }) => enabled).map(({ id }) => id));
  return graph.lines.flatMap((line): readonly Concern[] => {
    if (line.role !== "works.per_area") return [];
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
          zh: `${name.zh}${row}:按金额填列,折合 ${written(price)} 元/㎡,未附工程量`,
          en: `${name.en}${row}: entered as a sum, ${written(price)} CNY/㎡, without quantities`,
        },
        touches: (verdict) => MONEY.includes(verdict),
      },
    ];
  });
}

const written = (price: Decimal): string => grouped(price.toFixed(2));
