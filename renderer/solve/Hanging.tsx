import type { SolveRoot } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { Mark } from "../shell/Mark.tsx";

/** How values answer, and what they hang on: papers still wanted, or conditions that make them no answer. */
export function Hanging({
  of,
  binding,
}: {
  readonly of: Pick<SolveRoot, "state" | "papers" | "conditions" | "undecided">;
  readonly binding?: string;
}) {
  const { t } = useWords();
  const { state, papers, conditions, undecided } = of;
  const word =
    state === "clean"
      ? "solve.confirmed"
      : state === "paper"
        ? "solve.onPaper"
        : undecided.length > 0
          ? "solve.undecided"
          : conditions.length > 0
            ? "solve.conditional"
            : "solve.unconfirmed";
  const points = [...papers, ...conditions, ...undecided];
  return (
    <>
      <Mark tone={state === "clean" ? "good" : "warn"}>{t(word)}</Mark>
      {/* Where the state turns is seen from the rows themselves. */}
      {binding !== undefined && binding !== "condition" && (
        <span className="muted"> {binding === "jump" ? t("solve.jump") : t("solve.binding", { what: binding })}</span>
      )}
      {points.length > 0 && (
        <ul className="solve-points">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </>
  );
}
