import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** Unusual values somebody stands for: whoever reads the verdicts sees which, and on what paper. */
export const confirmedConcerns = ({ confirmed = [] }: Subject): readonly Concern[] =>
  confirmed.map(({ path, message }) => ({ kind: "draft", path, message, touches: () => false, against: SAFE }));
