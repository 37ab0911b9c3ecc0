import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { cededSpace } from "../../mechanisms/income/cededSpace.ts";
import { AWARD_ROUNDING } from "../../terms/practice.ts";
import type { Concern } from "./point.ts";
import { componentName, type Subject } from "./subject.ts";

/** 让渡对价: what is received for ceded space is what the award says; more is somebody's hope. */
export function awardConcerns(subject: Subject): readonly Concern[] {
  const { document, results, reach, graph } = subject;
  return document.components.flatMap(({ id, mechanism, inputs, enabled }): readonly Concern[] => {
    const basis = document.records.find((record) => record.id === inputs["basis"]);
    const [said, found] = [basis?.values?.["received"], results.line(`${id}.pv_received`)];
    const line = graph.lines[graph.indexById.get(`${id}.received`) ?? -1];
    if (!enabled || mechanism !== cededSpace.id || said === undefined || found === undefined || line === undefined)
      return [];
    const value = new RecordDecimal(results.scalar(found.id) ?? 0);
    const awarded = new RecordDecimal(String(said));
    if (value.lessThanOrEqualTo(awarded.times(AWARD_ROUNDING))) return [];
    const { zh, en } = componentName(document, id);
    return [
      {
        kind: "missing",
        path: `components/${id}/inputs/payments`,
        message: {
          zh: `${zh}:对价现值 ${value.toFixed(2)} 元,招标结果只载明 ${awarded.toFixed(2)} 元`,
          en: `${en}: the price is worth CNY ${value.toFixed(2)} today, the award says CNY ${awarded.toFixed(2)}`,
        },
        against: value.minus(awarded),
        money: line.id,
        touches: (verdict) => reach.line(verdict, line.index),
      },
    ];
  });
}
