import type { ProblemView } from "../../app/contract.ts";

interface Notices {
  problems(problems: readonly ProblemView[]): void;
  told(problems: readonly ProblemView[]): void;
  done(text: string): void;
}

let shown: Notices | null = null;

/** The component that draws notices registers itself here. */
export function drawNoticesWith(notices: Notices): void {
  shown = notices;
}

/** Tells the user what went wrong, with code, place and hint. */
export function notifyProblems(problems: readonly ProblemView[]): void {
  if (problems.length > 0) shown?.problems(problems);
}

/** Tells the user what has to be known of something that was done all the same. */
export function notifyTold(told: readonly ProblemView[]): void {
  if (told.length > 0) shown?.told(told);
}

/** Tells the user in passing that something was done. */
export function notifyDone(text: string): void {
  shown?.done(text);
}
