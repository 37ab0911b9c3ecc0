import { useMemo } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useProblems } from "../session/problems.ts";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";

function jump(problem: ProblemView): void {
  if (!goToPath(problem.path) && problem.path.includes(".")) explain(problem.path);
}

/** What is missing of such a project, and what is wrong. */
export function useBoardProblems(): readonly ProblemView[] {
  const known = useProblems();
  const expected = useSession((state) => state.board?.expected);
  return useMemo(
    () => [...(expected ?? []).map(({ path, message }) => ({ code: "document.expected", path, message })), ...known],
    [expected, known],
  );
}

/** What is wrong or missing; each entry leads to the field or line it is about. */
export function ProblemList({ problems }: { readonly problems: readonly ProblemView[] }) {
  const { t } = useWords();
  if (problems.length === 0)
    return (
      <p className="all-clear">
        <Icon name="check" /> {t("problem.none")}
      </p>
    );
  return (
    <ul className="problems">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.message}`}>
          <button
            type="button"
            className="problem"
            onClick={() => jump(problem)}
            title={`${problem.code} ${problem.path}`}
          >
            <Icon name="warn" />
            <span>
              {problem.message}
              {problem.hint && <span className="muted block">{problem.hint}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
