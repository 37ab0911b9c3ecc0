import { textOf } from "../../document/schemaParts.ts";
import { VERDICTS } from "../verdicts/verdict.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** Documents that do not hold: the money that rests on them counts nothing already, so they can only be told. */
export function recordConcerns({ document, graph, results, reach }: Subject): readonly Concern[] {
  return document.records.flatMap((record): readonly Concern[] => {
    const holds = `record.${record.id}.holds`;
    const value = results.scalar(holds);
    if (value === undefined || Number(value) !== 0) return [];
    const own = graph.lines.filter(({ id }) => id === `record.${record.id}` || id.startsWith(`record.${record.id}.`));
    const isUsed = VERDICTS.some((verdict) => own.some(({ index }) => reach.line(verdict, index)));
    if (!isUsed) return [];
    const label = textOf(record.label);
    const message = {
      zh: `“${label.zh}”不成立,以其为前提的资金不计`,
      en: `“${label.en}” does not hold: money that rests on it is not counted`,
    };
    return [{ kind: "record", path: `records/${record.id}`, message, touches: () => false, against: SAFE }];
  });
}
