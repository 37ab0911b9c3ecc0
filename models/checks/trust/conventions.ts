import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { CONVENTION_RANGES } from "../../terms/conventions.ts";
import type { Concern } from "./point.ts";
import type { Subject } from "./subject.ts";

/** Conventions outside what is usual: the verdicts they decide stand on a choice. */
export function conventionConcerns({ document, graph }: Subject): readonly Concern[] {
  return Object.entries(CONVENTION_RANGES).flatMap(([name, range]) => {
    const given = document.conventions[name as keyof typeof CONVENTION_RANGES];
    if (given === undefined || range === undefined) return [];
    const value = new RecordDecimal(given);
    const [low, high] = range.usual;
    if (value.greaterThanOrEqualTo(low) && value.lessThanOrEqualTo(high)) return [];
    const path = `conventions/${name}`;
    const label = graph.lines.find((line) => line.path === path)?.label ?? { zh: name, en: name };
    const message = {
      zh: `${label.zh} ${given},通常为 ${low} 至 ${high}`,
      en: `${label.en} is ${given}, usually ${low} to ${high}`,
    };
    return [{ kind: "convention", path, message, touches: (verdict) => range.verdicts.includes(verdict) }];
  });
}
