import { useMemo } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useProblems } from "../session/problems.ts";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { Panel } from "./Panel.tsx";

function jump(problem: ProblemView): void {
  if (!goToPath(problem.path) && problem.path.includes(".")) explain(problem.path);
}

/** What is wrong or missing; each entry leads to the field or line it is about. */
export function ProblemsPanel() {
  const { t } = useWords();
  const known = useProblems();
  const expected = useSession((state) => state.board?.expected);
  const problems = useMemo<readonly ProblemView[]>(
    () => [...(expected ?? []).map(({ path, message }) => ({ code: "document.expected", path, message })), ...known],
    [expected, known],
  );
  return (
    <Panel
      title={problems.length === 0 ? t("problem.title") : t("problem.count", { count: problems.length })}
      className="problems"
    >
      {problems.length === 0 ? (
        <p className="all-clear">
          <Icon name="check" /> {t("problem.none")}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <div className="scroll" tabIndex={0}>
          <ul>
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
        </div>
      )}
    </Panel>
  );
}
