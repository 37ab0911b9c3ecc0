import { useMemo } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { goToPath, useNavigation } from "../shell/navigation.ts";
import { allProblems, useProblems } from "./problems.ts";

/** Codes of inputs that are required and empty. */
const MISSING: ReadonlySet<string> = new Set([
  "document.input_missing",
  "document.input_missing_parameter",
  "document.table_empty",
  "document.missing_key",
]);

const pathsIn = (problems: readonly ProblemView[]): readonly string[] => [
  ...new Set(problems.filter(({ code }) => MISSING.has(code)).map(({ path }) => path)),
];

/** Paths of what is still missing, in the order of the forms. */
export function useMissing(): readonly string[] {
  const problems = useProblems();
  return useMemo(() => pathsIn(problems), [problems]);
}

/** Goes to the first missing input after the one the cursor was sent to last. */
export function goToNextMissing(): void {
  const paths = pathsIn(allProblems());
  const { focus } = useNavigation.getState();
  const next = paths[(focus === undefined ? -1 : paths.indexOf(focus)) + 1] ?? paths[0];
  if (next !== undefined) goToPath(next);
}
