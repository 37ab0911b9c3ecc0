import { assumedInputs } from "../../document/assumed.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** Values taken over from elsewhere that nobody has confirmed yet: one point for all, at the first of them. */
export function assumedConcerns({ document }: Subject): readonly Concern[] {
  const assumed = assumedInputs(document);
  const [first] = assumed;
  if (first === undefined) return [];
  const count = assumed.length;
  const message = {
    zh: `${count} 项为假定值,尚未确认`,
    en: count === 1 ? "1 value is assumed and not confirmed yet" : `${count} values are assumed and not confirmed yet`,
  };
  return [{ kind: "draft", path: first.path, message, touches: () => false, against: SAFE }];
}
