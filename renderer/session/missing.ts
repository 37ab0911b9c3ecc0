import { useMemo } from "react";
import type { Board, ProblemView } from "../../app/contract.ts";
import { goToPath, useNavigation } from "../shell/navigation.ts";
import { allProblems, useProblems } from "./problems.ts";
import { getSession, useSession } from "./store.ts";

/** Codes of inputs that are required and empty. */
const MISSING: ReadonlySet<string> = new Set([
  "document.input_missing",
  "document.input_missing_parameter",
  "document.table_empty",
  "document.missing_key",
  "formula.inputNeeded",
]);

export const isMissing = ({ code }: ProblemView): boolean => MISSING.has(code);

/** Places of the document a form can show. */
const PLACE = /^(components|absences|conventions|project|timeline|records|parties|plots)\//;

const pathsIn = (problems: readonly ProblemView[], board: Board | null): readonly string[] => [
  ...new Set(
    [
      ...problems.filter(isMissing),
      ...(board?.verdicts ?? []).flatMap(({ missing = [] }) => missing),
      ...(board?.expected ?? []),
    ]
      .map(({ path }) => path)
      .filter((path) => PLACE.test(path)),
  ),
];

/** Paths of what is still missing: inputs in the order of the forms, what else a verdict lacks, then what a project of this kind has. */
export function useMissing(): readonly string[] {
  const problems = useProblems();
  const board = useSession((state) => state.board);
  return useMemo(() => pathsIn(problems, board), [problems, board]);
}

/** Goes to the next missing input: of the form that is open first, below the field the cursor was sent to last, then of the others. */
export function goToNextMissing(): void {
  const { focus, item, page } = useNavigation.getState();
  const next = nextOf(pathsIn(allProblems(), getSession().board), focus, `${page}/${item ?? ""}/`);
  if (next !== undefined) goToPath(next);
}

/** The place after the last one; where that has been filled in, the first of the same form. */
export function nextOf(paths: readonly string[], last: string | undefined, form: string): string | undefined {
  const at = last === undefined ? -1 : paths.indexOf(last);
  if (at >= 0) return paths[at + 1] ?? paths[0];
  return paths.find((path) => path.startsWith(form)) ?? paths[0];
}
