import type { ProblemView } from "../../app/contract.ts";

/** Where each problem is and what to do about it; the first one's message is the title above. */
export function ProblemLines({ problems }: { readonly problems: readonly ProblemView[] }) {
  return (
    <ul className="problem-lines">
      {problems.slice(0, 5).map((problem, index) => (
        <li key={`${problem.code}:${problem.path}`}>
          {index > 0 && <div>{problem.message}</div>}
          {problem.hint && <div>{problem.hint}</div>}
          <code>
            {problem.code} {problem.path}
          </code>
        </li>
      ))}
    </ul>
  );
}
