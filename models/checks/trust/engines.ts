import { AMOUNT_MAX } from "../../terms/conventions.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** Two engines that differ; amounts so large that the fast engine no longer tells fen apart. */
export function engineConcerns({ graph, results, enginesAgree }: Subject): readonly Concern[] {
  if (enginesAgree === false) {
    const differ = { zh: "快速值与复核值不一致", en: "the fast engine and the book of record differ" };
    return [{ kind: "engines", path: "", message: differ, touches: () => true, always: true }];
  }
  const large = graph.lines.find(({ unit, source, id, axis }) => {
    if (unit !== "CNY" || source !== "input") return false;
    const values = axis === "scalar" ? [results.scalar(id)] : results.periods(id);
    return values.some((value) => value !== undefined && Math.abs(Number(value)) > Number(AMOUNT_MAX));
  });
  if (large === undefined) return [];
  const message = {
    zh: `${large.label.zh}超过 10 万亿元,快速引擎不能精确到分`,
    en: `${large.label.en} is above 10 trillion CNY: the fast engine is not exact to the fen`,
  };
  return [{ kind: "engines", path: large.id, message, touches: () => true, against: SAFE }];
}
