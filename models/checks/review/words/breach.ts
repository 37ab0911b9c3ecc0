import type { Text } from "../../../wording/text.ts";
import type { Wording } from "./patterns.ts";

/** Something the law forbids that a sentence of the file says will be done: the check it belongs to, its law, and how it is worded. */
export interface Breach {
  readonly ids: readonly string[];
  /** Clauses it may rest on, the nearest first; none where it is a general point of review. */
  readonly clauses: readonly string[];
  readonly what: Text;
  readonly wordings: readonly Wording[];
}
