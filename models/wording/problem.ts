import type { Text } from "./text.ts";

/**
 * Something the user can mend. Problems are values: they never cross a boundary as an exception.
 * `path` is a document path (`components/sale_1/inputs/price`), a line id, or a file position.
 */
export interface Problem {
  readonly code: string;
  readonly message: Text;
  readonly path: string;
  readonly hint?: Text;
  /** What it is about, in a word or two: the name of the input. */
  readonly subject?: Text;
  /** Of an unusual value: what a confirmation of it has to say. */
  readonly confirms?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems };
}
