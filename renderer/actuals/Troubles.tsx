import type { ProblemView } from "../../app/contract.ts";
import { goToPath } from "../shell/navigation.ts";

const SHOWN_MAX = 50;

/** What is wrong and what to do about it, a line each; of a table with the cell. */
export function Troubles({
  problems,
  cells = false,
}: {
  readonly problems: readonly ProblemView[];
  readonly cells?: boolean;
}) {
  return (
    <ul className="actuals-troubles">
      {problems.slice(0, SHOWN_MAX).map(({ code, path, message, hint }) => (
        <li key={`${code} ${path} ${message}`} data-trouble={code}>
          {cells ? (
            <strong>{path}</strong>
          ) : (
            <button type="button" className="line-link" title={path} onClick={() => goToPath(path)}>
              {message}
            </button>
          )}
          {cells && ` ${message}`}
          {hint !== undefined && <span> {hint}</span>}
        </li>
      ))}
    </ul>
  );
}
