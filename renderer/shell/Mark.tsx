import type { ReactNode } from "react";

export type Tone = "quiet" | "info" | "good" | "warn";

/** A word in a tinted frame: status of a clause, a rule, a result. */
export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}
