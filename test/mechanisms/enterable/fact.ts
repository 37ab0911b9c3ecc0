import type { Json } from "../../../app/contract.ts";
import type { Inputs, Situation } from "../support/situation.ts";

/** Something an ordinary project has, and how a clerk enters it into a model that has it not. */
export interface Fact {
  readonly fact: string;
  readonly before: Situation;
  /** Fields of forms, by place. */
  readonly entered: Readonly<Record<string, Json>>;
  /** The line that says it, and its value: in a period, over all, or once. */
  readonly line: string;
  readonly at?: number;
  readonly value: number;
}

/** Fields of one component's form. */
export const inputs = (component: string, values: Inputs): Fact["entered"] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`components/${component}/inputs/${name}`, value as Json]),
  );
