import { useMemo } from "react";
import type { MissingView, ProblemView } from "../../app/contract.ts";
import { goToPath, useNavigation } from "../shell/navigation.ts";
import { allProblems, useProblems } from "./problems.ts";
import { getSession, useSession } from "./store.ts";

/** Codes of inputs that are required and empty. */
const MISSING: ReadonlySet<string> = new Set([
  "document.input_missing",
  "document.input_missing_parameter",
  "document.table_empty",
  "document.missing_key",
]);

const pathsIn = (problems: readonly ProblemView[], expected: readonly MissingView[] = []): readonly string[] => [
  ...new Set([...expected, ...problems.filter(({ code }) => MISSING.has(code))].map(({ path }) => path)),
];

/** Paths of what is still missing: what a project of this kind has, then inputs in the order of the forms. */
export function useMissing(): readonly string[] {
  const problems = useProblems();
  const expected = useSession((state) => state.board?.expected);
  return useMemo(() => pathsIn(problems, expected), [problems, expected]);
}

/** Goes to the first missing input after the one the cursor was sent to last. */
export function goToNextMissing(): void {
  const paths = pathsIn(allProblems(), getSession().board?.expected);
  const { focus } = useNavigation.getState();
  const next = paths[(focus === undefined ? -1 : paths.indexOf(focus)) + 1] ?? paths[0];
  if (next !== undefined) goToPath(next);
}
