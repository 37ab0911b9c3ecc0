import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { explainedOf } from "../expectations/index.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

const WORKS = /^works(_|$)/;

/** 无此项的理由: what the file says such a project has none of. Works that are said to be none although floor area is built contradict it. */
export function absenceConcerns({ document, graph, results }: Subject): readonly Concern[] {
  const built = graph.lines
    .filter(({ role }) => role?.startsWith("area.gfa.") === true)
    .reduce((sum, { id }) => sum.plus(new RecordDecimal((results.scalar(id) ?? 0) as never)), new RecordDecimal(0));
  return explainedOf(document, graph.lines).map(({ id, path, name, reason, verdicts }) => {
    const contradicts = WORKS.test(id) && built.greaterThan(0);
    return {
      kind: "missing" as const,
      path,
      message: { zh: `无${name.zh}:${reason}`, en: `no ${name.en}: ${reason}` },
      touches: (verdict) => verdicts.includes(verdict),
      ...(contradicts ? { amount: built, unit: "m2" } : { against: SAFE }),
    };
  });
}
