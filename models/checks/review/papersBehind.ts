import type { InputName } from "../../mechanisms/index.ts";
import type { Text } from "../../wording/text.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";

/** Document behind the money of a component: a record it names that holds, or evidence on its status. */
export function grantedBy(review: Review, part: Part, inputs: readonly InputName[]): Text | undefined {
  for (const name of inputs) {
    const fact = review.record(part.word(name));
    if (fact?.holds === true) return named(fact.document ?? fact.id);
  }
  const evidence = part.evidence("status") ?? part.evidence("amount");
  return evidence === undefined ? undefined : named(evidence);
}

const named = (name: string): Text => ({ zh: name, en: name });
