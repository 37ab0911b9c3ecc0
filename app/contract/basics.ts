export type Lang = "zh" | "en";

/** A problem in the language of the session. */
export interface ProblemView {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly hint?: string;
  /** Of an unusual value: what a confirmation of it has to say. */
  readonly confirms?: string;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ProblemView[] };

export interface TextView {
  readonly zh: string;
  readonly en: string;
}

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
