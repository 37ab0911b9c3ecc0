import { z } from "zod";
import type { Entry } from "./entries.ts";

/**
 * What the program itself enters because of what it did, such as opening a sealed bid. A kind of entry of its own: whatever somebody types as
 * a note is the note of a revision or of a seal, and never this.
 */
export interface ActDraft {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: string;
  /** What was done, in the words of whoever enters it: `bid/opened`. */
  readonly what: string;
  /** `sha256:…` of what it was done to. */
  readonly of: string;
}

export interface Act extends ActDraft, Pick<Entry, "hash" | "revision"> {}

const contentSchema = z.strictObject({
  what: z.string().regex(/^[a-z]+(?:\/[a-z]+)*$/),
  of: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});

/** The entry of an act, about a revision. */
export function actEntry(revision: string, { at, author, what, of }: ActDraft): Omit<Entry, "hash"> {
  return { kind: "act", at, author, revision, content: JSON.stringify(contentSchema.parse({ what, of })) };
}

/** All acts of a file, oldest first; an entry that says something else is none. */
export function actsOf(entries: readonly Entry[]): readonly Act[] {
  return entries.flatMap(({ kind, content, hash, at, author, revision }) => {
    const said = kind === "act" ? contentOf(content) : undefined;
    return said === undefined ? [] : [{ hash, at, author, revision, ...said }];
  });
}

function contentOf(text: string): z.output<typeof contentSchema> | undefined {
  try {
    const parsed = contentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
