import type { Decimal } from "decimal.js";
import type { ModelDocument } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Graph, GraphLine } from "../../language/graph.ts";
import type { Results } from "../../results/results.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { Confirmed } from "../confirmed.ts";
import type { Finding } from "../findings.ts";
import type { Verdict } from "../verdicts/index.ts";
import type { Reach } from "./reach.ts";

/** What the statement looks at. */
export interface Subject {
  /** Its name: papers may be about one scenario. */
  readonly scenario: string;
  readonly document: ModelDocument;
  readonly graph: Graph;
  readonly reach: Reach;
  readonly results: Results<Decimal | number>;
  readonly verdicts: readonly Verdict[];
  /** Everything known to be wrong, at opening and in the scenario. */
  readonly problems: readonly Problem[];
  /** Unusual values that the file confirms. */
  readonly confirmed?: readonly Confirmed[];
  /** Findings of the review; absent where it was not done. */
  readonly findings?: readonly Finding[];
  /** False where the fast engine and the book of record were compared and differ. */
  readonly enginesAgree?: boolean;
}

/** Counts against nothing: on the safe side, or without effect. */
export const SAFE = new RecordDecimal(0);

/** The value of a line, of all periods together; undefined where it has none. */
export function amountOf({ results }: Subject, { id, axis }: GraphLine): Decimal | undefined {
  const value = axis === "scalar" ? results.scalar(id) : results.total(id);
  return value === undefined ? undefined : new RecordDecimal(value as never);
}

/** What a component is called; its id where it has no name. */
export function componentName({ components }: ModelDocument, id: string): Text {
  const found = components.find((component) => component.id === id);
  return found?.label === undefined ? { zh: id, en: id } : textOf(found.label);
}

/** What a party is called; its id where it has no name. */
export const partyName = ({ parties }: ModelDocument, id: string): Text =>
  textOf(parties.find((party) => party.id === id)?.label ?? id);

/** The component a document path or line id belongs to. */
export function componentOf({ components }: ModelDocument, path: string): string | undefined {
  const [kind, id] = path.split("/");
  const named = kind === "components" ? id : path.split(".")[0];
  return components.some((component) => component.id === named) ? named : undefined;
}
